//! PER-015.

use crate::model::Genere;
use crate::model::performance::Indicatore;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let indicatori = &obiettivo.indicatori;
        if !indicatori.is_empty() && indicatori.iter().all(is_formal) {
            report
                .at(
                    obiettivo.luogo,
                    "indicatori",
                    format!("l’obiettivo «{}» si misura solo con atti o date", obiettivo.titolo),
                )
                .label("che cosa migliora quando l’atto c’è?");
        }
    }
}

/// Whether every target of an indicator is a yes or a day.
fn is_formal(indicatore: &Indicatore) -> bool {
    !indicatore.target.is_empty()
        && indicatore.target.iter().all(|traguardo| {
            let valore = traguardo.valore.as_ref();
            valore.is_some_and(|misura| matches!(misura.genere, Genere::SiNo | Genere::Data))
        })
}
