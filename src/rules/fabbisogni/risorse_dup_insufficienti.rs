//! FAB-025.

use crate::rules::parole::euro;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    for prevista in &capacita.prevista {
        let (Some(spesa), Some(risorse)) = (prevista.importo, prevista.risorse_dup) else {
            continue;
        };
        if spesa <= risorse {
            continue;
        }
        let importo_at = report.place(prevista.luogo, "importo");
        report
            .at(
                prevista.luogo,
                "risorse_dup",
                format!(
                    "nel {} il DUP ha {} per il personale, ne servono {}",
                    prevista.anno,
                    euro(risorse),
                    euro(spesa)
                ),
            )
            .label(format!("mancano {}", euro(spesa.saturating_sub(risorse))))
            .see(importo_at, "la spesa prevista");
    }
}
