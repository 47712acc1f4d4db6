//! Rules that a plan sets aside, with a reason.

use crate::diag::{Findings, Places, tecniche};
use crate::model::{Piano, campo};

/// Whether a rule is about how a plan is written, and cannot be set aside.
pub(crate) fn is_of_writing(code: &str) -> bool {
    tecniche::TECNICHE.iter().any(|tecnica| tecnica.codice == code)
}

/// Marks the findings of the rules that the plan sets aside; reports those that do not exist or
/// cannot be set aside, those without a reason, and those that found nothing.
pub(crate) fn apply(
    piano: &Piano,
    places: &Places,
    is_rule: impl Fn(&str) -> bool,
    findings: &mut Findings,
) {
    for deroga in &piano.deroghe {
        let span = places.span(deroga.luogo, campo::REGOLA.as_str());
        let regola = deroga.regola.to_uppercase();
        let mut wrong = |message: String, help: &str| {
            findings.push(tecniche::DER_001.at(span, message)).help(help);
        };
        if is_of_writing(&regola) {
            let message = format!(
                "la regola {regola} riguarda come il piano è scritto: non si mette da parte"
            );
            wrong(message, "correggi ciò che il rilievo mostra");
            continue;
        }
        if !is_rule(&regola) {
            let message = format!("la regola {} non esiste", deroga.regola);
            wrong(message, "«piao rules» elenca le regole");
            continue;
        }
        let Some(motivo) = &deroga.motivo else {
            let message = format!("la regola {regola} è messa da parte senza un motivo");
            wrong(message, "aggiungi «motivo»");
            continue;
        };
        let mut fired = false;
        for finding in findings.iter_mut().filter(|finding| finding.code == regola) {
            fired = true;
            finding.deroga = Some(motivo.clone());
        }
        if !fired {
            let message = format!("la regola {regola} è messa da parte, ma non ha nulla da dire");
            findings.push(tecniche::DER_002.at(span, message)).help("togli la deroga");
        }
    }
}
