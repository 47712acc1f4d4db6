//! One finding a line, for editors, scripts and screen readers.

use super::Finding;
use crate::source::Source;

/// `file:line:column: errore[PER-012]: message [source]`.
#[must_use]
pub fn line(finding: &Finding, source: &Source) -> String {
    let name = source.path(finding.span.file);
    let (line, column) = source.position(finding.span);
    let fonti: Vec<&str> = finding.norma.iter().map(|norma| norma.testo.as_str()).collect();
    let fonti = if fonti.is_empty() { String::new() } else { format!(" [{}]", fonti.join("; ")) };
    let deroga = if finding.deroga.is_some() { " (messa da parte)" } else { "" };
    format!(
        "{name}:{line}:{column}: {}[{}]: {}{fonti}{deroga}",
        finding.severity.name(),
        finding.code,
        finding.message
    )
}
