//! Small records as phrases: `Aurora Modello, direttrice (decreto 12/2024)`.

use super::document::Tratto;
use super::maker::Maker;
use super::valori::{inline, lower_first, plain};
use crate::law::frase::{Parola, Pezzo};
use crate::record::Record;

/// A record on a line: the phrase that the law gives its kind, then the fields that this has not
/// said, each after its label.
pub(super) fn record(maker: &Maker<'_>, record: &Record<'_>) -> Vec<Tratto> {
    let (mut out, said) = phrase(maker, record, Vec::new());
    for campo in record.kind.campi.iter().filter(|campo| !said.contains(&campo.chiave.as_str())) {
        let Some(value) = record.filled(campo) else { continue };
        let (before, label) = match (out.is_empty(), record.kind.frase.is_some()) {
            // The first field of a kind without a phrase is what it is called.
            (true, false) => (String::new(), String::new()),
            (true, true) => (String::new(), format!("{}: ", campo.etichetta)),
            (false, _) => ("; ".to_owned(), format!("{}: ", lower_first(&campo.etichetta))),
        };
        if !before.is_empty() || !label.is_empty() {
            out.push(plain(before + &label));
        }
        out.extend(inline(maker, value));
    }
    out
}

/// The phrase of a record, and the fields that it says, those that are `said` elsewhere among them;
/// what is left when fields say nothing begins with no comma.
pub(super) fn phrase<'l>(
    maker: &Maker<'_>,
    record: &Record<'l>,
    mut said: Vec<&'l str>,
) -> (Vec<Tratto>, Vec<&'l str>) {
    let mut out = Vec::new();
    for pezzo in record.kind.frase.iter().flat_map(|frase| &frase.pezzi) {
        if !stands(pezzo, record, &said) {
            continue;
        }
        for parola in &pezzo.parole {
            match parola {
                Parola::Testo(words) if out.is_empty() => {
                    let words = words.trim_start_matches([',', ';', '·', ' ']);
                    if !words.is_empty() {
                        out.push(plain(words));
                    }
                }
                Parola::Testo(words) => out.push(plain(words.as_str())),
                Parola::Campo(chiave) => {
                    if let Some(value) = record.by_key(chiave) {
                        out.extend(inline(maker, value));
                        said.push(chiave.as_str());
                    }
                }
            }
        }
    }
    (out, said)
}

/// Whether a piece says something, and nothing that was said.
fn stands(pezzo: &Pezzo, record: &Record<'_>, said: &[&str]) -> bool {
    let fresh = |chiave: &str| record.by_key(chiave).is_some() && !said.contains(&chiave);
    if pezzo.facoltativo { pezzo.campi().all(fresh) } else { true }
}
