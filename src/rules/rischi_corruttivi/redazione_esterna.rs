//! RCT-035.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let rischi = &contesto.piano.rischi_corruttivi;
    if rischi.redazione_esterna == Some(true) {
        report
            .at(
                rischi.luogo,
                "redazione_esterna",
                "la sottosezione sui rischi corruttivi è redatta da soggetti esterni",
            )
            .label("la legge lo vieta: la propone il RPCT");
    }
}
