//! A finding still being written.

use crate::diag::{Finding, Findings, Severity};
use crate::norma::{Citazione, Fiducia};
use crate::source::Span;

/// A finding still being written: it counts as found when it goes out of scope.
pub struct Pending<'a> {
    pub(super) finding: Option<Finding>,
    pub(super) findings: &'a mut Findings,
}

impl Pending<'_> {
    /// Says, at the place itself, what it leads to.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.edit(|finding| _ = finding.label(label))
    }

    /// Says that what is written there is not wrong: more rows are to be written beside it.
    pub fn lacks_rows(&mut self) -> &mut Self {
        self.edit(|finding| finding.about.absent = Some("[]".into()))
    }

    /// Says what to do next.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.edit(|finding| _ = finding.help(help))
    }

    /// Points at another place that explains this one.
    pub fn see(&mut self, span: Span, label: impl Into<String>) -> &mut Self {
        self.edit(|finding| _ = finding.see(span, label))
    }

    /// Weighs no more than a source so sure may back.
    pub fn cap(&mut self, fiducia: Fiducia) -> &mut Self {
        self.edit(|finding| _ = finding.cap(fiducia))
    }

    /// Weighs no more than this.
    pub fn at_most(&mut self, severity: Severity) -> &mut Self {
        self.edit(|finding| finding.severity = finding.severity.min(severity))
    }

    /// Says that what it stands on is to be read again.
    pub fn unsure(&mut self) -> &mut Self {
        self.edit(|finding| finding.unsure = true)
    }

    /// Stands on other acts too.
    pub fn cites_also(&mut self, norma: impl IntoIterator<Item = Citazione>) -> &mut Self {
        self.edit(|finding| finding.norma.extend(norma))
    }

    /// Stands on other acts than the rule.
    pub fn cites_instead(&mut self, norma: Vec<Citazione>) -> &mut Self {
        self.edit(|finding| finding.norma = norma)
    }

    fn edit(&mut self, change: impl FnOnce(&mut Finding)) -> &mut Self {
        self.finding.as_mut().map(change);
        self
    }
}

impl Drop for Pending<'_> {
    fn drop(&mut self) {
        if let Some(finding) = self.finding.take() {
            self.findings.push(finding);
        }
    }
}
