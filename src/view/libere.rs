//! What the scheme does not foresee: free sub-sections, to five levels, and annexes.

use super::campi::At;
use super::contesto::{Contesto, title};
use super::document::{Genere, Parte};
use super::formato;
use crate::law::Campo;
use crate::record::Record;

/// Puts each free sub-section after the one that it follows, or after the sections.
pub(super) fn append(contesto: &mut Contesto<'_>, parti: &mut Vec<Parte>) {
    for item in contesto.records("sottosezioni_libere") {
        let after = item.text("dopo");
        if after.is_empty() || !insert(contesto, parti, after, item) {
            let part = part(contesto, item, Genere::Libera, 1, 0);
            parti.push(part);
        }
    }
    for (index, item) in contesto.records("allegati").into_iter().enumerate() {
        let mut part = part(contesto, item, Genere::Allegato, 1, 0);
        part.numero = format!("{} {}", super::parole::ALLEGATO, index + 1);
        parti.push(part);
    }
}

/// Puts a free sub-section after the part to which the scheme gives a number, if it is there.
fn insert(
    contesto: &mut Contesto<'_>,
    parti: &mut Vec<Parte>,
    schema: &str,
    item: &Record<'_>,
) -> bool {
    for index in 0..parti.len() {
        let (livello, sezione) = (parti[index].livello, parti[index].sezione);
        if parti[index].schema == schema {
            if livello == 1 {
                let inner = part(contesto, item, Genere::Libera, 2, sezione);
                parti[index].parti.push(inner);
            } else {
                let next = part(contesto, item, Genere::Libera, livello, sezione);
                let own = |part: &Parte| part.genere == Genere::Libera;
                let mut at = index + 1;
                while parti.get(at).is_some_and(own) {
                    at += 1;
                }
                parti.insert(at, next);
            }
            return true;
        }
        if insert(contesto, &mut parti[index].parti, schema, item) {
            return true;
        }
    }
    false
}

fn part(
    contesto: &mut Contesto<'_>,
    item: &Record<'_>,
    genere: Genere,
    livello: u8,
    sezione: u8,
) -> Parte {
    let text = |key: &str| item.text(key);
    let (id, _) = contesto.record_anchor(item, "libera");
    let at = At { path: Vec::new(), ancora: id.clone(), livello: livello + 1 };
    let mut blocchi = Vec::new();
    if !text("descrizione").is_empty() {
        let testo = vec![super::valori::plain(formato::text(text("descrizione")))];
        blocchi.push(contesto.paragraph(&id, testo));
    }
    let record = &contesto.law.record["sottosezione_libera"];
    if let Some(campo) = record.campi.iter().find(|campo| campo.chiave == "testo") {
        // A table of the text is called after its part.
        let campo = Campo { etichetta: title(item), ..campo.clone() };
        blocchi.extend(contesto.text(text("testo"), &campo, &at));
    }
    if !text("indirizzo").is_empty() {
        let url = text("indirizzo");
        let tratti = vec![super::valori::plain(url)];
        let link = super::document::Tratto::Link { url: url.into(), tratti };
        blocchi.push(contesto.paragraph(&id, vec![link]));
    }
    let inner = item.records("sottosezioni").into_iter();
    let parti = inner.map(|item| part(contesto, item, genere, livello + 1, sezione)).collect();
    let own_page = livello == 1 || (livello == 2 && (sezione == 2 || sezione == 3));
    Parte {
        genere,
        schema: String::new(),
        apre_pagina: own_page,
        numero: text("numero").into(),
        titolo: title(item),
        sommario: String::new(),
        id,
        livello,
        sezione,
        blocchi,
        parti,
    }
}
