//! MON-001.

use crate::model::campo;
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
        let campo =
            if righe.is_empty() { campo::MONITORAGGIO } else { campo::MONITORAGGIO_SOTTOSEZIONI };
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
        let asked = [
            (riga.strumenti.is_some(), campo::STRUMENTI, "gli strumenti"),
            (riga.metodo.is_some(), campo::METODO, "le modalità"),
        ];
        let Some(missing) = report.absent(riga.luogo, asked) else { continue };
        report
            .at(
                riga.luogo,
                missing.first,
                format!(
                    "al monitoraggio della {} mancano {}",
                    riga.sottosezione,
                    elenco(&missing.names, "e")
                ),
            )
            .label("con che cosa e come si verifica?");
    }
}
