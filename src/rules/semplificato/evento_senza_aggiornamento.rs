//! SEM-005.

use crate::model::campo;
use crate::model::scelte::Nature;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(conferma) = &piano.piao.conferma else { return };
    let happened = [
        (conferma.fatti_corruttivi, campo::FATTI_CORRUTTIVI, "fatti corruttivi"),
        (
            conferma.modifiche_organizzative,
            campo::MODIFICHE_ORGANIZZATIVE,
            "modifiche organizzative",
        ),
        (conferma.disfunzioni, campo::DISFUNZIONI, "disfunzioni significative"),
        (conferma.obiettivi_modificati, campo::OBIETTIVI_MODIFICATI, "modifiche degli obiettivi"),
    ]
    .into_iter()
    .find(|(said, ..)| *said == Some(true));
    let confirmed = piano.piao.natura == Some(Nature::ConfermaAnnuale);
    let updated = piano.revisioni.iter().any(|riga| riga.sottosezione.as_deref() == Some("2.3"));
    if let Some((_, campo, name)) = happened.filter(|_| confirmed || !updated) {
        report
            .at(
                conferma.luogo,
                campo,
                format!("risultano {name}: la sottosezione 2.3 va aggiornata, non confermata"),
            )
            .help("aggiorna la 2.3, cambia «natura» e annota l’aggiornamento in [[revisioni]]");
    }
}
