//! XRF-002.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "XRF-002",
    name: "rinvio-a-nulla",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "Ogni rinvio porta a un elemento del piano, del tipo che serve.",
    page: include_str!("rinvio_a_nulla.md"),
    check: Check::Prima,
};
