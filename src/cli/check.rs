//! `piao check`.

use std::path::Path;

use super::args::{Check, Format, Weight};
use super::exit;
use super::output::Output;
use super::{riepilogo, sarif};
use crate::catalogo;
use crate::diag::{Finding, Severity, Tally, json};
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
        if output.format == Format::Human {
            riepilogo::print(&checked, &findings, &law);
        }
        summarize(&source, &findings, code, output)?;
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
