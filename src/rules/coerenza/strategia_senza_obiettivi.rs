//! XRF-001.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for valore in piano.obiettivi_vp.iter().filter(|valore| piano.is_raggiunto(valore)) {
        let served: Vec<Option<&str>> =
            piano.obiettivi_che_servono(valore).map(|o| o.strategia.as_deref()).collect();
        if served.contains(&None) {
            continue;
        }
        for strategia in &valore.strategie {
            if served.contains(&Some(&strategia.id)) {
                continue;
            }
            let valore_at = report.place(valore.luogo, "titolo");
            report
                .at(
                    strategia.luogo,
                    "titolo",
                    format!("nessun obiettivo di performance attua «{}»", strategia.titolo),
                )
                .label("qui la catena dal valore pubblico al bilancio si spezza")
                .see(valore_at, "il valore pubblico, che altri obiettivi servono");
        }
    }
}
