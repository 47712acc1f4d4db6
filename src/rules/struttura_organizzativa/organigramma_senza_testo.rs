//! ORG-010.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "ORG-010",
    name: "organigramma-senza-testo",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["l-4-2004"],
    summary: "L’organigramma si legge anche senza vederlo.",
    page: include_str!("organigramma_senza_testo.md"),
    check: Check::Costruzione,
};
