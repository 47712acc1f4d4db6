//! PER-009.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let titolo = &obiettivo.titolo;
        let Some(responsabile) = &obiettivo.responsabile else {
            report
                .at(
                    obiettivo.luogo,
                    "responsabile",
                    format!("dell’obiettivo «{titolo}» non risponde nessuno"),
                )
                .label("manca «responsabile», il codice di un’unità dell’organigramma");
            continue;
        };
        let Some(unita) = contesto.piano.unita_by_id(responsabile) else { continue };
        if unita.responsabile.is_none() {
            let unita_at = report.place(unita.luogo, "responsabile");
            report
                .at(
                    obiettivo.luogo,
                    "responsabile",
                    format!(
                        "chi risponde di «{titolo}» è «{}», che non ha un responsabile",
                        unita.nome
                    ),
                )
                .label("chi sarà valutato per questo obiettivo?")
                .see(unita_at, "chi dirige questa unità?");
        }
    }
}
