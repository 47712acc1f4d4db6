//! GEN-016.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{conta, numero};
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-016",
    name: "testo-troppo-lungo",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 2, c. 1", "prassi"],
    summary: "Un testo non supera i ventimila caratteri.",
    page: include_str!("testo_troppo_lungo.md"),
    check: Check::Piano(check),
};

/// What a text field of the national portal takes.
const LIMITE: usize = 20_000;

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for testo in &contesto.piano.testi {
        let length = testo.testo.chars().count();
        if length > LIMITE {
            let count = conta(i64::try_from(length).unwrap_or(i64::MAX), "carattere", "caratteri");
            report
                .at(testo.luogo, &testo.campo, format!("«{}» ha {count}", testo.etichetta))
                .label(format!("il contenuto è sintetico: al più {}", numero(20_000)))
                .help("riassumi, o sposta il dettaglio in un allegato");
        }
    }
}
