//! The summary of a check: how many findings in each sub-section, and for each office.

use std::collections::BTreeMap;

use super::output::Output;
use crate::Checked;
use crate::diag::{Finding, Tally};
use crate::law::Law;
use crate::source::Span;

/// What stands in the place of a sub-section or of an office that a finding does not have.
const WHOLE: &str = "tutto il piano";
const NOBODY: &str = "nessun ufficio indicato";

/// Says, for a person at a terminal, where the findings are and who answers for them.
pub(super) fn print(checked: &Checked, findings: &[Finding], law: &Law) {
    if findings.len() < 2 {
        return;
    }
    table("Per sottosezione", findings, |finding| section(&finding.code, law));
    table("Per ufficio responsabile", findings, |finding| office(checked, finding.span));
}

fn table(title: &str, findings: &[Finding], group: impl Fn(&Finding) -> String) {
    let mut groups: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry(group(finding)).or_default().push(finding.clone());
    }
    let width = groups.keys().map(|name| name.chars().count()).max().unwrap_or(0);
    Output::error(title);
    for (name, findings) in &groups {
        Output::error(&format!("  {name:width$}  {}", Tally::of(findings).sentence()));
    }
}

/// The sub-section whose duties have the same area as a code.
fn section(code: &str, law: &Law) -> String {
    let area = code.split('-').next().unwrap_or(code);
    let same = |code: &str| code.split('-').next() == Some(area);
    law.sottosezioni
        .iter()
        .filter(|s| !s.numero.is_empty())
        .find(|s| s.dovere.iter().any(|dovere| same(&dovere.regola)))
        .map_or_else(|| WHOLE.into(), |s| format!("{} {}", s.numero, s.titolo))
}

/// The office that answers for the record that holds a place.
fn office(checked: &Checked, at: Span) -> String {
    let before = checked
        .offices
        .iter()
        .rev()
        .find(|(span, _)| span.file == at.file && span.start <= at.start);
    let code = before.and_then(|(_, unit)| unit.as_deref());
    let unit = code.and_then(|code| checked.piano.unita.iter().find(|unit| unit.id == code));
    unit.map_or_else(|| NOBODY.into(), |unit| unit.nome.clone())
}
