//! `piao check`.

use std::path::Path;

use serde::Serialize;

use super::args::{Check, Format, Weight};
use super::exit;
use super::output::Console;
use super::riepilogo::Riepilogo;
use super::sarif;
use crate::Plan;
use crate::build;
use crate::catalogo;
use crate::diag::{Finding, Severity, Tally};
use crate::law::Law;
use crate::source::Source;

pub(super) fn run(args: &Check, output: &Console) -> anyhow::Result<u8> {
    if let Some(unknown) = unknown(&args.only) {
        Console::error(&format!(
            "errore: nessuna regola è «{unknown}»; «piao rules» le elenca tutte"
        ));
        return Ok(exit::USAGE);
    }
    let mut worst = exit::FINE;
    let mut plans = Vec::new();
    for path in &args.plans.plans {
        let Some(plan) = load(path) else {
            worst = exit::DISK;
            continue;
        };
        let (source, law) = (&plan.source, Law::embedded());
        let checked = plan.check(law);
        let mut findings = checked.findings.clone();
        findings.retain(|finding| is_named(finding, args));
        // What is not shown for its weight still counts.
        let code = code(&findings, args.strict);
        worst = worst.max(code);
        let all = findings.len();
        findings.retain(|finding| finding.severity >= least(args));
        if output.format == Format::Sarif {
            plans.push((source.clone(), findings));
            continue;
        }
        for finding in &findings {
            output.finding(finding, source, true)?;
        }
        let riepilogo = Riepilogo::new(&checked, &findings, law);
        let riepilogo = Some(&riepilogo).filter(|_| args.only.is_empty());
        summarize(source, &findings, code, riepilogo, output)?;
        let hidden = all - findings.len() + (checked.findings.len() - all);
        if hidden > 0 && output.format != Format::Json {
            let count = if hidden == 1 {
                "un rilievo non è mostrato".into()
            } else {
                format!("{hidden} rilievi non sono mostrati")
            };
            Console::error(&format!("{}: {count}, per «--only» o «--severity»", source.name));
        }
    }
    if output.format == Format::Sarif {
        let log = sarif::log(&plans, &catalogo::all(Law::embedded()));
        Console::line(&serde_json::to_string_pretty(&log)?)?;
    }
    Ok(worst)
}

/// The least weight that is shown.
fn least(args: &Check) -> Severity {
    match args.severity {
        None | Some(Weight::Consiglio) => Severity::Consiglio,
        Some(Weight::Avviso) => Severity::Avviso,
        Some(Weight::Errore) => Severity::Errore,
    }
}

/// Whether the user asked for a finding, by code or area.
fn is_named(finding: &Finding, args: &Check) -> bool {
    args.only.is_empty() || args.only.iter().any(|wanted| names(wanted, &finding.code))
}

/// Whether a word is a code or its area.
fn names(wanted: &str, code: &str) -> bool {
    let area = code.split('-').next().unwrap_or("");
    wanted.eq_ignore_ascii_case(code) || wanted.eq_ignore_ascii_case(area)
}

/// The first word that names no rule.
fn unknown(only: &[String]) -> Option<&String> {
    if only.is_empty() {
        return None;
    }
    let all = catalogo::all(Law::embedded());
    only.iter().find(|wanted| !all.iter().any(|entry| names(wanted, &entry.codice)))
}

/// Reads a plan, or says why it cannot be read.
pub(super) fn load(path: &Path) -> Option<Plan> {
    Plan::read(path).map_err(|error| Console::error(&format!("errore: {error}"))).ok()
}

/// The exit code that some findings give.
pub(super) fn code(findings: &[Finding], strict: bool) -> u8 {
    if build::stops(findings, strict) { exit::PLAN } else { exit::FINE }
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
    output: &Console,
) -> anyhow::Result<()> {
    let rilievi = Tally::of(findings);
    if output.format == Format::Json {
        let summary = Summary { piano: &source.name, esito, rilievi, riepilogo };
        Console::line(&serde_json::to_string(&summary)?)?;
    } else {
        if let Some(riepilogo) = riepilogo.filter(|_| output.format == Format::Human) {
            riepilogo.print();
        }
        Console::error(&format!("{}: {}", source.name, rilievi.sentence()));
    }
    Ok(())
}
