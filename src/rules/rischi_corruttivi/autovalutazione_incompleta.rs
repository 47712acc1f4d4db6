//! RCT-032.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{elenco, numero};
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-032",
    name: "autovalutazione-incompleta",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: Some("2025-07-23"),
    al: None,
    norma: &["anac-23-7-2025"],
    summary: "Chi pubblica l’autovalutazione risponde a tutti e dodici i quesiti dell’ANAC.",
    page: include_str!("autovalutazione_incompleta.md"),
    check: Check::Piano(check),
};

/// How many questions the check-list has.
const QUESTIONS: i64 = 12;

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
