//! IND-001.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "IND-001",
    name: "nome-indicatore-ripetuto",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["integrita", "piano-tipo sottosezione 2.2"],
    summary: "Gli indicatori di una stessa scheda hanno nomi diversi.",
    page: include_str!("nome_indicatore_ripetuto.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for (titolo, indicatori) in contesto.piano.gruppi_di_indicatori() {
        for (index, indicatore) in indicatori.iter().enumerate() {
            let nome = plain(&indicatore.nome);
            let before = &indicatori[..index];
            let Some(first) = before.iter().find(|i| !nome.is_empty() && plain(&i.nome) == nome)
            else {
                continue;
            };
            let first_at = report.place(first.luogo, "nome");
            report
                .at(
                    indicatore.luogo,
                    "nome",
                    format!("«{titolo}» ha due indicatori «{}»", indicatore.nome),
                )
                .label("di’ nel nome che cosa li distingue")
                .see(first_at, "il primo");
        }
    }
}

/// A name as it is compared: case and outer spaces forgiven.
fn plain(nome: &str) -> String {
    nome.trim().to_lowercase()
}
