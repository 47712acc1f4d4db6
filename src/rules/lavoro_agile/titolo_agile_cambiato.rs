//! LAV-013.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::prosa::piana;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "LAV-013",
    name: "titolo-agile-cambiato",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 4, c. 1, lett. b)"],
    summary: "La sottosezione 3.2 ha il titolo del decreto.",
    page: include_str!("titolo_agile_cambiato.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(own) = contesto.law.sottosezioni.iter().find(|s| s.chiave == "lavoro_agile") else {
        return;
    };
    for sottosezione in contesto.piano.sottosezioni.iter().filter(|s| s.chiave == own.numero) {
        let Some(titolo) =
            sottosezione.titolo.as_ref().filter(|titolo| piana(titolo) != piana(&own.titolo))
        else {
            continue;
        };
        report
            .at(
                sottosezione.luogo,
                "titolo",
                format!("la sottosezione {} si chiama «{titolo}»", own.numero),
            )
            .label(format!("nel decreto si chiama «{}»", own.titolo));
    }
}
