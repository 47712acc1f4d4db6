//! The overview of a list of cards: a row each, with what its reader looks for first.

use super::campi::At;
use super::document::{Blocco, RigaTabella, Scheda, Tabella, Tratto};
use super::maker::Maker;
use super::tavole::{EMPTY, columns_of};
use super::valori::{self, plain};
use super::{calcoli, parole, risultato};
use crate::law::{Base, Campo, Ruolo};
use crate::record::Record;

/// The roles that have a column, in their order, each for the first of its fields that is filled.
const ROLES: &[Ruolo] = &[Ruolo::Chi, Ruolo::Quando, Ruolo::Risultato, Ruolo::Scopo, Ruolo::PerChi];
/// As many columns of facts as leave room for the titles.
const FACTS: usize = 4;

/// The overview of two records or more; nothing when it would say but their titles.
pub(super) fn table(
    maker: &mut Maker<'_>,
    campo: &Campo,
    items: &[&Record<'_>],
    cards: &[Scheda],
    at: &At,
) -> Option<Blocco> {
    let kind = items.first().filter(|_| items.len() > 1)?.kind;
    let filled = |campo: &&Campo| items.iter().any(|item| item.filled(*campo).is_some());
    let of_role = |ruolo: &Ruolo| {
        let mut own = kind.campi.iter().filter(|campo| campo.ruolo == Some(*ruolo));
        own.find(|campo| filled(campo))
    };
    let mut campi: Vec<&Campo> = ROLES.iter().filter_map(of_role).take(FACTS).collect();
    campi.extend(kind.campi.iter().filter(|campo| campo.somma && filled(campo)));
    if campi.is_empty() {
        return None;
    }
    let named = kind.campi.iter().filter(|campo| campo.chiave == kind.titolo);
    let coded = kind.campi.iter().filter(|campo| campo.forma.base == Base::Id && filled(campo));
    let campi: Vec<&Campo> = named.chain(coded).chain(campi).collect();
    let scales: Vec<u32> = campi.iter().map(|campo| valori::scale(campo, items)).collect();
    let mut righe = Vec::new();
    for (item, card) in items.iter().zip(cards) {
        let celle = campi.iter().zip(&scales);
        let celle = celle.map(|(campo, scale)| cell(maker, campo, item, card, *scale)).collect();
        righe.push(RigaTabella::new(String::new(), celle));
    }
    let computed = calcoli::totals(&campi, &scales, items);
    let note = calcoli::note(campo, items, !computed.is_empty());
    righe.extend(computed);
    let mut colonne = columns_of(&campi, &righe);
    for (colonna, campo) in colonne.iter_mut().zip(&campi) {
        if matches!(campo.forma.base, Base::Record(_)) || campo.ruolo == Some(Ruolo::Risultato) {
            colonna.titolo = parole::RISULTATO.into();
        }
    }
    let id = maker.ancore.unique(&format!("{}-quadro", at.ancora));
    let mut table = Tabella { note, ..Tabella::new(id, maker.caption(campo, at), colonne, righe) };
    maker.specify(&mut table, campo, &campi, at);
    table.dati = at.dati();
    Some(Blocco::Tabella(table))
}

fn cell(
    maker: &Maker<'_>,
    campo: &Campo,
    item: &Record<'_>,
    card: &Scheda,
    scale: u32,
) -> Vec<Tratto> {
    if campo.chiave == item.kind.titolo {
        let tratti = vec![plain(card.titolo.clone())];
        return vec![Tratto::rinvio(card.id.clone(), tratti)];
    }
    match (campo.ruolo, risultato::of(item)) {
        (Some(Ruolo::Risultato), Some(result)) => vec![plain(result.path())],
        _ if matches!(campo.forma.base, Base::Record(_)) => vec![plain(EMPTY)],
        _ => maker.cell(campo, item, scale),
    }
}
