//! PER-024.

use crate::model::scelte::AmbitiObiettivo;
use crate::model::{ObiettivoPerformance, campo};
use crate::rules::{Contesto, Report};

/// What has to be among the objectives, and how a finding calls it.
const INTEGRITY: [(AmbitiObiettivo, &str); 2] = [
    (AmbitiObiettivo::Trasparenza, "la trasparenza"),
    (AmbitiObiettivo::Anticorruzione, "la prevenzione della corruzione"),
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let strategici = &piano.obiettivi_prevenzione;
    if strategici.iter().any(|strategico| report.is_broken(strategico.luogo, campo::OBIETTIVO)) {
        return;
    }
    for (ambito, name) in INTEGRITY {
        let about: Vec<&ObiettivoPerformance> = piano
            .obiettivi_performance
            .iter()
            .filter(|obiettivo| obiettivo.ambiti.contains(&ambito))
            .collect();
        let is_linked = about.iter().any(|obiettivo| {
            obiettivo.prevenzione.is_some()
                || report.is_broken(obiettivo.luogo, campo::PREVENZIONE)
                || strategici.iter().any(|s| s.obiettivo.as_ref() == Some(&obiettivo.id))
        });
        let Some(first) = about.first().filter(|_| !is_linked) else { continue };
        report
            .at(
                first.luogo,
                campo::AMBITI,
                format!("nessun obiettivo che riguarda {name} rinvia alla sottosezione 2.3"),
            )
            .label("quale obiettivo strategico attua?")
            .help("scrivi in «prevenzione» il codice di un obiettivo della sottosezione 2.3");
    }
}
