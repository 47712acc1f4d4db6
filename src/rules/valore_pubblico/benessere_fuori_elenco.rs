//! VP-013.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "VP-013",
    name: "benessere-fuori-elenco",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita"],
    summary: "I domini BES e gli obiettivi dell’Agenda 2030 sono quelli degli elenchi ufficiali.",
    page: include_str!("benessere_fuori_elenco.md"),
    check: Check::Prima,
};
