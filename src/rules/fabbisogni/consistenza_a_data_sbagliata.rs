//! FAB-002.

use crate::rules::parole::giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let fabbisogni = &contesto.piano.fabbisogni;
    let (Some(data), Some(due)) = (fabbisogni.data_riferimento, contesto.piano.data_consistenza())
    else {
        return;
    };
    if data != due {
        report
            .at(
                fabbisogni.luogo,
                "data_riferimento",
                format!("la consistenza del personale è al {}", giorno(data)),
            )
            .label(format!("per questo piano deve essere al {}", giorno(due)));
    }
}
