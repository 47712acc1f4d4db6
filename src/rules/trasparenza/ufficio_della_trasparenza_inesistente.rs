//! TRA-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "TRA-004",
    name: "ufficio-della-trasparenza-inesistente",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "Gli uffici che trasmettono e pubblicano sono nell’organigramma.",
    page: include_str!("ufficio_della_trasparenza_inesistente.md"),
    check: Check::Costruzione,
};
