//! The act that adopts the plan, and those that change it afterwards.

use jiff::civil::Date;

use super::campi::At;
use super::document::{Blocco, RigaTabella, Tabella, Tratto};
use super::maker::Maker;
use super::tavole::EMPTY;
use super::valori::{self, plain};
use super::{colonne, formato, parole};
use crate::cifre;
use crate::law::Campo;
use crate::nomi::scelte::Stati;
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};

/// An act in words: `Presidente della Provincia, decreto n. 9 del 28 gennaio 2027`.
pub(super) fn act(record: &Record<'_>) -> String {
    words(record, Some(&days(record)))
}

/// The act that adopts the plan, as the cover says it; of a plan still to be adopted, with the
/// room for its number and its day.
pub(super) fn adoption(maker: &Maker<'_>) -> String {
    let adozione = maker.root.record(campo::PIAO).and_then(|piao| piao.record(campo::ADOZIONE));
    let written = adozione.map(act).unwrap_or_default();
    if maker.stato() != Some(Stati::Proposta) {
        return written;
    }
    let named = adozione.map(|record| words(record, None)).unwrap_or_default();
    let has = |key: Chiave| adozione.is_some_and(|record| record.filled(key).is_some());
    let mut words = vec![if named.is_empty() { parole::ATTO.into() } else { named }];
    if !has(campo::NUMERO) {
        words.push(format!("n.\u{a0}{}", parole::IN_BIANCO));
    }
    match adozione.map(days).filter(|days| !days.is_empty()) {
        Some(days) => words.push(days),
        None => words.push(format!("del {}", parole::IN_BIANCO)),
    }
    words.join(" ")
}

/// ` del 28 gennaio 2027`, if the day is written.
fn days(record: &Record<'_>) -> String {
    day(record, campo::DATA).map(cifre::del_giorno).unwrap_or_default()
}

fn words(record: &Record<'_>, days: Option<&str>) -> String {
    let label =
        |key: Chiave| record.get(key).and_then(Value::label).map(formato::text).unwrap_or_default();
    let (organo, tipo) = (label(campo::ORGANO), label(campo::TIPO));
    let mut words = match (organo.is_empty(), tipo.is_empty()) {
        (true, true) => return String::new(),
        (false, false) => vec![format!("{organo}, {}", valori::lower_first(&tipo))],
        _ => vec![organo + &tipo],
    };
    if !record.text(campo::NUMERO).is_empty() {
        words.push(format!("n.\u{a0}{}", record.text(campo::NUMERO)));
    }
    words.extend(days.filter(|days| !days.is_empty()).map(str::to_owned));
    words.join(" ")
}

fn day(record: &Record<'_>, key: Chiave) -> Option<Date> {
    match record.get(key) {
        Some(Value::Day(day)) => Some(*day),
        _ => None,
    }
}

/// What an act changed after the adoption, in the order of its days.
pub(super) fn updates<'a>(maker: &Maker<'a>) -> Vec<&'a Record<'a>> {
    let adozione = maker.root.record(campo::PIAO).and_then(|piao| piao.record(campo::ADOZIONE));
    let Some(first) = adozione.and_then(|adozione| day(adozione, campo::DATA)) else {
        return Vec::new();
    };
    let mut updates = maker.records(campo::REVISIONI);
    updates.retain(|row| {
        row.filled(campo::TIPO).is_some() && day(row, campo::DATA).is_some_and(|day| day > first)
    });
    updates.sort_by_key(|row| day(row, campo::DATA));
    updates
}

/// The versions of the plan: which one each takes the place of, what it changes, by which act.
pub(super) fn table(maker: &mut Maker<'_>, field: &Campo, at: &At) -> Vec<Blocco> {
    let items = maker.records(campo::REVISIONI);
    if items.is_empty() {
        return Vec::new();
    }
    let mut righe = Vec::new();
    for item in &items {
        let (id, _) = maker.record_anchor(item, &at.ancora);
        let [versione, data, parte, cambia] =
            [campo::VERSIONE, campo::DATA, campo::SOTTOSEZIONE, campo::DESCRIZIONE].map(|key| {
                let field = item.kind.campo(key.as_str());
                field.map_or_else(Vec::new, |field| maker.cell(field, item, 0))
            });
        let parte = link(maker, item).unwrap_or(parte);
        let before = before(&items, item).unwrap_or_else(|| EMPTY.into());
        let act = told(item);
        let celle = vec![
            vec![Tratto::Forte { tratti: versione }],
            vec![plain(before)],
            data,
            parte,
            cambia,
            vec![plain(act)],
        ];
        righe.push(RigaTabella::new(id, celle));
    }
    let columns = parole::REVISIONI.iter().enumerate().map(|(index, (titolo, allinea))| {
        let cells = righe.iter().filter_map(|riga| riga.celle.get(index));
        colonne::column(*titolo, *allinea, colonne::share(cells))
    });
    let colonne = columns.collect();
    let id = maker.ancore.unique(&format!("{}-tabella", at.ancora));
    let mut table = Tabella::new(id, maker.caption(field, at), colonne, righe);
    maker.specify(&mut table, field, &[], at);
    let mut blocks = vec![Blocco::Tabella(table)];
    blocks.extend(maker.missing_of(&items, &at.ancora));
    blocks
}

/// The act of a version, with whoever decides it: `Decreto n. 77, Presidente della Provincia`.
fn told(item: &Record<'_>) -> String {
    let label =
        |key: Chiave| item.get(key).and_then(Value::label).map(formato::text).unwrap_or_default();
    let numero = match item.text(campo::NUMERO) {
        "" => String::new(),
        numero => format!("n.\u{a0}{numero}"),
    };
    let filled = |words: &[String], between: &str| {
        let filled: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        filled.join(between)
    };
    let act = filled(&[label(campo::TIPO), numero], " ");
    let told = filled(&[act, label(campo::ORGANO)], ", ");
    if told.is_empty() { EMPTY.into() } else { told }
}

/// The version of which another takes the place: the last one before its day, or before it in
/// the plan.
pub(super) fn before(items: &[&Record<'_>], item: &Record<'_>) -> Option<String> {
    let key = |(place, row): (usize, &&Record<'_>)| (day(row, campo::DATA), place);
    let place = items.iter().position(|row| row.luogo == item.luogo)?;
    let own = key((place, &items[place]));
    let earlier = items.iter().enumerate().filter(|(place, row)| {
        key((*place, row)) < own && row.text(campo::VERSIONE) != item.text(campo::VERSIONE)
    });
    let (_, row) = earlier.max_by_key(|(place, row)| key((*place, row)))?;
    Some(formato::text(row.text(campo::VERSIONE))).filter(|version| !version.is_empty())
}

/// The sub-section that a version changes, as a link.
fn link(maker: &Maker<'_>, item: &Record<'_>) -> Option<Vec<Tratto>> {
    let numero = item.text(campo::SOTTOSEZIONE);
    let part = maker.law.sottosezioni.iter().find(|part| part.numero == numero)?;
    let tratti = valori::inline(maker, item.filled(campo::SOTTOSEZIONE)?);
    Some(vec![Tratto::rinvio(formato::slug(&part.chiave), tratti)])
}

/// On a sub-section, the versions that changed it after the adoption, each with its act.
pub(super) fn of_part(maker: &mut Maker<'_>, numero: &str, base: &str) -> Vec<Blocco> {
    let mut updates = updates(maker);
    updates.retain(|row| row.text(campo::SOTTOSEZIONE) == numero);
    let mut blocks = Vec::new();
    for row in updates {
        let version = formato::text(row.text(campo::VERSIONE));
        let text = format!("{} {version}: {}.", parole::AGGIORNATA, act(row));
        let ancora = format!("{base}-versione-{}", formato::slug(&version));
        blocks.push(maker.paragraph(&ancora, vec![plain(text)]));
    }
    blocks
}
