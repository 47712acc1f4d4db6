//! What the rows of a list say together: totals, totals of each year, counts. All of it is
//! computed, and the table says so.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::document::{RigaTabella, Tratto};
use super::valori::plain;
use super::{formato, parole, valori};
use crate::law::frase::{Parola, Pezzo};
use crate::law::{Base, Campo};
use crate::record::{Record, Value};
use crate::valori::media_pesata;

/// The computed rows of a table: the total of each year, when there are several and one has more
/// than a row, then the total of all. Nothing when there is but a row, or nothing to sum.
pub(super) fn totals(campi: &[&Campo], scales: &[u32], items: &[&Record<'_>]) -> Vec<RigaTabella> {
    let Some(whole) = foot(campi, scales, items, parole::TOTALE) else { return Vec::new() };
    let mut rows = Vec::new();
    let years = years(campi, items);
    if years.len() > 1 && years.len() < items.len() {
        for year in years {
            let own: Vec<&Record<'_>> =
                items.iter().copied().filter(|item| year_of(campi, item) == Some(year)).collect();
            let label = format!("{} {year}", parole::TOTALE);
            rows.extend(row(campi, scales, &own, &label));
        }
    }
    rows.push(whole);
    rows.into_iter().map(RigaTabella::totale).collect()
}

/// What a table says of its computed rows, and of the list as a whole.
pub(super) fn note(campo: &Campo, items: &[&Record<'_>], has_totals: bool) -> Vec<Tratto> {
    let whole = sintesi(campo, items).map(|words| format!("{} {words}.", parole::NEL_COMPLESSO));
    let totals = has_totals.then(|| parole::TOTALI_CALCOLATI.to_owned());
    let words: Vec<String> = whole.into_iter().chain(totals).collect();
    if words.is_empty() { Vec::new() } else { vec![plain(words.join(" "))] }
}

/// What a table says of rows that are all computed.
pub(super) fn computed() -> Vec<Tratto> {
    vec![plain(parole::TOTALI_CALCOLATI)]
}

/// The years of some rows, when a single field of them is a year.
fn years(campi: &[&Campo], items: &[&Record<'_>]) -> BTreeSet<i16> {
    items.iter().filter_map(|item| year_of(campi, item)).collect()
}

fn year_of(campi: &[&Campo], item: &Record<'_>) -> Option<i16> {
    let mut own = campi.iter().filter(|campo| campo.forma.base == Base::Anno);
    let campo = own.next().filter(|_| own.next().is_none())?;
    match item.filled(*campo) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    }
}

/// The row of totals of two records or more, when there is something to sum.
fn foot(
    campi: &[&Campo],
    scales: &[u32],
    items: &[&Record<'_>],
    label: &str,
) -> Option<Vec<Vec<Tratto>>> {
    if items.len() < 2 { None } else { row(campi, scales, items, label) }
}

fn row(
    campi: &[&Campo],
    scales: &[u32],
    items: &[&Record<'_>],
    label: &str,
) -> Option<Vec<Vec<Tratto>>> {
    let says = |campo: &&Campo| sum(campo, items).is_some() || mean(campo, items).is_some();
    if !campi.iter().any(says) {
        return None;
    }
    let cells = campi.iter().zip(scales).enumerate().map(|(index, (campo, scale))| {
        let testo = match (index, sum(campo, items), mean(campo, items)) {
            (0, ..) => label.to_owned(),
            (_, Some(total), _) => valori::number(campo, total, *scale),
            (_, None, Some(mean)) => {
                format!("{} ({})", valori::number(campo, mean, 0), parole::MEDIA_PESATA)
            }
            _ => String::new(),
        };
        vec![plain(testo)]
    });
    Some(cells.collect())
}

/// The sum of a column that the law has summed.
fn sum(campo: &Campo, items: &[&Record<'_>]) -> Option<Decimal> {
    if campo.somma { of_values(&campo.chiave, items) } else { None }
}

fn of_values(chiave: &str, items: &[&Record<'_>]) -> Option<Decimal> {
    let mut values = items.iter().filter_map(|item| item.by_key(chiave)?.as_number()).peekable();
    values.peek()?;
    values.try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// The mean of a column, weighed as the law says; nothing when a row has no value or no weight.
fn mean(campo: &Campo, items: &[&Record<'_>]) -> Option<Decimal> {
    let weight = campo.media.as_deref()?;
    let number = |item: &Record<'_>, key: &str| item.by_key(key)?.as_number();
    let pairs =
        items.iter().map(|item| Some((number(item, weight)?, number(item, &campo.chiave)?)));
    Some(media_pesata(pairs)?.valore.round_dp(1).normalize())
}

/// What the law has said of a list as a whole; a piece that would say none or one falls away.
pub(super) fn sintesi(campo: &Campo, items: &[&Record<'_>]) -> Option<String> {
    let mut out = String::new();
    for pezzo in &campo.sintesi.as_ref()?.pezzi {
        match words(pezzo, items) {
            Some(words) => out += &words,
            None if pezzo.facoltativo => {}
            None => return None,
        }
    }
    Some(out)
}

fn words(pezzo: &Pezzo, items: &[&Record<'_>]) -> Option<String> {
    let mut out = String::new();
    for parola in &pezzo.parole {
        match parola {
            Parola::Testo(words) => out += &formato::text(words),
            Parola::Campo(what) => out += &number(what, items)?,
        }
    }
    Some(out)
}

/// `quanti`, `somma x`, `diversi x`: more than one of them.
fn number(what: &str, items: &[&Record<'_>]) -> Option<String> {
    let several = |number: &Decimal| *number > Decimal::ONE;
    if let Some(chiave) = what.strip_prefix("somma ") {
        let total = of_values(chiave, items).filter(several)?;
        let euro = items.first()?.kind.campo(chiave)?.forma.base == Base::Euro;
        let number =
            formato::number(total, if euro { formato::cents([total].into_iter()) } else { 0 });
        return Some(if euro { format!("{number}\u{a0}€") } else { number });
    }
    let count = match what.strip_prefix("diversi ") {
        Some(chiave) => {
            let values = items.iter().filter_map(|item| item.by_key(chiave)?.as_str());
            values.collect::<BTreeSet<_>>().len()
        }
        None => items.len(),
    };
    let count = Decimal::from(count);
    several(&count).then(|| formato::number(count, 0))
}
