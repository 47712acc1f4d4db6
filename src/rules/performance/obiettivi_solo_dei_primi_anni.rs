//! PER-039.

use jiff::civil::Date;

use crate::model::campo;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

/// Fewest objectives of which it may be asked.
const ALMENO: usize = 5;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let obiettivi = &piano.obiettivi_performance;
    let Some(anni) = piano.anni().filter(|_| obiettivi.len() >= ALMENO) else { return };
    let years: Option<Vec<i16>> =
        obiettivi.iter().map(|obiettivo| obiettivo.scadenza.map(Date::year)).collect();
    let Some(last) = years.and_then(|years| years.into_iter().max()) else { return };
    let bare: Vec<String> = anni.filter(|anno| *anno > last).map(|a| format!("il {a}")).collect();
    if bare.is_empty() {
        return;
    }
    let triennio_at = report.place(piano.piao.luogo, campo::TRIENNIO);
    report
        .at(
            piano.luogo,
            campo::OBIETTIVI_PERFORMANCE,
            format!("nessun obiettivo di performance arriva oltre il {last}"),
        )
        .label(format!("per {} il piano non dice che cosa si farà", elenco(&bare, "e")))
        .see(triennio_at, "il piano copre questi anni");
}
