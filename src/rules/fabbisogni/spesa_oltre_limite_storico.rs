//! FAB-011.

use super::limiti;
use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

/// Kinds of limit that the law takes from the past.
const TIPI: &[&str] = &["media_2011_2013", "comma_562"];

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-011",
    name: "spesa-oltre-limite-storico",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ente_locale"],
    dal: None,
    al: None,
    norma: &["l-296-2006 art. 1, c. 557-quater", "l-296-2006 art. 1, c. 562"],
    summary: "La spesa di personale sta sotto il limite storico: la media 2011-2013 o quello del comma 562.",
    page: include_str!("spesa_oltre_limite_storico.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    limiti::check_presence(contesto, report, TIPI, "il limite storico della spesa di personale");
    limiti::check(contesto, report, TIPI, "la spesa di personale è di");
}
