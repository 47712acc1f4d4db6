//! PER-038.

use crate::model::{ObiettivoPerformance, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let obiettivi = &piano.obiettivi_performance;
    let is_unclear = |o: &ObiettivoPerformance| {
        [campo::TIPO, campo::ASSEGNATARI].into_iter().any(|campo| report.is_broken(o.luogo, campo))
    };
    let is_assigned = obiettivi.iter().any(|o| o.is_assegnato() || is_unclear(o));
    if obiettivi.is_empty() || is_assigned || piano.piao.assegnazione_obiettivi.is_some() {
        return;
    }
    report
        .at(
            piano.luogo,
            campo::OBIETTIVI_PERFORMANCE,
            "nessun obiettivo è assegnato al personale dirigenziale",
        )
        .label("il piano ne dice almeno uno, con i suoi indicatori")
        .help(
            "scrivi «assegnatari» in un obiettivo, o uno di tipo «individuale»; se stanno in un \
             altro atto, dillo in piao.assegnazione_obiettivi",
        );
}
