//! PER-031.

use crate::diag::Severity;
use crate::model::performance::Baseline;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-031",
    name: "obiettivo-senza-confronto",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dlgs-150-2009 art. 5, c. 2, lett. e)", "dlgs-150-2009 art. 5, c. 2, lett. f)"],
    summary: "Di ogni obiettivo si può dire se va meglio o peggio di prima, o di altri enti.",
    page: include_str!("obiettivo_senza_confronto.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let compares = obiettivo.confronto.is_some()
            || obiettivo
                .indicatori
                .iter()
                .any(|i| i.baseline.as_ref().is_some_and(Baseline::has_value));
        if !compares && obiettivo.indicatori.iter().any(|i| i.baseline.is_some()) {
            report
                .at(
                    obiettivo.luogo,
                    "confronto",
                    format!("l’obiettivo «{}» non ha termini di confronto", obiettivo.titolo),
                )
                .label("come è andata finora, o come va negli altri enti?")
                .help("scrivi in «confronto» un dato degli anni passati o di enti simili");
        }
    }
}
