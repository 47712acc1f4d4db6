//! XRF-001.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "XRF-001",
    name: "strategia-senza-obiettivi",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["piano-tipo sottosezione 2.2", "dm-132-2022 art. 8, c. 1"],
    summary: "Dal valore pubblico al bilancio la catena è intera: ogni strategia ha il suo obiettivo.",
    page: include_str!("strategia_senza_obiettivi.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
