//! XRF-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "XRF-004",
    name: "catena-del-rischio-interrotta",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 3, c. 1, lett. c), n. 5"],
    summary: "Dal rischio si arriva alla misura, a chi ne risponde, alla scadenza, all’indicatore.",
    page: include_str!("catena_del_rischio_interrotta.md"),
    check: Check::Costruzione,
};
