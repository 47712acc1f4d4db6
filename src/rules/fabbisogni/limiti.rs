//! Amounts planned over a limit of expenditure.

use crate::rules::parole::euro;
use crate::rules::{Contesto, Report};

/// Reports each year in which what is planned for a limit of these kinds exceeds it; `costs` is
/// what the message says of the amount.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>, tipi: &[&str], costs: &str) {
    let inizio = contesto.piano.piao.triennio.inizio;
    for limite in &contesto.piano.fabbisogni.limiti {
        let (Some(tipo), Some(tetto)) = (limite.tipo.as_deref(), limite.tetto) else { continue };
        if !tipi.contains(&tipo) {
            continue;
        }
        let tetto_at = report.place(limite.luogo, "tetto");
        for (campo, year, amount) in limite.previsti().filter(|(.., amount)| *amount > tetto) {
            let anno = inizio.saturating_add(year);
            let (planned, most) = (euro(amount), euro(tetto));
            report
                .at(
                    limite.luogo,
                    campo,
                    format!("nel {anno} {costs} {planned}, il limite è di {most}"),
                )
                .label(format!("sono {} di troppo", euro(amount.saturating_sub(tetto))))
                .see(tetto_at, "il limite");
        }
    }
}
