//! `piao check`.

use std::path::Path;

use super::args::{Check, Format};
use super::exit;
use super::flusso::{Chiusura, Evento};
use super::output::Console;
use super::piani;
use super::riepilogo::{self, Riepilogo};
use super::sarif;
use super::scelta::Scelta;
use crate::build;
use crate::catalogo;
use crate::cause::{self, Cause};
use crate::diag::{Finding, Tally};
use crate::law::Law;
use crate::source::Source;

/// The findings of each plan, for a log.
type Log = Vec<(Source, Vec<Cause>)>;

pub(super) fn run(args: &Check, output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let scelta = match Scelta::new(args, law) {
        Ok(scelta) => scelta,
        Err(unknown) => {
            return Ok(output.fail(None, exit::USAGE, &unknown.message, &[unknown.help]));
        }
    };
    let mut worst = exit::FINE;
    let mut log = Log::new();
    for path in &args.plans.plans {
        worst = worst.max(one(path, args, &scelta, output, &mut log)?);
    }
    if output.format == Format::Sarif {
        let log = sarif::log(&log, &catalogo::all(law));
        Console::line(&serde_json::to_string_pretty(&log)?)?;
    }
    Ok(worst)
}

fn one(
    path: &Path,
    args: &Check,
    scelta: &Scelta<'_>,
    output: &Console,
    log: &mut Log,
) -> anyhow::Result<u8> {
    let called = match piani::read(path, output) {
        Ok(called) => called,
        Err(code) => return Ok(code),
    };
    let (source, law) = (&called.plan.source, Law::embedded());
    let checked = called.plan.check(law);
    let scelta = match scelta.of(args, &called, &checked) {
        Ok(scelta) => scelta,
        Err(unknown) => {
            let piano = Some(source.name.as_str());
            return Ok(output.fail(piano, exit::USAGE, &unknown.message, &[unknown.help]));
        }
    };
    let mut findings = checked.findings.clone();
    findings.retain(|finding| scelta.counts(finding, &checked));
    let code = code(&findings, args.strict);
    findings.retain(|finding| scelta.shows(finding));
    let nascosti = checked.findings.len() - findings.len();
    let causes = if args.tutti { cause::each(findings) } else { checked.gather(findings) };
    if output.format == Format::Sarif {
        log.push((source.clone(), causes));
        return Ok(code);
    }
    output.findings(&causes, source)?;
    let riepilogo = scelta.is_whole().then(|| Riepilogo::new(&checked, &causes, law));
    summarize(source, &causes, nascosti, code, riepilogo.as_ref(), output)?;
    Ok(code)
}

/// The exit code that some findings give.
pub(super) fn code(findings: &[Finding], strict: bool) -> u8 {
    if build::stops(findings, strict) { exit::PLAN } else { exit::FINE }
}

/// The last lines: where the findings are, how many, and how many were not asked for.
pub(super) fn summarize(
    source: &Source,
    causes: &[Cause],
    nascosti: usize,
    esito: u8,
    riepilogo: Option<&Riepilogo>,
    output: &Console,
) -> anyhow::Result<()> {
    let (piano, rilievi) = (source.name.as_str(), cause::tally(causes));
    if output.format == Format::Json {
        let chiusura = Chiusura { piano, esito, rilievi, nascosti, riepilogo };
        Console::event(Evento::Esito(chiusura))?;
        return Ok(());
    }
    if let Some(riepilogo) = riepilogo.filter(|_| output.is_told()) {
        riepilogo.print();
    }
    output.closing(&format!("{piano}: {}", sentence(rilievi, nascosti)));
    if let Some(next) = riepilogo::next(causes, source) {
        output.closing(&format!("ora: {next}"));
    }
    Ok(())
}

/// How many findings are shown, and how many are not: that there are none is never said of some.
fn sentence(rilievi: Tally, nascosti: usize) -> String {
    let hidden = match nascosti {
        0 => return rilievi.sentence(),
        1 => "un rilievo non è mostrato".into(),
        many => format!("{many} rilievi non sono mostrati"),
    };
    let shown = if rilievi.all() == 0 { "niente da mostrare".into() } else { rilievi.sentence() };
    format!("{shown}; {hidden}")
}
