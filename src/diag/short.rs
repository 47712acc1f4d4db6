//! One finding a line, for editors, scripts and screen readers.

use super::Finding;
use crate::source::Source;

/// `file:line:column: errore[PER-012]: message [source]`; in a sheet, `workbook › sheet › cell: …`.
#[must_use]
pub fn line(finding: &Finding, source: &Source) -> String {
    let place = source.place(finding.span);
    let fonti: Vec<&str> = finding.norma.iter().map(|norma| norma.testo.as_str()).collect();
    let fonti = if fonti.is_empty() { String::new() } else { format!(" [{}]", fonti.join("; ")) };
    let deroga = if finding.deroga.is_some() { " (messa da parte)" } else { "" };
    format!(
        "{place}: {}[{}]: {}{fonti}{deroga}",
        finding.severity.name(),
        finding.code,
        finding.message
    )
}
