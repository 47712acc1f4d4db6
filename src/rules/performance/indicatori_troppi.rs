//! PER-014.

use crate::rules::{Contesto, Report};

/// Beyond these, practice says, nobody reads them.
const MOLTI: usize = 4;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let count = obiettivo.indicatori.len();
        if count > MOLTI {
            report
                .at(
                    obiettivo.luogo,
                    "titolo",
                    format!("l’obiettivo «{}» ha {count} indicatori", obiettivo.titolo),
                )
                .label(format!("tieni i {MOLTI} che dicono di più, o dividi l’obiettivo"));
        }
    }
}
