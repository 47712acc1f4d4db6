//! TRA-002.

use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let applicable =
        contesto.piano.obblighi_pubblicazione.iter().filter(|o| o.non_applicabile.is_none());
    for obbligo in applicable {
        let missing: Vec<(&str, &str)> = [
            (&obbligo.responsabile_trasmissione, "responsabile_trasmissione", "chi li trasmette"),
            (&obbligo.responsabile_pubblicazione, "responsabile_pubblicazione", "chi li pubblica"),
        ]
        .into_iter()
        .filter_map(|(unita, campo, name)| unita.is_none().then_some((campo, name)))
        .collect();
        let Some((first, _)) = missing.first() else { continue };
        let names: Vec<&str> = missing.iter().map(|(_, name)| *name).collect();
        report
            .at(
                obbligo.luogo,
                first,
                format!("dei dati «{}» non è detto {}", obbligo.contenuto, elenco(&names, "né")),
            )
            .label("la legge vuole due responsabili, anche nella stessa unità");
    }
}
