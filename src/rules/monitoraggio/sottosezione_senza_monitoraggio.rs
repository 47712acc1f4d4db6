//! MON-001.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

/// What section 4 has to watch.
const SOTTOSEZIONI: [&str; 6] = ["2.1", "2.2", "2.3", "3.1", "3.2", "3.3"];

pub(in crate::rules) const RULE: Rule = Rule {
    code: "MON-001",
    name: "sottosezione-senza-monitoraggio",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 5, c. 1"],
    summary: "Di ogni sottosezione si dice con quali strumenti e in che modo si monitora.",
    page: include_str!("sottosezione_senza_monitoraggio.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let righe = &piano.monitoraggio_sottosezioni;
    if piano.is_omessa("4") {
        return;
    }
    let forgotten: Vec<&str> = SOTTOSEZIONI
        .into_iter()
        .filter(|numero| !piano.is_omessa(numero))
        .filter(|numero| {
            righe.iter().all(|riga| riga.sottosezione != *numero && !riga.sottosezione.is_empty())
        })
        .collect();
    if !forgotten.is_empty() {
        let campo = if righe.is_empty() { "monitoraggio" } else { "monitoraggio_sottosezioni" };
        let part = if forgotten.len() == 1 { "la sottosezione" } else { "le sottosezioni" };
        report
            .at(
                piano.luogo,
                campo,
                format!("il monitoraggio non riguarda {part} {}", elenco(&forgotten, "e")),
            )
            .label("serve una riga per ogni sottosezione del piano");
    }
    for riga in righe.iter().filter(|riga| SOTTOSEZIONI.contains(&riga.sottosezione.as_str())) {
        let missing: Vec<(&str, &str)> = [
            (&riga.strumenti, "strumenti", "gli strumenti"),
            (&riga.metodo, "metodo", "le modalità"),
        ]
        .into_iter()
        .filter_map(|(text, campo, name)| text.is_none().then_some((campo, name)))
        .collect();
        let Some((first, _)) = missing.first() else { continue };
        let names: Vec<&str> = missing.iter().map(|(_, name)| *name).collect();
        report
            .at(
                riga.luogo,
                first,
                format!(
                    "al monitoraggio della {} mancano {}",
                    riga.sottosezione,
                    elenco(&names, "e")
                ),
            )
            .label("con che cosa e come si verifica?");
    }
}
