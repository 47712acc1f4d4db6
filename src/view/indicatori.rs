//! Indicators: name and definition, where one starts, where one wants to arrive each year.

use super::campi::At;
use super::colonne::column;
use super::document::{Allinea, Blocco, RigaTabella, Tabella, Tratto};
use super::figure::strip;
use super::maker::Maker;
use super::tavole::EMPTY;
use super::valori::{self, plain};
use super::{formato, frasi, parole, risultato};
use crate::law::{Base, Campo};
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};

/// The fields of the columns; the others stand on a line of their own.
const PLACED: &[Chiave] = &[campo::NOME, campo::BASELINE, campo::TARGET];

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
        column(label(campo::NOME), Allinea::Inizio, 3),
        column(label(campo::BASELINE), Allinea::Fine, 2),
    ];
    colonne.extend(years.iter().map(|year| column(year.to_string(), Allinea::Fine, 2)));
    let strips: Vec<_> = items.iter().map(|item| strip(item)).collect();
    let drawn = strips.iter().any(Option::is_some);
    if drawn {
        colonne.push(column(parole::PERCORSO, Allinea::Inizio, 2));
    }
    let mut righe = Vec::new();
    for (item, strip) in items.iter().zip(strips) {
        let (id, codice) = maker.record_anchor(item, &at.ancora);
        let name = vec![plain(formato::text(item.title()))];
        let mut celle = vec![vec![Tratto::Forte { tratti: name }], baseline(maker, item)];
        celle.extend(years.iter().map(|year| target(maker, item, *year)));
        if drawn {
            celle.push(vec![strip.unwrap_or_else(|| plain(EMPTY))]);
        }
        let dettaglio = details(maker, item, &codice);
        righe.push(RigaTabella { dettaglio, ..RigaTabella::new(id, celle) });
    }
    let id = maker.ancore.unique(&format!("{}-tabella", at.ancora));
    let mut table = Tabella::new(id, maker.caption(campo, at), colonne, righe);
    maker.specify(&mut table, campo, &[], at);
    table.dati = at.dati();
    Blocco::Tabella(table)
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

/// How it is measured: the phrase of the law, what that does not say, and the code.
fn details(maker: &Maker<'_>, item: &Record<'_>, codice: &str) -> Vec<Tratto> {
    // A unit that stands beside each number is said.
    let elsewhere = if has_units(item) { vec![campo::UNITA_MISURA.as_str()] } else { Vec::new() };
    let (mut out, said) = frasi::phrase(maker, item, elsewhere);
    for campo in others(item, PLACED).filter(|campo| !said.contains(&campo.chiave.as_str())) {
        let Some(value) = item.filled(campo) else { continue };
        if !out.is_empty() {
            out.push(plain(" · "));
        }
        out.push(plain(format!("{}: ", valori::lower_first(&campo.etichetta))));
        out.extend(valori::inline(maker, value));
    }
    if !codice.is_empty() {
        if !out.is_empty() {
            out.push(plain(" · "));
        }
        out.push(Tratto::Codice { testo: codice.into() });
    }
    out
}

/// Whether the unit of an indicator stands beside one of its numbers at least.
fn has_units(item: &Record<'_>) -> bool {
    let unit = item.text(campo::UNITA_MISURA);
    let start = item.record(campo::BASELINE).into_iter();
    let values = start.chain(item.records(campo::TARGET));
    let shown = values.filter_map(|point| match point.get(campo::VALORE) {
        Some(Value::Measure(misura)) => Some(risultato::with_unit(misura, unit)),
        _ => None,
    });
    !unit.is_empty() && { shown }.any(|shown| shown.ends_with(unit))
}

/// A value with the unit of its indicator.
fn value(maker: &Maker<'_>, value: &Value<'_>, item: &Record<'_>) -> Vec<Tratto> {
    match value {
        Value::Measure(misura) => {
            vec![plain(risultato::with_unit(misura, item.text(campo::UNITA_MISURA)))]
        }
        other => valori::inline(maker, other),
    }
}

/// `41,4 % (2025)`, or when it will be measured.
fn baseline(maker: &Maker<'_>, item: &Record<'_>) -> Vec<Tratto> {
    let Some(start) = item.record(campo::BASELINE).filter(|start| !start.is_empty()) else {
        return maker.empty_cell(item, campo::BASELINE);
    };
    let mut out = Vec::new();
    if let Some(start) = start.filled(campo::VALORE) {
        out.extend(value(maker, start, item));
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
        if let Some(wanted) = target.filled(campo::VALORE) {
            if !out.is_empty() {
                out.push(plain("; "));
            }
            out.extend(value(maker, wanted, item));
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
