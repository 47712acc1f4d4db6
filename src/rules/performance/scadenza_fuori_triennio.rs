//! PER-012.

use crate::rules::parole::il_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let triennio_at = report.place(piano.piao.luogo, "triennio");
    for obiettivo in &piano.obiettivi_performance {
        let titolo = &obiettivo.titolo;
        let Some(scadenza) = obiettivo.scadenza else {
            report
                .at(
                    obiettivo.luogo,
                    "scadenza",
                    format!("l’obiettivo «{titolo}» non ha una scadenza"),
                )
                .label("entro quando si saprà se è raggiunto?");
            continue;
        };
        if piano.giorni().is_some_and(|giorni| !giorni.contains(&scadenza)) {
            report
                .at(
                    obiettivo.luogo,
                    "scadenza",
                    format!(
                        "l’obiettivo «{titolo}» scade {}, fuori dal triennio",
                        il_giorno(scadenza)
                    ),
                )
                .label("chi lo valuterà, e con quale piano?")
                .see(triennio_at, "il piano copre questi anni");
        }
    }
}
