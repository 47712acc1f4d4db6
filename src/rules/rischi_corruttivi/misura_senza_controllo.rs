//! RCT-021.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let controlli = &piano.controlli_misure;
    if controlli.is_empty() || controlli.iter().any(|c| report.is_broken(c.luogo, "misure")) {
        return;
    }
    let here = report.place(piano.luogo, "controlli_misure");
    for misura in &piano.misure {
        if controlli.iter().any(|controllo| controllo.misure.contains(&misura.id)) {
            continue;
        }
        report
            .at(
                misura.luogo,
                "id",
                format!("nessun controllo verifica la misura «{}»", misura.titolo),
            )
            .label("il monitoraggio riguarda tutte le misure")
            .see(here, "i controlli sono qui")
            .help("aggiungi il codice della misura a controlli_misure.misure");
    }
}
