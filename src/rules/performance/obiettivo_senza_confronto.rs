//! PER-031.

use crate::model::performance::Baseline;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let compares = obiettivo.confronto.is_some()
            || obiettivo
                .indicatori
                .iter()
                .any(|i| i.baseline.as_ref().is_some_and(Baseline::has_value));
        if !compares && obiettivo.indicatori.iter().any(|i| i.baseline.is_some()) {
            report
                .at(
                    obiettivo.luogo,
                    "confronto",
                    format!("l’obiettivo «{}» non ha termini di confronto", obiettivo.titolo),
                )
                .label("come è andata finora, o come va negli altri enti?")
                .help("scrivi in «confronto» un dato degli anni passati o di enti simili");
        }
    }
}
