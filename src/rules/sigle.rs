//! Abbreviations that nobody explains.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Severity;
use crate::model::raccolta::Testo;
use crate::rules::prosa::is_promemoria;
use crate::rules::{Contesto, Report};

/// Advises, where each is first met, on the abbreviations that neither the plan nor the glossary of
/// its document explains.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let testi = &contesto.piano.testi;
    let mut used: BTreeMap<&str, &Testo> = BTreeMap::new();
    let mut explained: BTreeSet<&str> = PAROLE.iter().copied().collect();
    explained.extend(contesto.law.glossario.iter().map(|voce| voce.sigla.as_str()));
    for testo in testi {
        explained.extend(testo.testo.match_indices('(').flat_map(|(at, _)| {
            let (before, inside) = (&testo.testo[..at], &testo.testo[at + 1..]);
            let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            sigle(inside.split(')').next().unwrap_or_default()).chain(sigle(last))
        }));
        for sigla in testo.lungo.then(|| spoken(&testo.testo)).into_iter().flatten() {
            used.entry(sigla).or_insert(testo);
        }
    }
    for (sigla, testo) in
        used.into_iter().filter(|(sigla, _)| !explained.contains(sigla) && !is_promemoria(sigla))
    {
        report
            .at(testo.luogo, &testo.campo, format!("la sigla «{sigla}» non è mai sciolta"))
            .help("la prima volta scrivila per esteso, con la sigla tra parentesi")
            .at_most(Severity::Consiglio);
    }
}

/// The abbreviations of the lines that are not all capitals.
fn spoken(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.contains(char::is_lowercase)).flat_map(sigle)
}

/// Words that plans shout, and signs that nobody needs explained.
const PAROLE: &[&str] =
    &["NON", "CSV", "DOC", "HTML", "IBAN", "JSON", "ODS", "PDF", "USB", "XLSX", "XML"];

/// The abbreviations of a text: from three to six capitals, not a number, not a part of a code.
fn sigle(text: &str) -> impl Iterator<Item = &str> {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '@' | '’' | '\'');
    text.split(move |c| !is_part(c)).filter_map(|word| {
        let word = word.rsplit(['’', '\'']).next()?.trim_end_matches('.');
        let capitals = word.chars().all(|c| c.is_ascii_uppercase());
        let roman = word.chars().all(|c| "IVXL".contains(c));
        (capitals && !roman && (3..=6).contains(&word.len())).then_some(word)
    })
}
