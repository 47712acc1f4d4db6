//! GEN-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-004",
    name: "piano-non-dovuto",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &["escluso"],
    dal: None,
    al: None,
    norma: &["dl-80-2021 art. 6, c. 1"],
    summary: "Scuole e istituzioni educative non adottano il piano.",
    page: include_str!("piano_non_dovuto.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(ente) = &contesto.profilo.ente else { return };
    report
        .at(
            contesto.piano.anagrafica.luogo,
            "tipologia",
            format!("il tipo «{}» non deve adottare il piano", ente.nome),
        )
        .label("la legge lo esclude")
        .help(
            "se l’amministrazione è un’altra, correggi «tipologia»; altrimenti il piano non serve",
        );
}
