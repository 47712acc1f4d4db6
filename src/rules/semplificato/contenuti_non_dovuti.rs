//! SEM-003.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "SEM-003",
    name: "contenuti-non-dovuti",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Alta,
    per: &["semplificato"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 6, c. 4"],
    summary: "Sotto i cinquanta dipendenti non si chiedono 2.1, 2.2, sezione 4 e il resto della 3.3.",
    page: include_str!("contenuti_non_dovuti.md"),
    check: Check::Costruzione,
};
