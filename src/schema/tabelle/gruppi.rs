//! Rows that together are one record: a process and its risks, one risk a row.
//!
//! Where some columns are about the records of a list (`eventi_rischiosi.fase`), a row that has no
//! code of its own, or has that of the row above, adds a record to that list. What it says again of
//! the first row has to be the same: nothing is guessed and nothing is lost.

use super::Casella;
use crate::diag::tecniche;
use crate::law::{Base, Colonna, Record};
use crate::schema::colonne;
use crate::schema::walk::Walker;
use crate::source::Span;
use crate::syntax::{Entry, Node, Table, Value};

/// The records of a table, and the first row of the last of them.
pub(super) struct Gruppi<'a> {
    columns: &'a [Option<Colonna>],
    /// The column by which a record is known.
    key: Option<usize>,
    has_lists: bool,
    first: Vec<Casella>,
    records: Vec<Table>,
    spans: Vec<Span>,
}

impl<'a> Gruppi<'a> {
    pub(super) fn new(columns: &'a [Option<Colonna>], record: &Record) -> Self {
        let is_id =
            |campo: &&str| record.campo(campo).is_some_and(|own| own.forma.base == Base::Id);
        let ids = record.campi.iter().map(|campo| campo.chiave.as_str()).filter(is_id);
        let column =
            |key: &str| columns.iter().position(|c| c.as_ref().is_some_and(|c| c.is_campo(key)));
        Self {
            columns,
            key: ids.chain([record.titolo.as_str()]).find_map(column),
            has_lists: columns.iter().flatten().any(Colonna::is_figlio),
            first: Vec::new(),
            records: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// Adds a row: a record, or more of the one above.
    pub(super) fn add(&mut self, walker: &mut Walker<'_, '_>, cells: Vec<Casella>, span: Span) {
        let goes_on = self.has_lists && !self.records.is_empty() && self.goes_on(&cells);
        let mut entries = Vec::new();
        for (index, (column, cell)) in self.columns.iter().zip(&cells).enumerate() {
            let Some(column) = column.as_ref().filter(|_| !cell.testo.is_empty()) else { continue };
            if goes_on && !column.is_figlio() {
                self.check_same(walker, index, cell);
            } else {
                colonne::write(column, cell.testo.clone(), cell.span, &mut entries);
            }
        }
        match self.records.last_mut().filter(|_| goes_on) {
            Some(_) if entries.is_empty() => {
                walker
                    .wrong(&tecniche::CSV_005, span, "la riga non aggiunge nulla alla precedente")
                    .help("toglila; se è un altro elemento, scrivi il suo codice");
            }
            Some(record) => add_items(record, entries),
            None => {
                self.first = cells;
                self.records.push(Table { entries });
                self.spans.push(span);
            }
        }
    }

    /// The records, each where its first row is.
    pub(super) fn nodes(self) -> Vec<Node> {
        let node = |(table, span)| Node { span, value: Value::Table(table) };
        self.records.into_iter().zip(self.spans).map(node).collect()
    }

    /// Whether a row is more of the record above.
    fn goes_on(&self, cells: &[Casella]) -> bool {
        let is_own = |index: usize| {
            let column = self.columns.get(index).and_then(Option::as_ref);
            column.is_some_and(|column| !column.is_figlio())
        };
        let own = |index: usize| cells.get(index).map_or("", |cell| cell.testo.as_str());
        match self.key {
            Some(key) => own(key).is_empty() || own(key) == self.said(key),
            None => (0..cells.len()).all(|index| !is_own(index) || own(index).is_empty()),
        }
    }

    /// What the first row of the record says in a column.
    fn said(&self, index: usize) -> &str {
        self.first.get(index).map_or("", |cell| cell.testo.as_str())
    }

    /// Says where a row is not the same as the first of its record.
    fn check_same(&self, walker: &mut Walker<'_, '_>, index: usize, cell: &Casella) {
        let said = self.said(index);
        if cell.testo == said {
            return;
        }
        let message = match said {
            "" => format!("qui c’è «{}», nella prima riga dell’elemento niente", cell.testo),
            _ => format!("qui c’è «{}», nella prima riga dell’elemento «{said}»", cell.testo),
        };
        let finding = walker.wrong(&tecniche::CSV_005, cell.span, message);
        finding.help("lascia vuota la cella; se è un altro elemento, scrivi il suo codice");
        if let Some(first) = self.first.get(index) {
            finding.see(first.span, "la prima riga dell’elemento");
        }
    }
}

/// Adds to the lists of a record what a row says of them.
fn add_items(record: &mut Table, entries: Vec<Entry>) {
    for mut entry in entries {
        let there = colonne::written(&mut record.entries, &entry.key);
        if let (Some(Value::List(old)), Value::List(new)) = (there, &mut entry.node.value) {
            old.append(new);
        } else {
            record.entries.push(entry);
        }
    }
}
