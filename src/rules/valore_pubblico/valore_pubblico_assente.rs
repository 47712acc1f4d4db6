//! VP-001.

use crate::model::valore_pubblico::ObiettivoVp;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    match piano.obiettivi_vp.as_slice() {
        [] if piano.is_omessa("2.1") => {}
        [] => {
            report
                .at(piano.luogo, "valore_pubblico", "il piano non ha obiettivi di valore pubblico")
                .label("senza, performance e personale non hanno un fine dichiarato");
        }
        obiettivi @ [first, ..] if obiettivi.iter().all(is_vague) => {
            report
                .at(
                    first.luogo,
                    "dimensioni",
                    "nessun obiettivo di valore pubblico dice quale benessere accresce",
                )
                .label("«altro» da solo non basta: economico, sociale, educativo…");
        }
        _ => {}
    }
}

/// Whether the objective names no well-being of the decree or of its annex.
fn is_vague(obiettivo: &ObiettivoVp) -> bool {
    !obiettivo.dimensioni.is_empty() && obiettivo.dimensioni.iter().all(|d| d == "altro")
}
