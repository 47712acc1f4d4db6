//! RCT-027.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-027",
    name: "formazione-anticorruzione-assente",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["semplificato"],
    dal: None,
    al: None,
    norma: &["l-190-2012 art. 1, c. 8", "l-190-2012 art. 1, c. 9, lett. b)"],
    summary: "Anche nei piccoli enti la formazione contro la corruzione è programmata.",
    page: include_str!("formazione_anticorruzione_assente.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.is_omessa("2.3") {
        return;
    }
    let is_taught = piano
        .interventi_formativi
        .iter()
        .any(|intervento| intervento.tema.as_deref() == Some("anticorruzione_etica"));
    let is_a_measure = piano.misure.iter().any(|misura| {
        misura.generale.as_deref() == Some("formazione")
            || misura.tipo.as_deref() == Some("formazione")
    });
    if !is_taught && !is_a_measure {
        report
            .at(piano.luogo, "misure", "non è programmata la formazione contro la corruzione")
            .label("né fra le misure né fra gli interventi formativi");
    }
}
