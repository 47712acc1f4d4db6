//! PER-032.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-032",
    name: "codice-obiettivo-ripetuto",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "Il codice di un obiettivo di performance è di un solo elemento del piano.",
    page: include_str!("codice_obiettivo_ripetuto.md"),
    check: Check::Prima,
};
