//! XRF-007.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "XRF-007",
    name: "accessibilita-senza-obiettivo",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &[
        "dm-132-2022 art. 3, c. 1, lett. a), n. 2",
        "dm-132-2022 art. 3, c. 1, lett. b), n. 3",
    ],
    summary: "Ogni azione per l’accessibilità della 2.1 ha un obiettivo di accessibilità nella 2.2.",
    page: include_str!("accessibilita_senza_obiettivo.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
