//! GEN-001.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let triennio = &contesto.piano.piao.triennio;
    let (inizio @ 1.., fine @ 1..) = (triennio.inizio, triennio.fine) else { return };
    let last = inizio.saturating_add(2);
    if fine != last {
        let inizio_at = report.place(triennio.luogo, "inizio");
        report
            .at(
                triennio.luogo,
                "fine",
                format!("il piano va dal {inizio} al {fine}: non è un triennio"),
            )
            .label(format!("il terzo anno è il {last}"))
            .see(inizio_at, "il primo anno");
    }
}
