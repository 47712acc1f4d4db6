//! MON-010.

use crate::model::campo;
use crate::rules::{Contesto, Report};

/// Inhabitants under which monitoring may be shared.
const ABITANTI: i64 = 15_000;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(popolazione) = &piano.anagrafica.popolazione else { return };
    let is_small = popolazione.conteggio().is_some_and(|people| people.sotto(ABITANTI));
    if !is_small || piano.is_omessa("4") || piano.monitoraggio.ufficio_associato.is_some() {
        return;
    }
    let popolazione_at = report.place(popolazione.luogo, campo::NUMERO);
    report
        .at(
            piano.monitoraggio.luogo,
            campo::UFFICIO_ASSOCIATO,
            "non è detto se il monitoraggio passa da un ufficio associato",
        )
        .label("scrivi in «ufficio_associato» quale, o perché no")
        .see(popolazione_at, "gli abitanti sono meno di 15.000");
}
