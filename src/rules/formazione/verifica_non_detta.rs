//! FOR-011.

use crate::rules::parole::conta;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let interventi = &contesto.piano.interventi_formativi;
    let mut silent =
        interventi.iter().filter(|intervento| intervento.verifica.is_none()).peekable();
    let Some(first) = silent.peek().copied() else { return };
    let count = silent.count();
    if count == interventi.len() {
        return;
    }
    let count = conta(count.try_into().unwrap_or(i64::MAX), "intervento", "interventi");
    report
        .at(
            first.luogo,
            "verifica",
            format!("di {count} non è detto se l’apprendimento si verifica"),
        )
        .label("di altri il piano lo dice: il portale lo chiede per ciascuno");
}
