//! SEM-001.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::atto::schema_non_rispettato;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "SEM-001",
    name: "parte-semplificata-omessa",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &["semplificato"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 6, c. 1", "dm-132-2022 art. 6, c. 3"],
    summary: "Anche sotto i cinquanta dipendenti il piano ha le sezioni 1, 2.3, 3.1, 3.2 e 3.3.",
    page: include_str!("parte_semplificata_omessa.md"),
    check: Check::Piano(schema_non_rispettato::check_omissioni),
};
