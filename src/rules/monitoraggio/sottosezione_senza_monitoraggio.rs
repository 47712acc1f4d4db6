//! MON-001.

use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

/// What section 4 has to watch.
const SOTTOSEZIONI: [&str; 6] = ["2.1", "2.2", "2.3", "3.1", "3.2", "3.3"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
