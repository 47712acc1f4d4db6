//! A rule's pen.

use super::Rule;
use crate::diag::{Finding, Findings, Places};
use crate::law::{Law, Profilo};
use crate::model::Luogo;
use crate::source::Span;

/// A rule's pen: signs every finding with the rule's code, weight and source.
pub struct Report<'a> {
    rule: &'a Rule,
    law: &'a Law,
    profilo: &'a Profilo,
    places: &'a Places,
    findings: &'a mut Findings,
    scrap: Finding,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        rule: &'a Rule,
        law: &'a Law,
        profilo: &'a Profilo,
        places: &'a Places,
        findings: &'a mut Findings,
    ) -> Self {
        let scrap = Finding::new(&rule.code, rule.severity, Span::default(), "");
        Self { rule, law, profilo, places, findings, scrap }
    }

    /// Reports the defect at a field of a record, or at the record when `campo` is empty or the
    /// field is not there. The message is one sentence, lower case, without a full stop.
    pub fn at(&mut self, luogo: Luogo, campo: &str, message: impl Into<String>) -> &mut Finding {
        let span = self.places.span(luogo.0, campo);
        let mut finding = Finding::new(&self.rule.code, self.rule.severity, span, message);
        finding.norma = self.law.cite_all(self.rule.norma.iter().map(String::as_str), self.profilo);
        finding.unsure = self.rule.fiducia.is_unsure();
        finding.help = Some(format!("piao explain {}", self.rule.code));
        finding.cap(self.profilo.fiducia(&self.rule.per));
        if self.places.is_broken(luogo.0, campo) {
            self.scrap = finding;
            return &mut self.scrap;
        }
        self.findings.push(finding)
    }

    /// Whether a field is written, but in a wrong form: the rule does not know what it says.
    #[must_use]
    pub fn is_broken(&self, luogo: Luogo, campo: &str) -> bool {
        self.places.is_broken(luogo.0, campo)
    }

    /// The place of a field, for [`Finding::see`].
    #[must_use]
    pub fn place(&self, luogo: Luogo, campo: &str) -> Span {
        self.places.span(luogo.0, campo)
    }
}
