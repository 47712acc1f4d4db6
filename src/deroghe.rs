//! Rules that a plan sets aside, with a reason.

use crate::diag::{Finding, Findings, Places, Severity};
use crate::model::Piano;

/// Families of rules about how a plan is written: what they find cannot be set aside.
const SCRITTURA: &[&str] = &["CSV-", "DER-", "FILE-", "FORM-", "TESTO-", "TOML-"];

/// Whether a rule is about how a plan is written, and cannot be set aside.
pub(crate) fn is_of_writing(code: &str) -> bool {
    SCRITTURA.iter().any(|family| code.starts_with(family))
}

/// Marks the findings of the rules that the plan sets aside; reports those that do not exist or
/// cannot be set aside, those without a reason, and those that found nothing.
pub(crate) fn apply(piano: &Piano, places: &Places, codes: &[String], findings: &mut Findings) {
    for deroga in &piano.deroghe {
        let span = places.span(deroga.luogo, "regola");
        let regola = deroga.regola.to_uppercase();
        let mut wrong = |code, severity, message: String, help: &str| {
            findings.push(Finding::new(code, severity, span, message)).help(help);
        };
        if is_of_writing(&regola) {
            let message = format!(
                "la regola {regola} riguarda come il piano è scritto: non si mette da parte"
            );
            wrong("DER-001", Severity::Errore, message, "correggi ciò che il rilievo mostra");
            continue;
        }
        if !codes.contains(&regola) {
            let message = format!("la regola {} non esiste", deroga.regola);
            wrong("DER-001", Severity::Errore, message, "«piao rules» elenca le regole");
            continue;
        }
        let Some(motivo) = &deroga.motivo else {
            let message = format!("la regola {regola} è messa da parte senza un motivo");
            wrong("DER-001", Severity::Errore, message, "aggiungi «motivo»");
            continue;
        };
        let mut fired = false;
        for finding in findings.iter_mut().filter(|finding| finding.code == regola) {
            fired = true;
            finding.deroga = Some(motivo.clone());
        }
        if !fired {
            let message = format!("la regola {regola} è messa da parte, ma non ha nulla da dire");
            findings
                .push(Finding::new("DER-002", Severity::Avviso, span, message))
                .help("togli la deroga");
        }
    }
}
