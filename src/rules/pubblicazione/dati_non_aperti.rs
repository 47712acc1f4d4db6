//! PUB-007.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PUB-007",
    name: "dati-non-aperti",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dlgs-33-2013 art. 7"],
    summary: "Accanto al documento ci sono i suoi dati in formato aperto.",
    page: include_str!("dati_non_aperti.md"),
    check: Check::Costruzione,
};
