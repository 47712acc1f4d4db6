//! VP-023.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "VP-023",
    name: "valore-pubblico-senza-obiettivi",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["piano-tipo sottosezione 2.2"],
    summary: "Ogni obiettivo di valore pubblico è raggiunto da un obiettivo di performance.",
    page: include_str!("valore_pubblico_senza_obiettivi.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.obiettivi_performance.is_empty() {
        return;
    }
    for obiettivo in piano.obiettivi_vp.iter().filter(|o| !piano.is_raggiunto(o)) {
        report
            .at(
                obiettivo.luogo,
                "titolo",
                format!("nessun obiettivo di performance serve «{}»", obiettivo.titolo),
            )
            .label("chi lo farà crescere, e con quale lavoro?");
    }
}
