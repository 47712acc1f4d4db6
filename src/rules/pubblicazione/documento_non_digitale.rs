//! PUB-003.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PUB-003",
    name: "documento-non-digitale",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 7, c. 1", "l-4-2004"],
    summary: "Il documento nasce digitale: testo vero, struttura, lingua, titolo, segnalibri.",
    page: include_str!("documento_non_digitale.md"),
    check: Check::Costruzione,
};
