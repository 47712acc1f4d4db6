//! What programs are told of the document: where it is published, under which licence, and what
//! each of its pages holds in a sentence.

use super::document::{Blocco, Collegamento, Genere, Metadati, Parte, Scheda};
use super::maker::Maker;
use super::markdown::plain;
use super::visita::{Nodo, visit_blocks};
use crate::nomi::campo;
use crate::record::{Record, Value};

/// As many characters as a search engine shows.
const DESCRIPTION: usize = 220;

/// What the plan says of itself to programs.
pub(super) fn metadati(maker: &Maker<'_>) -> Metadati {
    let piao = maker.root.record(campo::PIAO);
    let anagrafica = maker.root.record(campo::ANAGRAFICA);
    let said = |record: Option<&Record<'_>>, key| {
        record.map(|record| record.text(key).to_owned()).unwrap_or_default()
    };
    let pubblicazione = piao.and_then(|piao| piao.record(campo::PUBBLICAZIONE));
    let pubblicato = match pubblicazione.and_then(|record| record.get(campo::DATA)) {
        Some(Value::Day(day)) => day.to_string(),
        _ => String::new(),
    };
    let licenza = said(piao, campo::LICENZA);
    Metadati {
        sito: folder(said(piao, campo::SITO_BASE)),
        pubblicato,
        ente_sito: said(anagrafica, campo::SITO),
        ente_ipa: said(anagrafica, campo::CODICE_IPA),
        licenza: Collegamento {
            indirizzo: maker
                .law
                .licenza(&licenza)
                .map_or_else(String::new, |l| l.indirizzo.clone()),
            etichetta: licenza,
        },
        servizio: piao.and_then(|piao| piao.record(campo::SERVIZIO)).map_or_else(Vec::new, links),
    }
}

/// The address of a folder, by which those of its files are written.
fn folder(mut address: String) -> String {
    if !address.is_empty() && !address.ends_with('/') {
        address.push('/');
    }
    address
}

/// The addresses of a record, each with its label.
fn links(record: &Record<'_>) -> Vec<Collegamento> {
    let link = |(campo, value): &(&crate::law::Campo, Value<'_>)| match value {
        Value::Url(url) => {
            Some(Collegamento { etichetta: campo.etichetta.clone(), indirizzo: url.clone() })
        }
        _ => None,
    };
    record.fields.iter().filter_map(link).collect()
}

/// Gives each part that opens a page its description.
pub(super) fn describe(parti: &mut [Parte]) {
    for parte in parti {
        if parte.apre_pagina {
            parte.descrizione = short(&description(parte));
        }
        describe(&mut parte.parti);
    }
}

/// The sentence of a part and how it begins; of a card, its sentence or its first facts.
fn description(parte: &Parte) -> String {
    let card = parte.blocchi.first().filter(|_| parte.genere == Genere::Elemento);
    if let Some(Blocco::Scheda(scheda)) = card {
        return match first_words(&scheda.frase) {
            words if words.is_empty() => facts(scheda),
            words => words,
        };
    }
    let words = [parte.sommario.clone(), first_words(&parte.blocchi)];
    let words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
    if words.is_empty() { parte.titolo.clone() } else { words.join(" ") }
}

/// What a card is, its title, and what it says first.
fn facts(scheda: &Scheda) -> String {
    let fatti = scheda.fatti.iter().map(|fatto| (&fatto.etichetta, &fatto.blocchi));
    let voci = scheda.voci.iter().map(|voce| (&voce.etichetta, &voce.blocchi));
    let mut said = format!("{}: {}", scheda.etichetta, scheda.titolo);
    for (label, blocks) in fatti.chain(voci) {
        let words = first_words(blocks);
        if !words.is_empty() {
            said += &format!(". {label}: {words}");
        }
    }
    said
}

/// The first paragraph of some blocks.
fn first_words(blocchi: &[Blocco]) -> String {
    let mut words = String::new();
    visit_blocks(blocchi, |nodo| {
        if let Nodo::Blocco(Blocco::Paragrafo { testo, .. }) = nodo
            && words.is_empty()
        {
            words = plain(testo).split_whitespace().collect::<Vec<_>>().join(" ");
        }
    });
    words
}

/// A text cut after a whole word.
fn short(text: &str) -> String {
    match text.char_indices().nth(DESCRIPTION) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rsplit_once(' ').map_or(&text[..end], |(whole, _)| whole);
            format!("{}…", cut.trim_end_matches([',', ';', ':', '.', ' ']))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_ends_after_a_whole_word() {
        let long = "parola, ".repeat(60);
        let cut = short(&long);
        assert!(cut.ends_with("parola…") && cut.chars().count() <= DESCRIPTION + 1, "{cut}");
        assert_eq!(short("breve"), "breve");
    }
}
