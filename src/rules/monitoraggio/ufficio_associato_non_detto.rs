//! MON-010.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "MON-010",
    name: "ufficio-associato-non-detto",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Alta,
    per: &["ordinario", "ente_locale"],
    dal: None,
    al: None,
    norma: &["dl-80-2021 art. 6, c. 8", "dm-132-2022 art. 9"],
    summary: "Sotto i 15.000 abitanti si dice se il monitoraggio passa da un ufficio associato.",
    page: include_str!("ufficio_associato_non_detto.md"),
    check: Check::Piano(check),
};

/// Inhabitants under which monitoring may be shared.
const ABITANTI: i64 = 15_000;

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(popolazione) = &piano.anagrafica.popolazione else { return };
    let is_small = (1..ABITANTI).contains(&popolazione.numero);
    if !is_small || piano.is_omessa("4") || piano.monitoraggio.ufficio_associato.is_some() {
        return;
    }
    let popolazione_at = report.place(popolazione.luogo, "numero");
    report
        .at(
            piano.monitoraggio.luogo,
            "ufficio_associato",
            "non è detto se il monitoraggio passa da un ufficio associato",
        )
        .label("scrivi in «ufficio_associato» quale, o perché no")
        .see(popolazione_at, "gli abitanti sono meno di 15.000");
}
