//! IND-012.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(anni) = contesto.piano.anni() else { return };
    let triennio_at = report.place(contesto.piano.piao.luogo, "triennio");
    for misurazione in contesto.piano.indicatori() {
        for traguardo in misurazione.indicatore.target.iter().filter(|t| t.anno.is_positive()) {
            let anno = traguardo.anno;
            let when = if anno < *anni.start() {
                "prima del"
            } else if anno > *anni.end() && !misurazione.oltre_il_triennio {
                "dopo il"
            } else {
                continue;
            };
            let nome = &misurazione.indicatore.nome;
            report
                .at(
                    traguardo.luogo,
                    "anno",
                    format!("il traguardo del {anno} di «{nome}» cade {when} triennio"),
                )
                .label("nessuna relazione su questo piano potrà dire se è raggiunto")
                .see(triennio_at, "il piano copre questi anni");
        }
    }
}
