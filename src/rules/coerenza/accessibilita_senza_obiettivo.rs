//! XRF-007.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.obiettivi_performance.is_empty() {
        return;
    }
    for azione in &piano.accessibilita {
        let Some(id) = &azione.obiettivo else {
            report
                .at(
                    azione.luogo,
                    "obiettivo",
                    format!("l’azione «{}» non ha un obiettivo di performance", azione.azione),
                )
                .label("quale obiettivo della 2.2 la realizza?");
            continue;
        };
        let Some(obiettivo) = piano.obiettivo_performance(id) else { continue };
        if obiettivo.ambiti.iter().all(|ambito| ambito != "accessibilita") {
            let obiettivo_at = report.place(obiettivo.luogo, "ambiti");
            report
                .at(
                    azione.luogo,
                    "obiettivo",
                    format!("l’azione «{}» ha un obiettivo di altro ambito", azione.azione),
                )
                .label("qui serve un obiettivo per la piena accessibilità")
                .see(obiettivo_at, "gli ambiti dell’obiettivo");
        }
    }
}
