//! Rules that a plan sets aside, with a reason.

use crate::diag::{Finding, Findings, Places, Severity};
use crate::model::Piano;

/// Marks the findings of the rules that the plan sets aside; reports those set aside without a
/// reason, and those that found nothing.
pub(crate) fn apply(piano: &Piano, places: &Places, findings: &mut Findings) {
    for deroga in &piano.deroghe {
        let span = places.span(deroga.luogo.0, "regola");
        let Some(motivo) = &deroga.motivo else {
            findings.push(Finding::new(
                "DER-001",
                Severity::Errore,
                span,
                format!("la regola {} è messa da parte senza un motivo", deroga.regola),
            ));
            continue;
        };
        let mut fired = false;
        for finding in findings.iter_mut().filter(|finding| finding.code == deroga.regola) {
            fired = true;
            finding.deroga = Some(motivo.clone());
        }
        if !fired {
            findings
                .push(Finding::new(
                    "DER-002",
                    Severity::Avviso,
                    span,
                    format!(
                        "la regola {} è messa da parte, ma non ha nulla da dire",
                        deroga.regola
                    ),
                ))
                .help("togli la deroga");
        }
    }
}
