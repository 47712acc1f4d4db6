//! TRA-002.

use crate::model::campo;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let applicable =
        contesto.piano.obblighi_pubblicazione.iter().filter(|o| o.non_applicabile.is_none());
    for obbligo in applicable {
        let (sends, publishes) =
            (&obbligo.responsabile_trasmissione, &obbligo.responsabile_pubblicazione);
        let asked = [
            (sends.is_some(), campo::RESPONSABILE_TRASMISSIONE, "chi li trasmette"),
            (publishes.is_some(), campo::RESPONSABILE_PUBBLICAZIONE, "chi li pubblica"),
        ];
        let Some(missing) = report.absent(obbligo.luogo, asked) else { continue };
        report
            .at(
                obbligo.luogo,
                missing.first,
                format!(
                    "dei dati «{}» non è detto {}",
                    obbligo.contenuto,
                    elenco(&missing.names, "né")
                ),
            )
            .label("la legge vuole due responsabili, anche nella stessa unità");
    }
}
