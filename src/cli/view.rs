//! `piao view`.

use super::args::{Format, View};
use super::exit;
use super::flusso::{Evento, Vista};
use super::output::Console;
use super::piani;
use crate::law::Law;
use crate::model::scelte::Stati;

pub(super) fn run(args: &View, output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let is_stream = output.format == Format::Json;
    if args.plans.paths().len() > 1 && !is_stream {
        let message = "più piani insieme si leggono solo con «--format json», uno per riga";
        return Ok(output.fail(None, exit::USAGE, message, &[]));
    }
    let mut worst = exit::FINE;
    for path in &args.plans.paths() {
        let plan = match piani::read(path, output) {
            Ok(called) => called.plan,
            Err(code) => {
                worst = worst.max(code);
                continue;
            }
        };
        let checked = plan.check(law);
        let bozza = checked.piano.piao.stato == Some(Stati::Bozza);
        let documento = &checked.document(bozza).document;
        if is_stream {
            Console::event(Evento::Documento(Vista { piano: &plan.source.name, documento }))?;
        } else {
            Console::line(&serde_json::to_string_pretty(documento)?)?;
        }
    }
    Ok(worst)
}
