//! Every dated thing of the plan, by month: what falls due, and who answers for it.

use jiff::civil::Date;

mod calendario;

use super::apertura::unnumbered;
use super::document::{Allinea, Blocco, Genere, Parte, RigaTabella, Tabella, Tratto};
use super::maker::{Maker, title};
use super::tavole::EMPTY;
use super::valori::{self, plain};
use super::{colonne, formato, parole};
use crate::law::Ruolo;
use crate::legami::Nodo;
use crate::record::{Record, Value};

/// A day on which something of a record falls due.
struct Scadenza<'a> {
    giorno: Date,
    nodo: Nodo<'a>,
}

/// The part of the dated things; nothing when the plan has none.
pub(super) fn part(maker: &mut Maker<'_>) -> Option<Parte> {
    let mut all: Vec<Scadenza<'_>> = maker.legami.nodi().iter().flat_map(days).collect();
    if all.is_empty() {
        return None;
    }
    all.sort_by_key(|scadenza| scadenza.giorno);
    let id = maker.ancore.unique("scadenze");
    let month = |a: &Scadenza<'_>, b: &Scadenza<'_>| {
        (a.giorno.year(), a.giorno.month()) == (b.giorno.year(), b.giorno.month())
    };
    let blocchi = calendario::blocks(maker, &all, &id);
    let parti = all.chunk_by(month).map(|month| of_month(maker, month, &id)).collect();
    Some(Parte {
        blocchi,
        genere: Genere::Chiusura,
        sommario: parole::SCADENZE_SOMMARIO.into(),
        apre_pagina: true,
        parti,
        ..unnumbered(&id, parole::SCADENZE, 1)
    })
}

/// The days by which a record falls due.
fn days<'a>(nodo: &Nodo<'a>) -> Vec<Scadenza<'a>> {
    let nodo = *nodo;
    let due = nodo.record.fields.iter().filter(|(campo, _)| campo.ruolo == Some(Ruolo::Quando));
    let days = due.filter_map(|(_, value)| match value {
        Value::Day(giorno) => Some(Scadenza { giorno: *giorno, nodo }),
        _ => None,
    });
    days.collect()
}

fn of_month(maker: &mut Maker<'_>, month: &[Scadenza<'_>], base: &str) -> Parte {
    let first = month[0].giorno;
    let titolo = formato::month(first);
    let id = maker.ancore.unique(&format!("{base}-{:04}-{:02}", first.year(), first.month()));
    let righe = month.iter().map(|scadenza| row(maker, scadenza)).collect();
    let columns = vec![
        colonne::column(parole::CHE_COSA, Allinea::Inizio, 5),
        colonne::column(parole::GIORNO, Allinea::Inizio, 1),
        colonne::column(parole::CHI, Allinea::Inizio, 3),
    ];
    let table = maker.ancore.unique(&format!("{id}-tabella"));
    let whole = format!("{}, {titolo}", parole::SCADENZE);
    // The month is the heading: the caption leaves it out.
    let table =
        Tabella { didascalia: titolo.clone(), ..Tabella::new(table, whole, columns, righe) };
    Parte { blocchi: vec![Blocco::Tabella(table)], ..unnumbered(&id, &titolo, 2) }
}

fn row(maker: &Maker<'_>, scadenza: &Scadenza<'_>) -> RigaTabella {
    let Scadenza { giorno, nodo } = scadenza;
    let celle =
        vec![what(maker, nodo), vec![plain(formato::short_date(*giorno))], who(maker, nodo)];
    RigaTabella::new(String::new(), celle)
}

/// What falls due: the record, and the one that holds it where it is a piece of that.
fn what(maker: &Maker<'_>, nodo: &Nodo<'_>) -> Vec<Tratto> {
    let own = named(maker, nodo.record);
    let holder = maker.legami.voce(nodo.luogo()).filter(|voce| voce.luogo() != nodo.luogo());
    let mut what = vec![plain(format!("{}: ", formato::text(&nodo.record.kind.nome)))];
    what.extend(own);
    if let Some(holder) = holder {
        what.push(plain(", "));
        what.extend(named(maker, holder.record));
    }
    what
}

fn named(maker: &Maker<'_>, record: &Record<'_>) -> Vec<Tratto> {
    match record.id() {
        "" => vec![plain(title(record))],
        id => maker.reference(id),
    }
}

/// Who answers: as the record says, or else the one that holds it.
fn who(maker: &Maker<'_>, nodo: &Nodo<'_>) -> Vec<Tratto> {
    let above = maker.legami.ancestors(nodo.luogo()).into_iter().map(|nodo| nodo.record);
    let said = std::iter::once(nodo.record).chain(above).find_map(|record| {
        let campo = record
            .kind
            .campi
            .iter()
            .find(|campo| campo.ruolo == Some(Ruolo::Chi) && record.filled(*campo).is_some());
        record.filled(campo?)
    });
    said.map_or_else(|| vec![plain(EMPTY)], |value| valori::inline(maker, value))
}
