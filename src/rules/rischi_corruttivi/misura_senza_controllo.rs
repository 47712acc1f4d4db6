//! RCT-021.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-021",
    name: "misura-senza-controllo",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 3, c. 1, lett. c), n. 6", "dm-132-2022 art. 5, c. 2"],
    summary: "Di ogni misura almeno un controllo verifica l’attuazione.",
    page: include_str!("misura_senza_controllo.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let controlli = &piano.controlli_misure;
    if controlli.is_empty() || controlli.iter().any(|c| report.is_broken(c.luogo, "misure")) {
        return;
    }
    let here = report.place(piano.luogo, "controlli_misure");
    for misura in &piano.misure {
        if controlli.iter().any(|controllo| controllo.misure.contains(&misura.id)) {
            continue;
        }
        report
            .at(
                misura.luogo,
                "id",
                format!("nessun controllo verifica la misura «{}»", misura.titolo),
            )
            .label("il monitoraggio riguarda tutte le misure")
            .see(here, "i controlli sono qui")
            .help("aggiungi il codice della misura a controlli_misure.misure");
    }
}
