//! `piao check`.

use std::path::Path;

use serde::Serialize;

use super::args::{Check, Format, Weight};
use super::exit;
use super::output::Output;
use super::riepilogo::Riepilogo;
use super::sarif;
use crate::catalogo;
use crate::diag::{Finding, Severity, Tally};
use crate::law::Law;
use crate::source::Source;

pub(super) fn run(args: &Check, output: &Output) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let mut worst = exit::FINE;
    let mut plans = Vec::new();
    for path in &args.plans.plans {
        let Some(source) = load(path) else {
            worst = exit::DISK;
            continue;
        };
        let checked = crate::check(&source, &law);
        let mut findings = checked.findings.clone();
        findings.retain(|finding| is_wanted(finding, args));
        let code = code(&findings, args.strict);
        worst = worst.max(code);
        if output.format == Format::Sarif {
            plans.push((source, findings));
            continue;
        }
        for finding in &findings {
            output.finding(finding, &source, true)?;
        }
        let riepilogo = Riepilogo::new(&checked, &findings, &law);
        summarize(&source, &findings, code, Some(&riepilogo), output)?;
    }
    if output.format == Format::Sarif {
        let log = sarif::log(&plans, &catalogo::all(&law));
        Output::line(&serde_json::to_string_pretty(&log)?)?;
    }
    Ok(worst)
}

/// Whether the user asked for a finding: by code or area, and by weight.
fn is_wanted(finding: &Finding, args: &Check) -> bool {
    let least = match args.severity {
        None | Some(Weight::Consiglio) => Severity::Consiglio,
        Some(Weight::Avviso) => Severity::Avviso,
        Some(Weight::Errore) => Severity::Errore,
    };
    let area = finding.code.split('-').next().unwrap_or("");
    let named = |wanted: &String| {
        wanted.eq_ignore_ascii_case(&finding.code) || wanted.eq_ignore_ascii_case(area)
    };
    finding.severity >= least && (args.only.is_empty() || args.only.iter().any(named))
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

/// The outcome of a plan, as the last line of its report.
#[derive(Serialize)]
struct Summary<'a> {
    /// The plan, as it was called.
    piano: &'a str,
    /// Exit code that this plan alone would give.
    esito: u8,
    /// How many findings.
    rilievi: Tally,
    #[serde(flatten)]
    riepilogo: Option<&'a Riepilogo>,
}

/// The last lines: where the findings are, and how many.
pub(super) fn summarize(
    source: &Source,
    findings: &[Finding],
    esito: u8,
    riepilogo: Option<&Riepilogo>,
    output: &Output,
) -> anyhow::Result<()> {
    let rilievi = Tally::of(findings);
    if output.format == Format::Json {
        let summary = Summary { piano: &source.name, esito, rilievi, riepilogo };
        Output::line(&serde_json::to_string(&summary)?)?;
    } else {
        if let Some(riepilogo) = riepilogo.filter(|_| output.format == Format::Human) {
            riepilogo.print();
        }
        Output::error(&format!("{}: {}", source.name, rilievi.sentence()));
    }
    Ok(())
}
