//! A rule, as its page says it.

use jiff::civil::Date;

use super::{Contesto, Report};
use crate::diag::{Finding, Places, Severity};
use crate::law::{Law, Profilo};
use crate::model::Piano;
use crate::norma::Fiducia;
use crate::valori::giorno::in_force;

/// A rule: what it is called, what it stands on, what it does.
#[derive(Debug)]
pub struct Rule {
    /// Area and number, `PER-012`. Never reused, never renumbered.
    pub code: String,
    /// Kebab-case and Italian; names the defect, not the cure.
    pub name: String,
    /// Weight.
    pub severity: Severity,
    /// How sure the citations are.
    pub fiducia: Fiducia,
    /// Properties that the administration must have, all of them, for the rule to apply.
    pub per: Vec<String>,
    /// Keys of the plan without which the rule has nothing to say: what is not there is another
    /// finding.
    pub presuppone: Vec<String>,
    /// First day of validity; from always when there is none.
    pub dal: Option<Date>,
    /// Last day of validity; for ever when there is none.
    pub al: Option<Date>,
    /// Citations: key of an act of `plan/norme.toml`, a space, the place inside it. Never empty.
    pub norma: Vec<String>,
    /// What the rule asks, in one sentence, printed in lists.
    pub summary: String,
    /// The Markdown page, without what stands at its head.
    pub page: &'static str,
    /// What it does.
    pub check: Check,
}

/// Who carries a rule out.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// A function over the typed plan.
    Piano(Function),
    /// The phases before the model: reading, syntax, schema.
    Prima,
    /// Nobody: it is met by construction, and the page says by what and which test holds it.
    Costruzione,
    /// Nobody: it cannot be checked, and the page says why.
    NonVerificata,
}

/// What a rule does with a plan.
pub type Function = fn(&Contesto<'_>, &mut Report<'_>);

impl Rule {
    /// Whether the rule binds this administration on the date of its plan.
    #[must_use]
    pub fn binds(&self, profilo: &Profilo) -> bool {
        in_force(self.dal, self.al, profilo.data)
            && self.per.iter().all(|property| profilo.has_named(property))
    }

    /// Whether what the rule presupposes is written in the plan, in whatever form.
    pub(super) fn is_founded(&self, piano: &Piano, places: &Places) -> bool {
        self.presuppone.iter().all(|chiave| places.is_written(piano.luogo, chiave))
    }

    /// Gives a finding of the rule what its page says: weight, source, and how sure it is.
    pub(super) fn sign(&self, finding: &mut Finding, law: &Law, profilo: &Profilo) {
        finding.severity = self.severity;
        finding.norma = law.cite_all(self.norma.iter().map(String::as_str), profilo);
        finding.unsure = self.fiducia.is_unsure();
        finding.cap(profilo.fiducia(&self.per));
    }
}
