//! SEM-005.

use crate::model::campo;
use crate::model::scelte::Nature;
use crate::norma::Fiducia;
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
        (
            conferma.altre_sezioni_modificate,
            campo::ALTRE_SEZIONI_MODIFICATE,
            "modifiche significative di altre sezioni",
        ),
    ]
    .into_iter()
    .find(|(said, ..)| *said == Some(true));
    let confirmed = piano.piao.natura == Some(Nature::ConfermaAnnuale);
    let updated = piano.revisioni.iter().any(|riga| riga.sottosezione.as_deref() == Some("2.3"));
    if let Some((_, campo, name)) = happened.filter(|_| confirmed || !updated) {
        let message =
            format!("risultano {name}: la sottosezione 2.3 va aggiornata, non confermata");
        let mut finding = report.at(conferma.luogo, campo, message);
        finding.help("aggiorna la 2.3, cambia «natura» e annota l’aggiornamento in [[revisioni]]");
        // The PNA alone asks for it.
        if campo == campo::ALTRE_SEZIONI_MODIFICATE {
            let fonte = contesto.law.cite_all(["pna-2022"].into_iter(), contesto.profilo);
            finding.cites_instead(fonte).cap(Fiducia::DaRileggere).unsure();
        }
    }
}
