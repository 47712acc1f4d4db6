//! PER-016.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.strategie().next().is_none() {
        return;
    }
    for obiettivo in piano.obiettivi_performance.iter().filter(|o| o.is_organizzativo()) {
        let titolo = &obiettivo.titolo;
        let Some(strategia) = &obiettivo.strategia else {
            report
                .at(
                    obiettivo.luogo,
                    "strategia",
                    format!(
                        "l’obiettivo «{titolo}» non serve nessuna strategia di valore pubblico"
                    ),
                )
                .label("quale valore pubblico fa crescere?");
            continue;
        };
        let valore = obiettivo.valore.as_deref().and_then(|id| piano.obiettivo_vp(id));
        let (Some((served, strategia)), Some(valore)) = (piano.strategia(strategia), valore) else {
            continue;
        };
        if served.luogo != valore.luogo {
            let valore_at = report.place(obiettivo.luogo, "valore");
            let strategia_at = report.place(strategia.luogo, "id");
            report
                .at(
                    obiettivo.luogo,
                    "strategia",
                    format!(
                        "l’obiettivo «{titolo}» serve una strategia di un altro valore pubblico"
                    ),
                )
                .label(format!("questa strategia è di «{}»", served.titolo))
                .see(valore_at, "il valore pubblico dichiarato")
                .see(strategia_at, "la strategia");
        }
    }
}
