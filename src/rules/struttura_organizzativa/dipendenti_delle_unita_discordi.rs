//! ORG-006.

use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.unita.is_empty() || piano.struttura.differenza_dipendenti.is_some() {
        return;
    }
    let sum = piano
        .unita
        .iter()
        .try_fold(0, |sum: i64, unita| Some(sum.saturating_add(unita.dipendenti?)));
    let dipendenti = piano.anagrafica.dipendenti.as_ref();
    let (total, total_at, part) = match (piano.totale_consistenza(), dipendenti) {
        (Some(total), _) => {
            (total, report.place(piano.luogo, "consistenza"), "la tabella della consistenza")
        }
        (None, Some(dipendenti)) if dipendenti.numero > 0 => {
            (dipendenti.numero, report.place(dipendenti.luogo, "numero"), "la sezione 1")
        }
        _ => return,
    };
    let Some(sum) = sum.filter(|sum| *sum != total) else { return };
    let count = conta(sum, "dipendente", "dipendenti");
    report
        .at(
            piano.luogo,
            "unita",
            format!("le unità hanno {count}, {part} ne conta {}", numero(total)),
        )
        .label("la somma delle unità deve dare lo stesso numero")
        .see(total_at, format!("qui sono {}", numero(total)))
        .help("correggi i numeri, o spiega la differenza in struttura.differenza_dipendenti");
}
