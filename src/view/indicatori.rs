//! Indicators: name and definition, where one starts, where one wants to arrive each year.

use super::campi::{At, EMPTY};
use super::colonne::column;
use super::document::{Allinea, Blocco, RigaTabella, Tabella, Tratto};
use super::figure::strip;
use super::maker::Maker;
use super::valori::{self, plain};
use super::{formato, parole};
use crate::law::{Base, Campo};
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};

/// Fields that have a place of their own; the others stand under the name, in the order of the law.
const PLACED: &[Chiave] =
    &[campo::NOME, campo::FORMULA, campo::BASELINE, campo::TARGET, campo::FONTE];

/// The indicators of a record.
pub(super) fn table(
    maker: &mut Maker<'_>,
    campo: &Campo,
    items: &[&Record<'_>],
    at: &At,
) -> Blocco {
    let years = years(items);
    let label = |campo: Chiave| {
        let own = items.first().and_then(|item| item.kind.campo(campo.as_str()));
        own.map_or("", |campo| campo.etichetta.as_str())
    };
    let mut colonne = vec![
        column(label(campo::NOME), Allinea::Inizio, 5),
        column(label(campo::BASELINE), Allinea::Fine, 2),
    ];
    colonne.extend(years.iter().map(|year| column(year.to_string(), Allinea::Fine, 1)));
    let strips: Vec<_> = items.iter().map(|item| strip(item)).collect();
    let drawn = strips.iter().any(Option::is_some);
    if drawn {
        colonne.push(column(parole::PERCORSO, Allinea::Inizio, 2));
    }
    colonne.push(column(label(campo::FONTE), Allinea::Inizio, 2));
    let righe = items
        .iter()
        .zip(strips)
        .map(|(item, strip)| {
            let (id, codice) = maker.record_anchor(item, &at.ancora);
            let mut celle = vec![name(maker, item, &codice), baseline(maker, item)];
            celle.extend(years.iter().map(|year| target(maker, item, *year)));
            if drawn {
                celle.push(vec![strip.unwrap_or_else(|| plain(EMPTY))]);
            }
            celle.push(field(maker, item, campo::FONTE));
            RigaTabella { id, totale: false, celle, lettere: Vec::new() }
        })
        .collect();
    Blocco::Tabella(Tabella {
        id: maker.ancore.unique(&format!("{}-tabella", at.ancora)),
        didascalia: maker.caption(campo, at),
        colonne,
        righe,
    })
}

fn years(items: &[&Record<'_>]) -> Vec<i16> {
    let targets = items.iter().flat_map(|item| item.records(campo::TARGET));
    let mut years: Vec<i16> = targets.filter_map(year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The year of a starting value or of a target.
fn year(record: &Record<'_>) -> Option<i16> {
    match record.get(campo::ANNO) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    }
}

fn name(maker: &Maker<'_>, item: &Record<'_>, codice: &str) -> Vec<Tratto> {
    let text = |campo: Chiave| formato::text(item.text(campo));
    let mut out = vec![Tratto::Forte { tratti: vec![plain(text(campo::NOME))] }];
    if !text(campo::FORMULA).is_empty() {
        out.extend([Tratto::Acapo, plain(text(campo::FORMULA))]);
    }
    let mut details: Vec<Tratto> = Vec::new();
    for campo in others(item, PLACED) {
        let Some(value) = item.filled(campo) else { continue };
        let separator = if details.is_empty() { "" } else { "; " };
        let label = valori::lower_first(&campo.etichetta);
        details.push(plain(format!("{separator}{label}: ")));
        details.extend(valori::inline(maker, value));
    }
    if !details.is_empty() {
        out.push(Tratto::Acapo);
        out.extend(details);
    }
    if !codice.is_empty() {
        out.extend([Tratto::Acapo, Tratto::Codice { testo: codice.into() }]);
    }
    out
}

/// `41,4 % (2025)`, or when it will be measured.
fn baseline(maker: &Maker<'_>, item: &Record<'_>) -> Vec<Tratto> {
    let Some(start) = item.record(campo::BASELINE).filter(|start| !start.is_empty()) else {
        return maker.empty_cell(item, campo::BASELINE);
    };
    let mut out = Vec::new();
    if let Some(value) = start.filled(campo::VALORE) {
        out.extend(valori::inline(maker, value));
    }
    if let Some(year) = year(start) {
        out.push(plain(format!("{}({year})", if out.is_empty() { "" } else { " " })));
    }
    rest(maker, start, &mut out);
    out
}

/// The targets of a year: one, where nobody slips.
fn target(maker: &Maker<'_>, item: &Record<'_>, wanted: i16) -> Vec<Tratto> {
    let mut out = Vec::new();
    for target in item.records(campo::TARGET) {
        if year(target) != Some(wanted) {
            continue;
        }
        if let Some(value) = target.filled(campo::VALORE) {
            if !out.is_empty() {
                out.push(plain("; "));
            }
            out.extend(valori::inline(maker, value));
        }
        rest(maker, target, &mut out);
    }
    if out.is_empty() { maker.empty_cell(item, campo::TARGET) } else { out }
}

/// What a starting value or a target says beside its value and its year.
fn rest(maker: &Maker<'_>, record: &Record<'_>, out: &mut Vec<Tratto>) {
    for campo in others(record, &[campo::VALORE, campo::ANNO]) {
        let Some(value) = record.filled(campo) else { continue };
        let before = if out.is_empty() { "" } else { "; " };
        // A day goes on from the words that announce it.
        let after = if matches!(value, Value::Day(_)) { " " } else { ": " };
        out.push(plain(format!("{before}{}{after}", valori::lower_first(&campo.etichetta))));
        out.extend(valori::inline(maker, value));
    }
}

/// The fields of a record but its code and those that stand elsewhere.
fn others<'r>(
    record: &Record<'r>,
    elsewhere: &'static [Chiave],
) -> impl Iterator<Item = &'r Campo> {
    let is_placed = |campo: &Campo| elsewhere.iter().any(|key| key.as_str() == campo.chiave);
    let fields = record.kind.campi.iter();
    fields.filter(move |campo| campo.forma.base != Base::Id && !is_placed(campo))
}

fn field(maker: &Maker<'_>, item: &Record<'_>, key: Chiave) -> Vec<Tratto> {
    match item.filled(key) {
        Some(value) => valori::inline(maker, value),
        None => maker.empty_cell(item, key),
    }
}
