//! IND-001.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
