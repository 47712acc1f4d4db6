//! Records kept in a CSV file: the header cells are the keys.

use std::ops::Range;

use csv::{ByteRecord, ReaderBuilder};

use super::testi;
use super::walk::Walker;
use crate::diag::tecniche;
use crate::law::{Base, Campo, Record};
use crate::source::{Kind, Source, Span};
use crate::suggest;
use crate::syntax::{Entry, Node, Table, Value};

/// Separates the items of a list inside a cell.
const ITEMS: char = '|';

/// The records of a table file, each cell at its row and column; nothing when it is broken.
pub(super) fn rows(
    walker: &mut Walker<'_, '_>,
    table: &Table,
    record: &Record,
) -> Option<Vec<Node>> {
    let index = testi::named(walker, table, Kind::Csv)?;
    let source: &Source = walker.source;
    let text = source.files[index].text.as_str();
    let first = text.lines().next().unwrap_or("");
    let separator = if first.contains(';') {
        b';'
    } else if first.contains('\t') {
        b'\t'
    } else {
        b','
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut lines = reader.byte_records();
    let head = lines.next().and_then(Result::ok).unwrap_or_default();
    let heads = cells(text, &head, separator);
    let keys = header(walker, &head, record, source.whole(index), &heads);
    let mut nodes = Vec::new();
    for row in lines {
        let Ok(row) = row else { continue };
        let places = cells(text, &row, separator);
        let span = source.whole(index).within(line(&places));
        if row.iter().all(<[u8]>::is_empty) {
            continue;
        }
        if row.len() != head.len() {
            walker.wrong(
                &tecniche::CSV_002,
                span,
                format!("la riga ha {} celle, l’intestazione {}", row.len(), head.len()),
            );
        }
        let entries = keys
            .iter()
            .zip(&row)
            .zip(places)
            .filter_map(|((key, cell), place)| {
                let key = key.as_ref()?.clone();
                let text = String::from_utf8_lossy(cell).trim().to_owned();
                let at = source.whole(index).within(place);
                (!text.is_empty()).then_some(Entry {
                    key,
                    key_span: at,
                    node: Node { span: at, value: Value::Cell(text) },
                })
            })
            .collect();
        nodes.push(Node { span, value: Value::Table(Table { entries }) });
    }
    Some(nodes)
}

/// The items of a list written in one cell.
pub(super) fn cell_items(text: &str, span: Span) -> Vec<Node> {
    text.split(ITEMS)
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(|item| Node { span, value: Value::Cell(item.into()) })
        .collect()
}

/// The key of each column; nothing for a column that is not of this record.
fn header(
    walker: &mut Walker<'_, '_>,
    head: &ByteRecord,
    record: &Record,
    whole: Span,
    places: &[Range<usize>],
) -> Vec<Option<String>> {
    let mut keys: Vec<Option<String>> = Vec::new();
    for (cell, place) in head.iter().zip(places) {
        let span = whole.within(place.clone());
        let title = String::from_utf8_lossy(cell).trim().to_owned();
        let key = key(&title);
        let campo = record.campi.iter().find(|campo| campo.chiave == key);
        if campo.is_some_and(|campo| keys.iter().flatten().any(|k| *k == campo.chiave)) {
            walker.wrong(&tecniche::CSV_001, span, format!("la colonna «{title}» c’è due volte"));
            keys.push(None);
        } else if let Some(campo) = campo.filter(|campo| fits_a_cell(campo)) {
            keys.push(Some(campo.chiave.clone()));
        } else {
            let names = record.campi.iter().map(|campo| campo.chiave.as_str());
            let near = suggest::nearest(&key, names);
            let finding =
                walker.wrong(&tecniche::CSV_001, span, format!("la colonna «{title}» non esiste"));
            let fitting = record.campi.iter().filter(|campo| fits_a_cell(campo));
            let all: Vec<&str> = fitting.map(|campo| campo.chiave.as_str()).collect();
            let all = format!("le colonne sono: {}", all.join(", "));
            finding.help(match near {
                Some(near) => format!("forse intendevi «{near}»; {all}"),
                None => all,
            });
            keys.push(None);
        }
    }
    for campo in record.campi.iter().filter(|campo| campo.obbligo) {
        if !keys.iter().flatten().any(|key| *key == campo.chiave) {
            walker
                .wrong(
                    &tecniche::CSV_001,
                    whole.within(line(places)),
                    format!("manca la colonna «{}»", campo.chiave),
                )
                .label(format!("serve a ogni elemento «{}»", record.nome));
        }
    }
    keys
}

fn fits_a_cell(campo: &Campo) -> bool {
    !matches!(campo.forma.base, Base::Record(_))
}

/// A header cell as a key: accents, case and spaces forgiven.
fn key(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'à' | 'á' => 'a',
            'è' | 'é' => 'e',
            'ì' | 'í' => 'i',
            'ò' | 'ó' => 'o',
            'ù' | 'ú' => 'u',
            ' ' | '-' | '.' => '_',
            other => other,
        })
        .collect()
}

/// The bytes of a record, from its first cell to its last.
fn line(cells: &[Range<usize>]) -> Range<usize> {
    cells.first().map_or(0, |cell| cell.start)..cells.last().map_or(0, |cell| cell.end)
}

/// The bytes of each cell of a record, with its quotes and without the spaces around it.
fn cells(text: &str, record: &ByteRecord, separator: u8) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
    // Empty lines before a record count as its own.
    let mut at = start + bytes[start..].iter().take_while(|byte| ends(byte)).count();
    let mut cells = Vec::new();
    loop {
        let begin = at;
        if bytes.get(at) == Some(&b'"') {
            at = closed(bytes, at);
        }
        while bytes.get(at).is_some_and(|byte| *byte != separator && !ends(byte)) {
            at += 1;
        }
        let cell = &text[begin..at];
        let begin = begin + (cell.len() - cell.trim_start().len());
        cells.push(begin..begin + cell.trim().len());
        if bytes.get(at) != Some(&separator) {
            return cells;
        }
        at += 1;
    }
}

/// The byte after the quote that closes a cell; two quotes together are a quote of the text.
fn closed(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return at + 1,
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use csv::{QuoteStyle, WriterBuilder};
    use proptest::prelude::*;

    use super::*;

    fn reader(text: &str) -> csv::Reader<&[u8]> {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(b';').flexible(true).has_headers(false);
        builder.from_reader(text.as_bytes())
    }

    proptest! {
        #[test]
        fn cells_are_where_they_are_written(
            rows in prop::collection::vec(prop::collection::vec("[a;\" \n\u{e8}]{0,5}", 1..5), 1..5),
            quoted in any::<bool>(),
        ) {
            let style = if quoted { QuoteStyle::Always } else { QuoteStyle::Necessary };
            let mut builder = WriterBuilder::new();
            let mut writer =
                builder.delimiter(b';').flexible(true).quote_style(style).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("memory takes everything");
            }
            let bytes = writer.into_inner().expect("memory takes everything");
            let text = String::from_utf8(bytes).expect("text was written");
            for record in reader(&text).byte_records() {
                let record = record.expect("any text can be read");
                let places = cells(&text, &record, b';');
                prop_assert_eq!(places.len(), record.len());
                for (place, cell) in places.into_iter().zip(&record) {
                    let written = &text[place];
                    let alone = reader(written).byte_records().next();
                    let alone = alone.map(|alone| alone.expect("any text can be read"));
                    let read = alone.as_ref().and_then(|alone| alone.get(0)).unwrap_or_default();
                    prop_assert_eq!(read.trim_ascii(), cell.trim_ascii());
                }
            }
        }
    }
}
