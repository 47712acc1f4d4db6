//! Tables of what is summed or counted for a figure.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::nomi::Chiave;
use crate::record::{Record, Value};
use crate::view::document::{Allinea, Blocco, RigaTabella, Tabella, Tratto};
use crate::view::valori::plain;
use crate::view::{calcoli, colonne};

/// A whole number of a record.
pub(super) fn integer(row: &Record<'_>, campo: Chiave) -> Option<i64> {
    match row.get(campo) {
        Some(Value::Integer(number)) => Some(*number),
        _ => None,
    }
}

/// Thousandths of the largest number.
pub(in crate::view) fn share(number: Decimal, biggest: Decimal) -> i32 {
    let share = number.max(Decimal::ZERO).checked_div(biggest);
    let share = share.and_then(|share| share.checked_mul(Decimal::ONE_THOUSAND));
    share.and_then(|share| share.round().to_i32()).unwrap_or(0)
}

/// A row that is computed, the first cell its header.
pub(in crate::view) fn row(cells: impl Iterator<Item = String>, totale: bool) -> RigaTabella {
    let cell = |(index, text): (usize, String)| {
        let run = if text.is_empty() { Vec::new() } else { vec![plain(text)] };
        if index == 0 { vec![Tratto::Forte { tratti: run }] } else { run }
    };
    let celle = cells.enumerate().map(cell).collect();
    RigaTabella { totale, ..RigaTabella::new(String::new(), celle) }
}

/// A table whose first column holds the headers of its rows.
pub(in crate::view) fn table(
    id: &str,
    didascalia: &str,
    heads: &[&str],
    righe: Vec<RigaTabella>,
) -> Blocco {
    let column = |(index, head): (usize, &&str)| {
        let (allinea, share) = if index == 0 { (Allinea::Inizio, 3) } else { (Allinea::Fine, 1) };
        colonne::column(*head, allinea, share)
    };
    let colonne = heads.iter().enumerate().map(column).collect();
    let is_total = righe.iter().any(|row| row.totale);
    let note = if is_total { calcoli::computed() } else { Vec::new() };
    Blocco::Tabella(Tabella { note, ..Tabella::new(id.into(), didascalia, colonne, righe) })
}
