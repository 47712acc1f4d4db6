//! `piao view`.

use super::args::View;
use super::check;
use super::exit;
use super::output::Console;
use crate::law::Law;
use crate::model::scelte::Stati;

pub(super) fn run(args: &View, _: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let mut worst = exit::FINE;
    for path in &args.plans.plans {
        let Some(plan) = check::load(path) else {
            worst = worst.max(exit::DISK);
            continue;
        };
        let checked = plan.check(law);
        let bozza = checked.piano.piao.stato == Some(Stati::Bozza);
        let document = checked.document(bozza).document;
        Console::line(&serde_json::to_string_pretty(&document)?)?;
    }
    Ok(worst)
}
