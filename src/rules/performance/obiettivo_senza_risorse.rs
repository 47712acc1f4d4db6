//! PER-030.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-030",
    name: "obiettivo-senza-risorse",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dlgs-150-2009 art. 5, c. 2, lett. g)", "dlgs-150-2009 art. 10, c. 1, lett. a)"],
    summary: "Ogni obiettivo dice con quali risorse si raggiunge: persone, denaro, strumenti.",
    page: include_str!("obiettivo_senza_risorse.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
