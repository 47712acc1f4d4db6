//! ORG-009.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "ORG-009",
    name: "unita-inesistente",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "Le unità citate nel piano sono nell’organigramma.",
    page: include_str!("unita_inesistente.md"),
    check: Check::Costruzione,
};
