//! PER-013.

use crate::model::performance::Indicatore;
use crate::rules::parole::manca;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let titolo = &obiettivo.titolo;
        let indicatori = &obiettivo.indicatori;
        if indicatori.iter().any(Indicatore::is_complete) {
            continue;
        }
        let nearest = indicatori.iter().min_by_key(|indicatore| indicatore.mancanze().len());
        let Some(nearest) = nearest else {
            report
                .at(
                    obiettivo.luogo,
                    "indicatori",
                    format!("l’obiettivo «{titolo}» non ha indicatori"),
                )
                .label("un obiettivo che non si misura non si può valutare");
            continue;
        };
        let nearest_at = report.place(nearest.luogo, "nome");
        report
            .at(
                obiettivo.luogo,
                "titolo",
                format!("l’obiettivo «{titolo}» non ha un indicatore completo"),
            )
            .label("un obiettivo che non si misura non si può valutare")
            .see(nearest_at, format!("qui {}", manca(&nearest.mancanze())));
    }
}
