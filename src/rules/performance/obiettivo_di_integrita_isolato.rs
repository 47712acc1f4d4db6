//! PER-024.

use crate::model::performance::ObiettivoPerformance;
use crate::rules::{Contesto, Report};

/// What has to be among the objectives, and how a finding calls it.
const INTEGRITY: [(&str, &str); 2] =
    [("trasparenza", "la trasparenza"), ("anticorruzione", "la prevenzione della corruzione")];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let strategici = &piano.obiettivi_prevenzione;
    if strategici.iter().any(|strategico| report.is_broken(strategico.luogo, "obiettivo")) {
        return;
    }
    for (ambito, name) in INTEGRITY {
        let about: Vec<&ObiettivoPerformance> = piano
            .obiettivi_performance
            .iter()
            .filter(|obiettivo| obiettivo.ambiti.iter().any(|a| a == ambito))
            .collect();
        let is_linked = about.iter().any(|obiettivo| {
            obiettivo.prevenzione.is_some()
                || report.is_broken(obiettivo.luogo, "prevenzione")
                || strategici.iter().any(|s| s.obiettivo.as_ref() == Some(&obiettivo.id))
        });
        let Some(first) = about.first().filter(|_| !is_linked) else { continue };
        report
            .at(
                first.luogo,
                "ambiti",
                format!("nessun obiettivo che riguarda {name} rinvia alla sottosezione 2.3"),
            )
            .label("quale obiettivo strategico attua?")
            .help("scrivi in «prevenzione» il codice di un obiettivo della sottosezione 2.3");
    }
}
