//! What the scheme does not foresee: free sub-sections, to five levels, and annexes.

use super::campi::At;
use super::document::{Blocco, Fascicolo, Genere, Parte, Tratto};
use super::maker::{Maker, title};
use super::valori;
use crate::law::{Base, Campo};
use crate::nomi::campo;
use crate::record::{Record, Value};

/// Puts each free sub-section after the one that it follows, or after the sections.
pub(super) fn append(maker: &mut Maker<'_>, parti: &mut Vec<Parte>) {
    for item in maker.records(campo::SOTTOSEZIONI_LIBERE) {
        let after = item.text(campo::DOPO);
        if after.is_empty() || !insert(maker, parti, after, item) {
            let part = part(maker, item, Genere::Libera, 1, 0);
            parti.push(part);
        }
    }
    for (index, item) in maker.records(campo::ALLEGATI).into_iter().enumerate() {
        let mut part = part(maker, item, Genere::Allegato, 1, 0);
        let own = std::mem::take(&mut part.numero);
        let numero = if own.is_empty() { (index + 1).to_string() } else { own };
        part.numero = format!("{} {numero}", super::parole::ALLEGATO);
        parti.push(part);
    }
}

/// Puts a free sub-section after the part to which the scheme gives a number, if it is there.
fn insert(maker: &mut Maker<'_>, parti: &mut Vec<Parte>, schema: &str, item: &Record<'_>) -> bool {
    for index in 0..parti.len() {
        let (livello, sezione) = (parti[index].livello, parti[index].sezione);
        if parti[index].schema == schema {
            if livello == 1 {
                let inner = part(maker, item, Genere::Libera, 2, sezione);
                parti[index].parti.push(inner);
            } else {
                let next = part(maker, item, Genere::Libera, livello, sezione);
                let own = |part: &Parte| part.genere == Genere::Libera;
                let mut at = index + 1;
                while parti.get(at).is_some_and(own) {
                    at += 1;
                }
                parti.insert(at, next);
            }
            return true;
        }
        if insert(maker, &mut parti[index].parti, schema, item) {
            return true;
        }
    }
    false
}

fn part(
    maker: &mut Maker<'_>,
    item: &Record<'_>,
    genere: Genere,
    livello: u8,
    sezione: u8,
) -> Parte {
    let (id, _) = maker.record_anchor(item, "libera");
    let at = At::new(campo::SOTTOSEZIONI_LIBERE, id.clone(), livello + 1);
    let mut blocchi = Vec::new();
    for campo in item.kind.campi.iter().filter(|campo| !is_placed(item, campo)) {
        if let Some(value) = item.filled(campo) {
            blocchi.extend(blocks(maker, item, campo, value, &at));
        }
    }
    let inner = item.records(campo::SOTTOSEZIONI).into_iter();
    let parti = inner.map(|item| part(maker, item, genere, livello + 1, sezione)).collect();
    let siblings = maker.law.sottosezioni.iter().filter(|s| s.sezione == sezione).count();
    let own_page = livello == 1 || (livello == 2 && sezione > 0 && siblings > 1);
    Parte {
        genere,
        schema: String::new(),
        apre_pagina: own_page,
        numero: item.text(campo::NUMERO).into(),
        titolo: title(item),
        descrizione: String::new(),
        sommario: String::new(),
        id,
        livello,
        sezione,
        blocchi,
        parti,
    }
}

/// Whether a field is in the heading of its part, says where the part stands or holds inner ones.
fn is_placed(item: &Record<'_>, campo: &Campo) -> bool {
    let placed = [campo::DOPO, campo::NUMERO, campo::SOTTOSEZIONI];
    campo.forma.base == Base::Id
        || campo.chiave == item.kind.titolo
        || placed.iter().any(|key| key.as_str() == campo.chiave)
}

/// A field under the heading: texts and descriptions speak for themselves, the rest has its label.
fn blocks(
    maker: &mut Maker<'_>,
    item: &Record<'_>,
    campo: &Campo,
    value: &Value<'_>,
    at: &At,
) -> Vec<Blocco> {
    let run = match value {
        Value::Markdown(text) => {
            // A table of the text is called after its part.
            let campo = Campo { etichetta: title(item), ..campo.clone() };
            return maker.text(text, &campo, &at.field(&campo));
        }
        Value::Pdf(fascicolo) => {
            let id = maker.ancore.unique(&at.field(campo).ancora);
            return vec![Blocco::Fascicolo(Fascicolo::new(id, fascicolo))];
        }
        Value::Url(url) => {
            vec![Tratto::Link { url: url.clone(), tratti: vec![valori::plain(url.as_str())] }]
        }
        _ if campo.chiave == campo::DESCRIZIONE.as_str() => valori::inline(maker, value),
        _ => {
            let label = valori::plain(format!("{}: ", campo.etichetta));
            [vec![label], valori::inline(maker, value)].concat()
        }
    };
    vec![maker.paragraph(&at.field(campo).ancora, run)]
}
