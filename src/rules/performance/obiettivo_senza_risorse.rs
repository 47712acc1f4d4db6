//! PER-030.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let is_endowed = obiettivo.risorse_umane.is_some()
            || obiettivo.risorse_finanziarie.is_some()
            || obiettivo.risorse_strumentali.is_some();
        if !is_endowed {
            report
                .at(
                    obiettivo.luogo,
                    "risorse_umane",
                    format!(
                        "l’obiettivo «{}» non dice con quali risorse si raggiunge",
                        obiettivo.titolo
                    ),
                )
                .label("quante persone, quanto denaro, quali strumenti?");
        }
    }
}
