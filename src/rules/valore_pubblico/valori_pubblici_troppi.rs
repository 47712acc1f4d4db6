//! VP-021.

use crate::rules::{Contesto, Report};

/// Beyond these a choice is no longer a choice.
const MOLTI: usize = 10;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let count = piano.obiettivi_vp.len();
    if count > MOLTI {
        report
            .at(
                piano.luogo,
                "obiettivi_vp",
                format!("gli obiettivi di valore pubblico sono {count}"),
            )
            .label("scegline pochi: gli altri diventano strategie, o obiettivi della 2.2");
    }
}
