//! SEM-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "SEM-004",
    name: "conferma-senza-dichiarazioni",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &["semplificato"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 6, c. 2", "pna-2022"],
    summary: "L’atto che conferma il piano dichiara, uno per uno, che i quattro fatti di legge non ci sono stati.",
    page: include_str!("conferma_senza_dichiarazioni.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    if piao.natura.as_deref() != Some("conferma_annuale") {
        return;
    }
    let Some(conferma) = &piao.conferma else {
        report
            .at(piao.luogo, "natura", "il piano è una conferma, ma manca l’atto che la dichiara")
            .help("aggiungi [piao.conferma] con atto, data e i quattro fatti");
        return;
    };
    let missing: Vec<&str> = [
        (conferma.fatti_corruttivi, "fatti corruttivi"),
        (conferma.modifiche_organizzative, "modifiche organizzative rilevanti"),
        (conferma.disfunzioni, "disfunzioni amministrative significative"),
        (conferma.obiettivi_modificati, "modifiche degli obiettivi"),
    ]
    .into_iter()
    .filter_map(|(said, name)| said.is_none().then_some(name))
    .collect();
    if !missing.is_empty() {
        report
            .at(
                conferma.luogo,
                "",
                format!("la conferma non dice nulla su {}", elenco(&missing, "e")),
            )
            .label("ogni fatto va dichiarato, anche quando non c’è stato");
    }
}
