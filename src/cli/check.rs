//! `piao check`.

use std::path::Path;

use super::args::{Check, Format};
use super::exit;
use super::output::Output;
use crate::diag::{Finding, Severity, Tally, json};
use crate::law::Law;
use crate::source::Source;

pub(super) fn run(args: &Check, output: &Output) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let mut worst = exit::FINE;
    for path in &args.plans.plans {
        worst = worst.max(one(path, args.strict, &law, output)?);
    }
    Ok(worst)
}

fn one(path: &Path, strict: bool, law: &Law, output: &Output) -> anyhow::Result<u8> {
    let Some(source) = load(path) else { return Ok(exit::DISK) };
    let checked = crate::check(&source, law);
    for finding in &checked.findings {
        output.finding(finding, &source, true)?;
    }
    let code = code(&checked.findings, strict);
    summarize(&source, &checked.findings, code, output)?;
    Ok(code)
}

/// Reads a plan, or says why it cannot be read.
pub(super) fn load(path: &Path) -> Option<Source> {
    Source::load(path).map_err(|error| Output::error(&format!("errore: {error}"))).ok()
}

/// The exit code that some findings give.
pub(super) fn code(findings: &[Finding], strict: bool) -> u8 {
    let heavy = |finding: &Finding| {
        strict && finding.severity == Severity::Avviso && finding.deroga.is_none()
    };
    if findings.iter().any(|finding| finding.stops() || heavy(finding)) {
        exit::PLAN
    } else {
        exit::FINE
    }
}

/// The last line: how many findings.
pub(super) fn summarize(
    source: &Source,
    findings: &[Finding],
    esito: u8,
    output: &Output,
) -> anyhow::Result<()> {
    let rilievi = Tally::of(findings);
    if output.format == Format::Json {
        let summary = json::Summary { piano: &source.name, esito, rilievi };
        Output::line(&serde_json::to_string(&summary)?)?;
    } else {
        Output::error(&format!("{}: {}", source.name, rilievi.sentence()));
    }
    Ok(())
}
