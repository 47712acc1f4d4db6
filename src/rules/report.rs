//! A rule's pen.

use super::Rule;
use crate::diag::{Finding, Findings, Places, Severity};
use crate::law::{Law, Profilo};
use crate::model::Luogo;
use crate::norma::{Citazione, Fiducia};
use crate::source::Span;

/// A rule's pen: signs every finding with the rule's code, weight and source.
pub struct Report<'a> {
    rule: &'a Rule,
    law: &'a Law,
    profilo: &'a Profilo,
    places: &'a Places,
    findings: &'a mut Findings,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        rule: &'a Rule,
        law: &'a Law,
        profilo: &'a Profilo,
        places: &'a Places,
        findings: &'a mut Findings,
    ) -> Self {
        Self { rule, law, profilo, places, findings }
    }

    /// Reports the defect at a field of a record, or at the record when `campo` is empty or the
    /// field is not there; in silence when the field is broken, of which somebody complained
    /// already. The message is one sentence, lower case, without a full stop.
    pub fn at(&mut self, luogo: Luogo, campo: &str, message: impl Into<String>) -> Pending<'_> {
        let (rule, span) = (self.rule, self.places.span(luogo, campo));
        let mut finding = Finding::new(&rule.code, rule.severity, span, message);
        finding.norma = self.law.cite_all(rule.norma.iter().map(String::as_str), self.profilo);
        finding.unsure = rule.fiducia.is_unsure();
        finding.explained = true;
        finding.cap(self.profilo.fiducia(&rule.per));
        let finding = (!self.places.is_broken(luogo, campo)).then_some(finding);
        Pending { finding, findings: self.findings }
    }

    /// Whether a field is written, but in a wrong form: the rule does not know what it says.
    #[must_use]
    pub fn is_broken(&self, luogo: Luogo, campo: &str) -> bool {
        self.places.is_broken(luogo, campo)
    }

    /// The place of a field, for [`Pending::see`].
    #[must_use]
    pub fn place(&self, luogo: Luogo, campo: &str) -> Span {
        self.places.span(luogo, campo)
    }
}

/// A finding still being written: it counts as found when it goes out of scope.
pub struct Pending<'a> {
    finding: Option<Finding>,
    findings: &'a mut Findings,
}

impl Pending<'_> {
    /// Says, at the place itself, what it leads to.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.edit(|finding| _ = finding.label(label))
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
