//! VP-023.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.obiettivi_performance.is_empty() {
        return;
    }
    for obiettivo in piano.obiettivi_vp.iter().filter(|o| !piano.is_raggiunto(o)) {
        report
            .at(
                obiettivo.luogo,
                "titolo",
                format!("nessun obiettivo di performance serve «{}»", obiettivo.titolo),
            )
            .label("chi lo farà crescere, e con quale lavoro?");
    }
}
