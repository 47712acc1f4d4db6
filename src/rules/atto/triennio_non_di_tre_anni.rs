//! GEN-001.

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let triennio = &contesto.piano.piao.triennio;
    let (inizio @ 1.., fine @ 1..) = (triennio.inizio, triennio.fine) else { return };
    let last = inizio.saturating_add(2);
    if fine != last {
        let inizio_at = report.place(triennio.luogo, campo::INIZIO);
        report
            .at(
                triennio.luogo,
                campo::FINE,
                format!("il piano va dal {inizio} al {fine}: non è un triennio"),
            )
            .label(format!("il terzo anno è il {last}"))
            .see(inizio_at, "il primo anno");
    }
}
