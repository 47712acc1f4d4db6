//! SEM-002.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::rischi_corruttivi::area_di_legge_scoperta;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "SEM-002",
    name: "area-semplificata-scoperta",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["semplificato"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 6, c. 1", "l-190-2012 art. 1, c. 16"],
    summary: "Le aree di rischio della mappatura ridotta hanno un processo, o il motivo per cui manca.",
    page: include_str!("area_semplificata_scoperta.md"),
    check: Check::Piano(area_di_legge_scoperta::check),
};
