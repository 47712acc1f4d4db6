//! RCT-032.

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
    for row in rows.iter().filter(|row| !(1..=QUESTIONS).contains(&row.quesito)) {
        report
            .at(
                row.luogo,
                "quesito",
                format!("il quesito {} non esiste: vanno da 1 a {QUESTIONS}", numero(row.quesito)),
            )
            .label("correggi il numero");
    }
    let is_answered =
        |number: i64| rows.iter().any(|row| row.quesito == number && row.risposta.is_some());
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
    report.at(rischi.luogo, "autovalutazione", message).label("rispondi sì o no, con una nota");
}
