//! PUB-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PUB-004",
    name: "documento-non-accessibile",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["l-4-2004"],
    summary: "Titoli senza salti, tabelle con le intestazioni, nessuna immagine al posto del testo.",
    page: include_str!("documento_non_accessibile.md"),
    check: Check::Costruzione,
};
