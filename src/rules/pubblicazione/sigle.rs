//! Abbreviations that nobody explains.

use std::collections::BTreeMap;

use crate::diag::Severity;
use crate::model::raccolta::Testo;
use crate::rules::testi::segnaposto::PROMEMORIA;
use crate::rules::{Contesto, Report};

/// Advises, where each is first met, on the abbreviations that neither the plan nor the glossary of
/// its document explains.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let testi = &contesto.piano.testi;
    let mut used: BTreeMap<&str, &Testo> = BTreeMap::new();
    for testo in testi.iter().filter(|testo| testo.lungo) {
        for sigla in sigle(&testo.testo) {
            used.entry(sigla).or_insert(testo);
        }
    }
    for (sigla, testo) in used {
        let known = contesto.law.glossario.iter().any(|voce| voce.sigla == sigla);
        let forms = [format!("({sigla})"), format!("{sigla} (")];
        if known
            || PROMEMORIA.contains(&sigla)
            || testi.iter().any(|t| forms.iter().any(|form| t.testo.contains(form)))
        {
            continue;
        }
        report
            .at(testo.luogo, &testo.campo, format!("la sigla «{sigla}» non è mai sciolta"))
            .help("la prima volta scrivila per esteso, con la sigla tra parentesi")
            .severity = Severity::Consiglio;
    }
}

/// The abbreviations of a text: from three to six capitals, not a number, not a part of a code, not
/// in a line that is all capitals.
fn sigle(text: &str) -> impl Iterator<Item = &str> {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '@' | '’' | '\'');
    let spoken = text.lines().filter(|line| line.contains(char::is_lowercase));
    spoken.flat_map(move |line| line.split(move |c| !is_part(c))).filter_map(|word| {
        let word = word.rsplit(['’', '\'']).next()?.trim_end_matches('.');
        let capitals = word.chars().all(|c| c.is_ascii_uppercase());
        let roman = word.chars().all(|c| "IVXLCDM".contains(c));
        (capitals && !roman && (3..=6).contains(&word.len())).then_some(word)
    })
}
