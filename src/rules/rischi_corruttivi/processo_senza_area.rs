//! RCT-007.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-007",
    name: "processo-senza-area",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["l-190-2012 art. 1, c. 16"],
    summary: "Ogni processo sta in un’area di rischio.",
    page: include_str!("processo_senza_area.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for processo in contesto.piano.processi.iter().filter(|p| p.area.is_none()) {
        report
            .at(
                processo.luogo,
                "area",
                format!("il processo «{}» non ha un’area di rischio", processo.nome),
            )
            .label("senza, non si sa se le aree della legge sono coperte");
    }
}
