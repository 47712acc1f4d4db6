//! TRA-006.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "TRA-006",
    name: "schemi-ulteriori-non-seguiti",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["anac-497-2025"],
    summary: "Gli obblighi dei cinque schemi ulteriori di pubblicazione li seguono.",
    page: include_str!("schemi_ulteriori_non_seguiti.md"),
    check: Check::NonVerificata,
};
