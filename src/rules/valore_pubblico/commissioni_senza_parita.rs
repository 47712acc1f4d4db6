//! VP-024.

use crate::law::proprieta;
use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let azioni = &piano.azioni_positive;
    // Of actions that are not there at all PER-034 speaks, to whom it binds.
    let is_told = azioni.is_empty() && contesto.profilo.has(proprieta::AZIONI_POSITIVE);
    let is_met = azioni.iter().any(|azione| {
        azione.commissioni == Some(true) || report.is_broken(azione.luogo, campo::COMMISSIONI)
    });
    if is_told || is_met || piano.is_omessa("2.2") {
        return;
    }
    report
        .at(
            piano.luogo,
            campo::AZIONI_POSITIVE,
            "nessuna azione per la parità di genere riguarda le commissioni di concorso",
        )
        .help("in un’azione positiva sulle commissioni esaminatrici scrivi commissioni = true");
}
