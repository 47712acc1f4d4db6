//! A table kept in the sheet of a workbook: which sheet, and what of it cannot be read as a table.

use super::scelte::Scelte;
use super::{Casella, Riga, Tavola};
use crate::diag::tecniche;
use crate::fogli::{self, Contenuto, Foglio};
use crate::schema::walk::Walker;
use crate::source::{Cella, Griglia, Source, Span};
use crate::suggest;
use crate::syntax::Table;

/// The table of a sheet; nothing when there is none, or when it is broken.
pub(super) fn read(
    walker: &mut Walker<'_, '_>,
    scelte: &Scelte,
    workbook: usize,
    table: &Table,
) -> Option<Tavola> {
    let named = table.get("file").map_or_else(Span::default, |node| node.span);
    let index = chosen(walker, scelte, workbook, named)?;
    let source: &Source = walker.source;
    let griglia = source.files[index].griglia.as_ref()?;
    let whole = source.whole(index);
    let mut lines = griglia
        .righe()
        .filter(|(row, _)| scelte.intestazione.is_none_or(|header| *row as usize >= header));
    let head = lines
        .next()
        .filter(|(row, _)| scelte.intestazione.is_none_or(|header| *row as usize == header));
    let Some((header, head)) = head else {
        let place = table.get("intestazione").map_or(named, |node| node.span);
        let message = match scelte.intestazione {
            Some(row) => format!("la riga {row} del foglio è vuota: non è un’intestazione"),
            None => "il foglio è vuoto".to_owned(),
        };
        walker.wrong(&tecniche::CSV_001, place, message);
        return None;
    };
    let sheet = Sheet { griglia, whole, header, columns: columns(&head) };
    sheet.tell_hidden(walker);
    if !sheet.check_merged(walker) {
        return None;
    }
    let head = sheet.row(walker, &head);
    let rows: Vec<Riga> = lines.map(|(_, cells)| sheet.row(walker, &cells)).collect();
    Some(Tavola { head, rows: rows.into_iter().filter(|row| !row.is_empty()).collect() })
}

/// The sheet that the plan means.
fn chosen(
    walker: &mut Walker<'_, '_>,
    scelte: &Scelte,
    workbook: usize,
    named: Span,
) -> Option<usize> {
    let source: &Source = walker.source;
    let file = &source.files[workbook].name;
    let sheets: Vec<(&str, usize)> = source.sheets(file).collect();
    let names: Vec<&str> = sheets.iter().map(|(name, _)| *name).collect();
    let all = || names.iter().map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ");
    if let Some((name, span)) = &scelte.foglio {
        let found = sheets.iter().find(|(own, _)| own == name);
        if found.is_none() {
            let help = match suggest::nearest(name, names.iter().copied()) {
                Some(near) => format!("forse intendevi «{near}»"),
                None => format!("ci sono: {}", all()),
            };
            let message = format!("in «{file}» non c’è il foglio «{name}»");
            walker.wrong(&tecniche::FOGLIO_004, *span, message).help(help);
        }
        return found.map(|(_, index)| *index);
    }
    let full: Vec<usize> = sheets
        .iter()
        .filter(|(_, index)| !source.files[*index].text.is_empty())
        .map(|(_, index)| *index)
        .collect();
    if let [only] = full.as_slice() {
        return Some(*only);
    }
    if full.is_empty() {
        walker.wrong(&tecniche::CSV_001, named, format!("«{file}» è vuoto"));
        return None;
    }
    let message = format!("«{file}» ha più fogli, e non è detto quale");
    walker.wrong(&tecniche::FOGLIO_004, named, message).help(format!(
        "scrivi accanto al file, per esempio, foglio = \"{}\"; ci sono: {}",
        names[0],
        all()
    ));
    None
}

/// The columns that have a title.
fn columns(head: &[Cella<'_>]) -> Vec<u32> {
    head.iter().map(|cell| cell.colonna).collect()
}

/// A sheet from its header on.
struct Sheet<'a> {
    griglia: &'a Griglia,
    whole: Span,
    header: u32,
    columns: Vec<u32>,
}

impl Sheet<'_> {
    /// A row, with a cell below each title.
    fn row(&self, walker: &mut Walker<'_, '_>, cells: &[Cella<'_>]) -> Riga {
        let place = |cell: &Cella<'_>| self.whole.within(cell.range.clone());
        let start = cells.first().map_or(0, |cell| cell.range.start);
        let end = cells.last().map_or(0, |cell| cell.range.end);
        let span = self.whole.within(start..end);
        for cell in cells {
            let (message, help) = match cell.contenuto {
                Contenuto::Errore(error) => (
                    format!("la cella contiene un errore: {error}"),
                    "correggi la formula, o scrivi il valore",
                ),
                Contenuto::Formula => (
                    "la formula non ha ancora un valore".to_owned(),
                    "apri il file con un foglio di calcolo e salvalo: i valori si calcolano lì",
                ),
                Contenuto::Testo(_) if !self.columns.contains(&cell.colonna) => {
                    walker
                        .wrong(
                            &tecniche::CSV_002,
                            place(cell),
                            "la colonna di questa cella non ha un titolo",
                        )
                        .help("scrivi il titolo nell’intestazione, o togli la cella");
                    continue;
                }
                Contenuto::Testo(_) => continue,
            };
            walker.wrong(&tecniche::FOGLIO_003, place(cell), message).help(help);
        }
        let cell = |column: &u32| match cells.iter().find(|cell| cell.colonna == *column) {
            Some(cell) => Casella { testo: text(cell.contenuto), span: place(cell) },
            None => Casella { testo: String::new(), span },
        };
        Riga { celle: self.columns.iter().map(cell).collect(), span }
    }

    fn foglio(&self) -> &Foglio {
        &self.griglia.foglio
    }

    /// Says which cells of the table are merged; true if none is.
    fn check_merged(&self, walker: &mut Walker<'_, '_>) -> bool {
        let last = self.foglio().celle.last().map_or(0, |((row, _), _)| *row);
        let merged: Vec<_> = self
            .foglio()
            .unite
            .iter()
            .filter(|(from, to)| {
                to.0 >= self.header
                    && from.0 <= last
                    && self.columns.iter().any(|column| (from.1..=to.1).contains(column))
            })
            .collect();
        for (from, to) in &merged {
            let (from_name, to_name) = (fogli::nome(*from), fogli::nome(*to));
            let help = if from.0 == self.header {
                "separale; se è un titolo, e l’intestazione è più sotto, scrivi accanto al file \
                 intestazione = e il numero della sua riga"
            } else {
                "separale, e scrivi il valore in ogni riga a cui si riferisce"
            };
            walker
                .wrong(
                    &tecniche::FOGLIO_001,
                    self.cell(*from),
                    format!("le celle da {from_name} a {to_name} sono unite"),
                )
                .help(help);
        }
        merged.is_empty()
    }

    /// Where a cell is; where its header is, if it is empty.
    fn cell(&self, place: fogli::Posto) -> Span {
        let cell = self.griglia.cella(place).or_else(|| {
            let first = (self.header, self.columns.first().copied().unwrap_or(1));
            self.griglia.cella(first)
        });
        cell.map_or(self.whole, |range| self.whole.within(range))
    }

    /// Says which rows and columns of the table are not seen by who opens the workbook.
    fn tell_hidden(&self, walker: &mut Walker<'_, '_>) {
        let Foglio { righe_nascoste, colonne_nascoste, filtro, .. } = self.foglio();
        let inside = |ranges: &[(u32, u32)], number: u32| {
            ranges.iter().any(|(first, last)| (*first..=*last).contains(&number))
        };
        let rows = self.griglia.righe().map(|(row, _)| row);
        let rows: Vec<u32> =
            rows.filter(|row| *row >= self.header && inside(righe_nascoste, *row)).collect();
        if let Some(first) = rows.first() {
            let why = if *filtro { " da un filtro" } else { "" };
            let message = match rows.len() {
                1 => format!("la riga {first} è nascosta{why}"),
                many => format!("{many} righe sono nascoste{why}, dalla {first}"),
            };
            let cells = self.griglia.righe().find(|(row, _)| row == first);
            let start = cells.map_or(0..0, |(_, cells)| cells[0].range.clone());
            hidden(walker, self.whole.within(start), message);
        }
        let columns = self.columns.iter().copied();
        let columns = columns.filter(|own| inside(colonne_nascoste, *own));
        let names: Vec<String> = columns.map(fogli::lettere).collect();
        let message = match names.as_slice() {
            [] => return,
            [only] => format!("la colonna {only} è nascosta"),
            many => format!("le colonne {} sono nascoste", many.join(", ")),
        };
        hidden(walker, self.cell((self.header, 0)), message);
    }
}

fn hidden(walker: &mut Walker<'_, '_>, at: Span, message: String) {
    walker
        .wrong(&tecniche::FOGLIO_002, at, message)
        .label("si legge come il resto")
        .help("mostrala, se è del piano; se no, toglila dal foglio");
}

fn text(contenuto: &Contenuto) -> String {
    match contenuto {
        Contenuto::Testo(text) => text.clone(),
        Contenuto::Errore(_) | Contenuto::Formula => String::new(),
    }
}
