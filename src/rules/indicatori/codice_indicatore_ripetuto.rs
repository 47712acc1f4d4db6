//! IND-011.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "IND-011",
    name: "codice-indicatore-ripetuto",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "Il codice di un indicatore è di un solo indicatore, con una sola partenza e una sola unità.",
    page: include_str!("codice_indicatore_ripetuto.md"),
    check: Check::Prima,
};
