//! ANA-002.

use crate::rules::parole::conta;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let anagrafica = &contesto.piano.anagrafica;
    for (campo, name, code) in [
        ("codice_fiscale", "il codice fiscale", &anagrafica.codice_fiscale),
        ("partita_iva", "la partita IVA", &anagrafica.partita_iva),
    ] {
        let Some(code) = code else { continue };
        let digits: Vec<u32> = code.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.len() != 11 || code.chars().count() != 11 {
            let count = match digits.len() {
                11 => "ha anche altri segni".to_owned(),
                n => format!("ha {}", conta(n.try_into().unwrap_or(i64::MAX), "cifra", "cifre")),
            };
            report
                .at(anagrafica.luogo, campo, format!("{name} «{code}» non è di undici cifre"))
                .label(format!("{count}: servono 11 cifre, senza lettere né spazi"));
        } else if control_digit(&digits) != digits[10] {
            report
                .at(anagrafica.luogo, campo, format!("{name} «{code}» contiene un errore"))
                .label(format!(
                    "con le prime dieci cifre l’ultima dovrebbe essere {}",
                    control_digit(&digits)
                ));
        }
    }
}

/// The eleventh digit, from the first ten: those in even places count double, their two figures
/// added together.
fn control_digit(digits: &[u32]) -> u32 {
    let sum: u32 = digits[..10]
        .iter()
        .enumerate()
        .map(|(index, digit)| match (index % 2, digit * 2) {
            (0, _) => *digit,
            (_, double @ 10..) => double - 9,
            (_, double) => double,
        })
        .sum();
    (10 - sum % 10) % 10
}
