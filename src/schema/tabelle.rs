//! Records kept in a table file, a CSV or the sheet of a workbook: the header cells are the keys.

mod foglio;
mod gruppi;
mod scelte;
mod testo;

use super::walk::Walker;
use super::{colonne, testi};
use crate::diag::tecniche;
use crate::law::Record;
use crate::source::{Kind, Span};
use crate::syntax::{Node, Table, Value};
use crate::valori::cella;
use gruppi::Gruppi;
pub(super) use scelte::Sinonimo;
pub(crate) use testo::separatore;

/// What stands beside the name of a table file.
const BESIDE: &[&str] = &["foglio", "intestazione", "colonne"];

/// A cell, and where it is written.
#[derive(Debug, Clone)]
pub(super) struct Casella {
    pub(super) testo: String,
    pub(super) span: Span,
}

/// A row, and where it is written.
struct Riga {
    celle: Vec<Casella>,
    span: Span,
}

/// A table as it is written: the rows that hold something, below their header.
struct Tavola {
    head: Riga,
    rows: Vec<Riga>,
}

/// The records of a table file, each cell at its row and column; nothing when it is broken.
pub(super) fn rows(
    walker: &mut Walker<'_, '_>,
    table: &Table,
    record: &Record,
) -> Option<Vec<Node>> {
    let index = testi::named(walker, table, &[Kind::Csv, Kind::Workbook], BESIDE)?;
    let scelte = scelte::read(walker, table, index)?;
    let Tavola { head, mut rows } = match walker.source.files[index].kind {
        Kind::Workbook => foglio::read(walker, &scelte, index, table)?,
        _ => testo::read(walker, index, scelte.intestazione),
    };
    let columns = colonne::header(walker, &head.celle, record, head.span, &scelte.colonne);
    if let Some(total) = rows.pop_if(|row| row.is_total()) {
        walker
            .wrong(&tecniche::CSV_004, total.span, "l’ultima riga è un totale, non un elemento")
            .label("non si conta")
            .help("toglila: le somme le fa il documento");
    }
    let mut gruppi = Gruppi::new(&columns, record);
    for Riga { celle, span } in rows {
        if celle.len() != head.celle.len() {
            let (own, asked) = (celle.len(), head.celle.len());
            let message = format!("la riga ha {own} celle, l’intestazione {asked}");
            walker.wrong(&tecniche::CSV_002, span, message);
        }
        gruppi.add(walker, celle, span);
    }
    Some(gruppi.nodes())
}

/// The items of a list written in one cell.
pub(super) fn cell_items(text: &str, span: Span) -> Vec<Node> {
    let node = |item: String| Node { span, value: Value::Cell(item) };
    cella::items(text).into_iter().map(node).collect()
}

impl Riga {
    fn is_empty(&self) -> bool {
        self.celle.iter().all(|cell| cell.testo.is_empty())
    }

    /// Whether it is the total of those above it, rather than one of them.
    fn is_total(&self) -> bool {
        let first = self.celle.iter().find(|cell| !cell.testo.is_empty());
        first.is_some_and(|first| {
            let first = first.testo.to_lowercase();
            let words: Vec<&str> = first.trim_end_matches(':').split_whitespace().collect();
            matches!(
                words.as_slice(),
                ["totale" | "totali"] | ["totale", "generale" | "complessivo"]
            )
        })
    }
}
