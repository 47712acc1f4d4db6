//! XRF-003.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "XRF-003",
    name: "codice-ripetuto",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "Ogni codice è di un solo elemento del piano.",
    page: include_str!("codice_ripetuto.md"),
    check: Check::Prima,
};
