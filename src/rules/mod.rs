//! The rules that need judgement, one pair of files each.
//!
//! Beside every `name.rs` lives `name.md`: what the rule asks and why, a wrong and a right
//! example. The page is what `piao explain` prints, and its examples are the rule's tests.
//! A check reads the typed plan and the profile of the administration; it never says which kind
//! of administration it is about.

mod anagrafica;
mod atto;
mod coerenza;
mod fabbisogni;
mod formazione;
mod indicatori;
mod lavoro_agile;
mod monitoraggio;
mod parole;
mod performance;
mod prosa;
mod pubblicazione;
pub mod registry;
mod rischi_corruttivi;
mod semplificato;
mod struttura_organizzativa;
mod testi;
mod trasparenza;
mod valore_pubblico;

use crate::diag::{Finding, Findings, Places, Severity};
use crate::law::giorno::in_force;
use crate::law::{Law, Profilo};
use crate::model::{Luogo, Piano};
use crate::norma::Fiducia;
use crate::source::Span;

pub use registry::RULES;

/// A rule: what it is called, what it stands on, what it does.
pub struct Rule {
    /// Area and number, `PER-012`. Never reused, never renumbered.
    pub code: &'static str,
    /// Kebab-case and Italian; names the defect, not the cure.
    pub name: &'static str,
    /// Weight.
    pub severity: Severity,
    /// How sure the citations are.
    pub fiducia: Fiducia,
    /// Properties that the administration must have, all of them, for the rule to apply.
    pub per: &'static [&'static str],
    /// First day of validity, an ISO date; from always when there is none.
    pub dal: Option<&'static str>,
    /// Last day of validity, an ISO date; for ever when there is none.
    pub al: Option<&'static str>,
    /// Citations: key of an act of `plan/norme.toml`, a space, the place inside it. Never empty.
    pub norma: &'static [&'static str],
    /// What the rule asks, in one sentence, printed in lists.
    pub summary: &'static str,
    /// The Markdown page.
    pub page: &'static str,
    /// What it does.
    pub check: Check,
}

/// Who carries a rule out.
#[derive(Clone, Copy)]
pub enum Check {
    /// A function over the typed plan.
    Piano(fn(&Contesto<'_>, &mut Report<'_>)),
    /// The phases before the model: reading, syntax, schema.
    Prima,
    /// Nobody: it is met by construction, and the page says by what and which test holds it.
    Costruzione,
    /// Nobody: it cannot be checked, and the page says why.
    NonVerificata,
}

impl Rule {
    /// Whether the rule binds this administration on the date of its plan.
    #[must_use]
    pub fn binds(&self, profilo: &Profilo) -> bool {
        let day = |iso: Option<&str>| iso.and_then(|iso| iso.parse().ok());
        in_force(day(self.dal), day(self.al), profilo.data) && self.per.iter().all(|property| profilo.has(property))
    }
}

/// What a check may read.
pub struct Contesto<'a> {
    /// The plan.
    pub piano: &'a Piano,
    /// The administration.
    pub profilo: &'a Profilo,
    /// The law: closed lists and calendar.
    pub law: &'a Law,
}

/// A rule's pen: signs every finding with the rule's code, weight and source.
pub struct Report<'a> {
    rule: &'static Rule,
    law: &'a Law,
    profilo: &'a Profilo,
    places: &'a Places,
    findings: &'a mut Findings,
    scrap: Finding,
}

impl Report<'_> {
    /// Reports the defect at a field of a record, or at the record when `campo` is empty or the
    /// field is not there. The message is one sentence, lower case, without a full stop.
    pub fn at(&mut self, luogo: Luogo, campo: &str, message: impl Into<String>) -> &mut Finding {
        let span = self.places.span(luogo, campo);
        let mut finding = Finding::new(self.rule.code, self.rule.severity, span, message);
        finding.norma = self.law.cite_all(self.rule.norma.iter().copied(), self.profilo);
        finding.unsure = self.rule.fiducia.is_unsure();
        finding.help = Some(format!("piao explain {}", self.rule.code));
        finding.cap(self.profilo.fiducia(self.rule.per));
        if self.places.is_broken(luogo, campo) {
            self.scrap = finding;
            return &mut self.scrap;
        }
        self.findings.push(finding)
    }

    /// Whether a field is written, but in a wrong form: the rule does not know what it says.
    #[must_use]
    pub fn is_broken(&self, luogo: Luogo, campo: &str) -> bool {
        self.places.is_broken(luogo, campo)
    }

    /// The place of a field, for [`Finding::see`].
    #[must_use]
    pub fn place(&self, luogo: Luogo, campo: &str) -> Span {
        self.places.span(luogo, campo)
    }
}

/// Runs every rule that applies to the administration.
pub fn check(
    piano: &Piano,
    profilo: &Profilo,
    law: &Law,
    places: &Places,
    findings: &mut Findings,
) {
    let contesto = Contesto { piano, profilo, law };
    for rule in RULES {
        let Check::Piano(check) = rule.check else { continue };
        if rule.binds(profilo) {
            let scrap = Finding::new(rule.code, rule.severity, Span::default(), "");
            check(&contesto, &mut Report { rule, law, profilo, places, findings, scrap });
        }
    }
}
