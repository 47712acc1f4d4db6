//! XRF-009.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "XRF-009",
    name: "lavoro-agile-isolato",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["piano-tipo sottosezione 3.2"],
    summary: "Almeno un obiettivo del lavoro agile serve un obiettivo di performance.",
    page: include_str!("lavoro_agile_isolato.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let obiettivi = &piano.obiettivi_agile;
    let is_linked = obiettivi.iter().any(|obiettivo| obiettivo.obiettivo.is_some());
    let Some(first) = obiettivi.first().filter(|_| !is_linked) else { return };
    report
        .at(
            first.luogo,
            "obiettivo",
            "nessun obiettivo del lavoro agile serve un obiettivo di performance",
        )
        .label("quale obiettivo della 2.2 aiuta a raggiungere?");
}
