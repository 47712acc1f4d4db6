//! What the scheme does not foresee: free sub-sections, to five levels, and annexes.

use super::campi::At;
use super::contesto::{Contesto, title};
use super::document::Parte;
use super::formato;
use crate::law::Campo;
use crate::record::Record;

/// Puts each free sub-section after the one that it follows, or after the sections.
pub(super) fn append(contesto: &mut Contesto<'_>, parti: &mut Vec<Parte>) {
    for item in contesto.records("sottosezioni_libere") {
        let after = item.text("dopo");
        let key = contesto
            .law
            .sottosezioni
            .iter()
            .find(|s| s.numero == after && !after.is_empty())
            .map_or_else(|| format!("sezione-{after}"), |s| formato::slug(&s.chiave));
        if !insert(contesto, parti, &key, item) {
            let part = part(contesto, item, 1, 0);
            parti.push(part);
        }
    }
    for (index, item) in contesto.records("allegati").into_iter().enumerate() {
        let mut part = part(contesto, item, 1, 0);
        part.numero = format!("{} {}", super::parole::ALLEGATO, index + 1);
        parti.push(part);
    }
}

fn insert(contesto: &mut Contesto<'_>, parti: &mut Vec<Parte>, key: &str, item: &Record<'_>) -> bool {
    for index in 0..parti.len() {
        let (livello, sezione) = (parti[index].livello, parti[index].sezione);
        if parti[index].id == key {
            if livello == 1 {
                let inner = part(contesto, item, 2, sezione);
                parti[index].parti.push(inner);
            } else {
                let next = part(contesto, item, livello, sezione);
                let own = |part: &Parte| part.pagina.starts_with("libera-");
                let mut at = index + 1;
                while parti.get(at).is_some_and(own) {
                    at += 1;
                }
                parti.insert(at, next);
            }
            return true;
        }
        if insert(contesto, &mut parti[index].parti, key, item) {
            return true;
        }
    }
    false
}

fn part(contesto: &mut Contesto<'_>, item: &Record<'_>, livello: u8, sezione: u8) -> Parte {
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
    let parti = item
        .records("sottosezioni")
        .into_iter().map(|item| part(contesto, item, livello + 1, sezione)).collect();
    let own_page = livello == 1 || (livello == 2 && (sezione == 2 || sezione == 3));
    Parte {
        pagina: if own_page { format!("libera-{id}.html") } else { String::new() },
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
