//! FAB-002.

use crate::model::campo;
use crate::rules::parole::giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let fabbisogni = &contesto.piano.fabbisogni;
    let due = contesto.piano.data_consistenza();
    let Some(data) = fabbisogni.data_riferimento else {
        // A table that is not there has no day: its absence is another finding.
        if !contesto.piano.consistenza.is_empty() {
            let example = due.map_or_else(|| "2026-12-31".to_owned(), |due| due.to_string());
            report
                .at(
                    fabbisogni.luogo,
                    campo::DATA_RIFERIMENTO,
                    "non è detto a quale data si riferisce la consistenza",
                )
                .help(format!("scrivi in [fabbisogni]: data_riferimento = {example}"));
        }
        return;
    };
    if let Some(due) = due.filter(|due| *due != data) {
        report
            .at(
                fabbisogni.luogo,
                campo::DATA_RIFERIMENTO,
                format!("la consistenza del personale è al {}", giorno(data)),
            )
            .label(format!("per questo piano deve essere al {}", giorno(due)));
    }
}
