//! PER-013.

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let obiettivi = &contesto.piano.obiettivi_performance;
    // What an indicator that is there lacks, the rules on indicators say.
    for obiettivo in obiettivi.iter().filter(|obiettivo| obiettivo.indicatori.is_empty()) {
        report
            .at(
                obiettivo.luogo,
                campo::INDICATORI,
                format!("l’obiettivo «{}» non ha indicatori", obiettivo.titolo),
            )
            .label("un obiettivo che non si misura non si può valutare");
    }
}
