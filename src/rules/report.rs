//! A rule's pen.

use super::{Missing, Pending, Rule};
use crate::diag::{About, Finding, Findings, Places};
use crate::law::{Campo, Law, Percorso, Profilo};
use crate::model::raccolta::Testo;
use crate::model::{Chiave, Luogo};
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

    /// Reports the defect at a field of a record, or at the record when the field is not there; in
    /// silence when the field is broken, of which somebody complained already, and when the record
    /// is not there: that is the finding. The message is one sentence, lower case, without a full stop.
    pub fn at(&mut self, luogo: Luogo, campo: Chiave, message: impl Into<String>) -> Pending<'_> {
        self.check_owner(luogo, campo);
        self.pending(luogo, campo.as_str(), message.into())
    }

    /// Reports the defect at a field of a record that only the law names.
    pub fn at_field(
        &mut self,
        luogo: Luogo,
        campo: &Campo,
        message: impl Into<String>,
    ) -> Pending<'_> {
        self.pending(luogo, &campo.chiave, message.into())
    }

    /// Reports the defect at a record.
    pub fn on(&mut self, luogo: Luogo, message: impl Into<String>) -> Pending<'_> {
        self.pending(luogo, "", message.into())
    }

    /// Reports the defect at a text.
    pub fn within(&mut self, testo: &Testo, message: impl Into<String>) -> Pending<'_> {
        self.pending(testo.luogo, &testo.campo, message.into())
    }

    fn pending(&mut self, luogo: Luogo, campo: &str, message: String) -> Pending<'_> {
        let (rule, span) = (self.rule, self.places.span(luogo, campo));
        let mut finding = Finding::new(&rule.code, rule.severity, span, message);
        let part = self.places.part(luogo).or_else(|| self.law.part_of(campo));
        let unwritten = !campo.is_empty() && !self.places.is_written(luogo, campo);
        finding.about = About { luogo, part, absent: unwritten.then(|| campo.to_owned()) };
        rule.sign(&mut finding, self.law, self.profilo);
        finding.explained = true;
        finding.help = unwritten.then(|| self.offer(&self.places.path(luogo, campo))).flatten();
        let known = luogo != Luogo::default() && !self.places.is_broken(luogo, campo);
        Pending { finding: known.then_some(finding), findings: self.findings }
    }

    /// What to type for a field, by its path from the plan: `processi[area = contratti].nome`.
    #[must_use]
    pub fn offer(&self, path: &str) -> Option<String> {
        let path = Percorso::try_from(path.to_owned()).ok()?;
        let typed = self.law.esempio(Some(self.profilo)).dovere(&path);
        (!typed.is_empty()).then(|| self.places.with_new_code(typed))
    }

    /// What a record lacks of some fields, each said to be there or not, with its name. A broken
    /// field is there: it only says what nobody understands.
    #[must_use]
    pub fn absent<const N: usize>(
        &self,
        luogo: Luogo,
        asked: [(bool, Chiave, &'static str); N],
    ) -> Option<Missing> {
        let missing = asked
            .into_iter()
            .filter(|(is_there, campo, _)| !is_there && !self.is_broken(luogo, *campo));
        let (fields, names): (Vec<Chiave>, _) =
            missing.map(|(_, campo, name)| (campo, name)).unzip();
        Some(Missing { first: *fields.first()?, names })
    }

    /// Whether a field is written, but in a wrong form: the rule does not know what it says.
    #[must_use]
    pub fn is_broken(&self, luogo: Luogo, campo: Chiave) -> bool {
        self.check_owner(luogo, campo);
        self.places.is_broken(luogo, campo.as_str())
    }

    /// The place of a field, for [`Pending::see`].
    #[must_use]
    pub fn place(&self, luogo: Luogo, campo: Chiave) -> Span {
        self.check_owner(luogo, campo);
        self.places.span(luogo, campo.as_str())
    }

    /// The compiler knows that the field exists, the tests that its record may have it.
    fn check_owner(&self, luogo: Luogo, campo: Chiave) {
        let owned = self.places.kind(luogo).is_none_or(|kind| {
            let record = self.law.record.get(kind).unwrap_or(&self.law.radice);
            record.campo(campo.as_str()).is_some()
        });
        debug_assert!(owned, "{}: no record there has «{}»", self.rule.code, campo.as_str());
    }
}
