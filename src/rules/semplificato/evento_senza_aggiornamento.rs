//! SEM-005.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "SEM-005",
    name: "evento-senza-aggiornamento",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &["semplificato"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 6, c. 2"],
    summary: "Se c’è stato uno dei quattro fatti di legge, la sottosezione 2.3 è aggiornata.",
    page: include_str!("evento_senza_aggiornamento.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
