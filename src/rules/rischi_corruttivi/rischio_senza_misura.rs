//! RCT-016.

use std::collections::BTreeSet;

use crate::model::rischi_corruttivi::RischiCorruttivi;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    if piano.eventi_rischiosi().all(|evento| evento.livello.is_none()) {
        return;
    }
    let Some(threshold) = threshold(rischi, report) else { return };
    let treated: BTreeSet<&String> = piano
        .misure
        .iter()
        .filter(|misura| misura.natura == "specifica")
        .flat_map(|misura| &misura.eventi)
        .collect();
    let scala_at = report.place(rischi.luogo, "scala");
    let soglia_at = report.place(rischi.luogo, "soglia");
    for evento in piano.eventi_rischiosi() {
        let Some(livello) = &evento.livello else { continue };
        let descrizione = &evento.descrizione;
        match position(&rischi.scala, livello) {
            None => {
                report
                    .at(
                        evento.luogo,
                        "livello",
                        format!(
                            "il livello «{livello}» del rischio «{descrizione}» non è sulla scala"
                        ),
                    )
                    .label("così non si sa se il rischio è da trattare")
                    .see(scala_at, "i livelli dichiarati");
            }
            Some(level) if level >= threshold && !treated.contains(&evento.id) => {
                report
                    .at(
                        evento.luogo,
                        "livello",
                        format!("il rischio «{descrizione}», di livello {livello}, non ha una misura specifica"),
                    )
                    .label("a questo livello un rischio va trattato")
                    .see(soglia_at, "la soglia dichiarata");
            }
            Some(_) => {}
        }
    }
}

/// The place on the scale from which a risk is treated, unless the plan does not say it.
fn threshold(rischi: &RischiCorruttivi, report: &mut Report<'_>) -> Option<usize> {
    if rischi.scala.is_empty() {
        report
            .at(rischi.luogo, "scala", "i livelli di rischio non sono su una scala dichiarata")
            .label("scrivi in «scala» i livelli, dal più basso al più alto");
        return None;
    }
    let Some(soglia) = &rischi.soglia else {
        report
            .at(rischi.luogo, "soglia", "non è detto da quale livello un rischio si tratta")
            .label("scrivi in «soglia» un livello della scala");
        return None;
    };
    let found = position(&rischi.scala, soglia);
    if found.is_none() {
        let scala_at = report.place(rischi.luogo, "scala");
        report
            .at(rischi.luogo, "soglia", format!("la soglia «{soglia}» non è sulla scala"))
            .label("così non si sa quali rischi sono da trattare")
            .see(scala_at, "i livelli dichiarati");
    }
    found
}

/// The place of a level on a scale, capitals apart.
fn position(scala: &[String], livello: &str) -> Option<usize> {
    scala.iter().position(|step| step.to_lowercase() == livello.to_lowercase())
}
