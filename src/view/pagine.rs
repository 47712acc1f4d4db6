//! Records that have a page of their own: each becomes a part inside the one that lists them.

use super::document::{Blocco, Genere, Parte, Scheda, Tratto};
use super::maker::Maker;
use super::visita::{Nodo, visit_blocks};

/// Takes the cards that have a page out of some blocks. What is left leads to each of them.
pub(super) fn split(
    maker: &mut Maker<'_>,
    blocchi: Vec<Blocco>,
    sezione: u8,
    ancora: &str,
) -> (Vec<Blocco>, Vec<Parte>) {
    let mut rest = Vec::new();
    let mut cards = Vec::new();
    for block in blocchi {
        match block {
            Blocco::Scheda(card) if maker.has_page(&card.nome) => cards.push(card),
            other => rest.push(other),
        }
    }
    let mut leads = Vec::new();
    visit_blocks(&rest, |nodo| {
        if let Nodo::Tratto(Tratto::Rinvio { id, .. }) = nodo {
            leads.push(id.clone());
        }
    });
    if cards.iter().any(|card| !leads.contains(&card.id)) {
        rest.push(list(maker, &cards, ancora));
    }
    let parti = cards.into_iter().map(|card| part(maker, card, sezione)).collect();
    (rest, parti)
}

/// The cards as a list of links.
fn list(maker: &mut Maker<'_>, cards: &[Scheda], ancora: &str) -> Blocco {
    let item = |maker: &mut Maker<'_>, card: &Scheda| {
        let tratti = vec![Tratto::Testo { testo: card.titolo.clone() }];
        let rinvio = Tratto::rinvio(card.id.clone(), tratti);
        vec![maker.paragraph(&format!("{ancora}-{}", card.id), vec![rinvio])]
    };
    let voci = cards.iter().map(|card| item(maker, card)).collect();
    let id = maker.ancore.unique(&format!("{ancora}-elenco"));
    Blocco::Elenco { id, ordinato: false, inizio: 1, voci }
}

fn part(maker: &mut Maker<'_>, card: Scheda, sezione: u8) -> Parte {
    Parte {
        id: maker.ancore.unique(&format!("{}-pagina", card.id)),
        genere: Genere::Elemento,
        schema: String::new(),
        numero: String::new(),
        titolo: card.titolo.clone(),
        livello: card.livello,
        sezione,
        apre_pagina: true,
        descrizione: String::new(),
        sommario: String::new(),
        blocchi: vec![Blocco::Scheda(card)],
        parti: Vec::new(),
    }
}
