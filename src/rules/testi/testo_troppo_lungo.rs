//! GEN-016.

use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

/// What a text field of the national portal takes.
const LIMITE: usize = 20_000;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
