//! SEM-005.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(conferma) = &piano.piao.conferma else { return };
    let happened = [
        (conferma.fatti_corruttivi, "fatti_corruttivi", "fatti corruttivi"),
        (conferma.modifiche_organizzative, "modifiche_organizzative", "modifiche organizzative"),
        (conferma.disfunzioni, "disfunzioni", "disfunzioni significative"),
        (conferma.obiettivi_modificati, "obiettivi_modificati", "modifiche degli obiettivi"),
    ]
    .into_iter()
    .find(|(said, ..)| *said == Some(true));
    let confirmed = piano.piao.natura.as_deref() == Some("conferma_annuale");
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
