//! PUB-010.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PUB-010",
    name: "file-oltre-i-limiti-del-portale",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Dubbia,
    per: &[],
    dal: None,
    al: None,
    norma: &["prassi portale del Dipartimento della funzione pubblica"],
    summary: "I file del piano stanno nei limiti del portale.",
    page: include_str!("file_oltre_i_limiti_del_portale.md"),
    check: Check::NonVerificata,
};
