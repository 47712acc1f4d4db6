//! GEN-001.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-001",
    name: "triennio-non-di-tre-anni",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["dl-80-2021 art. 6, c. 2"],
    summary: "Il piano copre tre anni, uno dopo l’altro.",
    page: include_str!("triennio_non_di_tre_anni.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let triennio = &contesto.piano.piao.triennio;
    let (inizio @ 1.., fine @ 1..) = (triennio.inizio, triennio.fine) else { return };
    let last = inizio.saturating_add(2);
    if fine != last {
        let inizio_at = report.place(triennio.luogo, "inizio");
        report
            .at(
                triennio.luogo,
                "fine",
                format!("il piano va dal {inizio} al {fine}: non è un triennio"),
            )
            .label(format!("il terzo anno è il {last}"))
            .see(inizio_at, "il primo anno");
    }
}
