//! VP-021.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

/// Beyond these a choice is no longer a choice.
const MOLTI: usize = 10;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "VP-021",
    name: "valori-pubblici-troppi",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: Some("2025-12-17"),
    al: None,
    norma: &["linee-guida-2025"],
    summary: "Gli obiettivi di valore pubblico sono pochi e scelti.",
    page: include_str!("valori_pubblici_troppi.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let count = piano.obiettivi_vp.len();
    if count > MOLTI {
        report
            .at(
                piano.luogo,
                "obiettivi_vp",
                format!("gli obiettivi di valore pubblico sono {count}"),
            )
            .label("scegline pochi: gli altri diventano strategie, o obiettivi della 2.2");
    }
}
