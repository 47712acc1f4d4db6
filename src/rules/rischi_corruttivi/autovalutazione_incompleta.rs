//! RCT-032.

use crate::model::campo;
use crate::rules::parole::{elenco, numero};
use crate::rules::{Contesto, Report};

/// How many questions the check-list has.
const QUESTIONS: i64 = 12;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let rischi = &contesto.piano.rischi_corruttivi;
    let rows = &rischi.autovalutazione;
    if rows.is_empty() {
        return;
    }
    let asked = rows.iter().filter_map(|row| Some((row, row.quesito?)));
    for (row, quesito) in asked.filter(|(_, quesito)| !(1..=QUESTIONS).contains(quesito)) {
        report
            .at(
                row.luogo,
                campo::QUESITO,
                format!("il quesito {} non esiste: vanno da 1 a {QUESTIONS}", numero(quesito)),
            )
            .label("correggi il numero");
    }
    let is_answered =
        |number: i64| rows.iter().any(|row| row.quesito == Some(number) && row.risposta.is_some());
    let missing: Vec<String> =
        (1..=QUESTIONS).filter(|n| !is_answered(*n)).map(|n| n.to_string()).collect();
    if missing.is_empty() {
        return;
    }
    let names = elenco(&missing, "e");
    let message = match missing.len() {
        1 => format!("nell’autovalutazione manca la risposta al quesito {names}"),
        _ => format!("nell’autovalutazione mancano le risposte ai quesiti {names}"),
    };
    report
        .at(rischi.luogo, campo::AUTOVALUTAZIONE, message)
        .label("rispondi sì o no, con una nota");
}
