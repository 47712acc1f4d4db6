//! XRF-009.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let obiettivi = &piano.obiettivi_agile;
    let is_linked = obiettivi.iter().any(|obiettivo| obiettivo.obiettivo.is_some());
    let Some(first) = obiettivi.first().filter(|_| !is_linked) else { return };
    report
        .at(
            first.luogo,
            "obiettivo",
            "nessun obiettivo del lavoro agile serve un obiettivo di performance",
        )
        .label("quale obiettivo della 2.2 aiuta a raggiungere?");
}
