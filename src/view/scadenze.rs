//! Every dated thing of the plan, by month: what falls due, and who answers for it.

use std::collections::BTreeMap;

use jiff::civil::Date;

mod calendario;

use super::apertura::unnumbered;
use super::document::{Allinea, Blocco, Genere, Parte, RigaTabella, Tabella, Tratto};
use super::maker::{Maker, title};
use super::tavole::EMPTY;
use super::valori::{self, plain};
use super::{colonne, dati, formato, markdown, parole};
use crate::law::{Campo, Ruolo};
use crate::legami::Nodo;
use crate::nomi::campo;
use crate::record::{Record, Value};

/// The anchor of the part.
pub const ANCORA: &str = "scadenze";

/// A day on which something of a record falls due.
struct Scadenza<'a> {
    giorno: Date,
    campo: &'a Campo,
    nodo: Nodo<'a>,
}

/// The part of the dated things; nothing when the plan has none.
pub(super) fn part(maker: &mut Maker<'_>) -> Option<Parte> {
    let all = all(maker);
    if all.is_empty() {
        return None;
    }
    let id = maker.ancore.unique(ANCORA);
    let month = |a: &Scadenza<'_>, b: &Scadenza<'_>| {
        (a.giorno.year(), a.giorno.month()) == (b.giorno.year(), b.giorno.month())
    };
    let blocchi = calendario::blocks(maker, &all, &id);
    let mut parti: Vec<Parte> =
        all.chunk_by(month).map(|month| of_month(maker, month, &id)).collect();
    parti.extend(by_office(maker, &all, &id));
    Some(Parte {
        blocchi,
        genere: Genere::Chiusura,
        sommario: parole::SCADENZE_SOMMARIO.into(),
        apre_pagina: true,
        parti,
        ..unnumbered(&id, parole::SCADENZE, 1)
    })
}

/// Every dated thing, in order of day.
fn all<'a>(maker: &Maker<'a>) -> Vec<Scadenza<'a>> {
    let mut all: Vec<Scadenza<'_>> = maker.legami.nodi().iter().flat_map(days).collect();
    all.sort_by_key(|scadenza| scadenza.giorno);
    all
}

/// Every dated thing, for a calendar. What is the same thing keeps its key when its day changes.
pub(super) fn calendario(maker: &Maker<'_>) -> Vec<dati::Scadenza> {
    let mut keys: BTreeMap<String, u32> = BTreeMap::new();
    let one = |Scadenza { giorno, campo, nodo }: Scadenza<'_>| {
        let above = maker.legami.ancestors(nodo.luogo()).into_iter().map(|nodo| nodo.record);
        let coded = std::iter::once(nodo.record).chain(above).find(|own| !own.id().is_empty());
        let code = coded.map_or("", |own| own.id());
        let (kind, name) = (&nodo.record.kind.chiave, title(nodo.record));
        let key = formato::slug(&format!("{kind} {code} {name} {}", campo.chiave));
        let times = keys.entry(key.clone()).and_modify(|times| *times += 1).or_insert(1);
        let chiave = if *times == 1 { key } else { format!("{key}-{times}") };
        let chi = answers(maker, &nodo).map(|value| markdown::plain(&valori::inline(maker, value)));
        let titolo = markdown::plain(&what(maker, &nodo));
        dati::Scadenza { giorno, chiave, titolo, chi: chi.unwrap_or_default() }
    };
    // The keys of things that are called the same follow the order of the plan, not of the days.
    let mut all: Vec<dati::Scadenza> = maker.legami.nodi().iter().flat_map(days).map(one).collect();
    all.sort_by_key(|scadenza| scadenza.giorno);
    all
}

/// The days by which a record falls due.
fn days<'a>(nodo: &Nodo<'a>) -> Vec<Scadenza<'a>> {
    let nodo = *nodo;
    let due = nodo.record.fields.iter().filter(|(campo, _)| campo.ruolo == Some(Ruolo::Quando));
    let days = due.filter_map(|(campo, value)| match value {
        Value::Day(giorno) => Some(Scadenza { giorno: *giorno, campo, nodo }),
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
    let Scadenza { giorno, nodo, .. } = scadenza;
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

/// What falls due, where there is little room: the record, and the code of the one that holds it.
fn briefly(maker: &Maker<'_>, nodo: &Nodo<'_>) -> Vec<Tratto> {
    let holder = maker.legami.voce(nodo.luogo()).filter(|voce| voce.luogo() != nodo.luogo());
    let code = holder.map_or("", |holder| holder.record.id());
    let Some((anchor, _)) = maker.named(code) else { return what(maker, nodo) };
    let mut what = vec![plain(format!("{}: ", formato::text(&nodo.record.kind.nome)))];
    what.extend(named(maker, nodo.record));
    what.push(plain(", "));
    what.push(Tratto::rinvio(anchor.clone(), vec![plain(code)]));
    what
}

fn named(maker: &Maker<'_>, record: &Record<'_>) -> Vec<Tratto> {
    match record.id() {
        "" => vec![plain(title(record))],
        id => maker.reference(id),
    }
}

/// Who answers, in a cell.
fn who(maker: &Maker<'_>, nodo: &Nodo<'_>) -> Vec<Tratto> {
    let said = answers(maker, nodo);
    said.map_or_else(|| vec![plain(EMPTY)], |value| valori::inline(maker, value))
}

/// Who answers: as the record says, or else the one that holds it.
fn answers<'a>(maker: &Maker<'a>, nodo: &Nodo<'a>) -> Option<&'a Value<'a>> {
    let above = maker.legami.ancestors(nodo.luogo()).into_iter().map(|nodo| nodo.record);
    std::iter::once(nodo.record).chain(above).find_map(|record| {
        let mut own = record.kind.campi.iter().filter(|campo| campo.ruolo == Some(Ruolo::Chi));
        own.find_map(|campo| record.filled(campo))
    })
}

/// The same things by office: those of the plan in its order, then whoever else is named.
fn by_office(maker: &mut Maker<'_>, all: &[Scadenza<'_>], base: &str) -> Option<Parte> {
    let units = maker.records(campo::UNITA).into_iter();
    let mut offices: Vec<(String, Vec<&Scadenza<'_>>)> =
        units.map(|unit| (title(unit), Vec::new())).collect();
    let nobody = || vec![parole::DI_NESSUNO.to_owned()];
    for scadenza in all {
        let named = answers(maker, &scadenza.nodo).map(|value| {
            let name = |item: &Value<'_>| markdown::plain(&valori::inline(maker, item));
            value.items().iter().map(name).collect()
        });
        for name in named.unwrap_or_else(nobody) {
            match offices.iter_mut().find(|(known, _)| *known == name) {
                Some((_, own)) => own.push(scadenza),
                None => offices.push((name, vec![scadenza])),
            }
        }
    }
    offices.retain(|(_, own)| !own.is_empty());
    if offices.len() < 2 {
        return None;
    }
    let id = maker.ancore.unique(&format!("{base}-uffici"));
    let mut part = unnumbered(&id, parole::PER_UFFICIO, 2);
    part.parti = offices.iter().map(|(name, own)| of_office(maker, name, own, &id)).collect();
    Some(part)
}

/// What falls due of an office, day by day.
fn of_office(maker: &mut Maker<'_>, name: &str, own: &[&Scadenza<'_>], base: &str) -> Parte {
    let id = maker.ancore.named(base, name);
    // The bare name is that of the office, and leads to its card.
    let titolo = format!("{name}: {}", parole::SCADENZE.to_lowercase());
    let mut voci = Vec::new();
    for scadenza in own {
        let day = Tratto::Forte { tratti: vec![plain(formato::date(scadenza.giorno))] };
        let mut testo = vec![day, plain(", ")];
        testo.extend(briefly(maker, &scadenza.nodo));
        let id = maker.ancore.named(&id, &markdown::plain(&testo));
        voci.push(vec![Blocco::Paragrafo { id, testo }]);
    }
    let list = maker.ancore.unique(&format!("{id}-elenco"));
    let list = Blocco::Elenco { id: list, ordinato: false, inizio: 1, voci };
    Parte { blocchi: vec![list], ..unnumbered(&id, &titolo, 3) }
}
