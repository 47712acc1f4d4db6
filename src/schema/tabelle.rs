//! Records kept in a CSV file: the header cells are the keys.

use csv::{ByteRecord, ReaderBuilder};

use super::suggest;
use super::testi;
use super::walk::Walker;
use crate::law::{Base, Campo, Record};
use crate::source::{Kind, Source, Span};
use crate::syntax::{Entry, Node, Table, Value};

/// Separates the items of a list inside a cell.
const ITEMS: char = '|';

/// The records of a table file, each cell at its row and column; nothing when it is broken.
pub(super) fn rows(walker: &mut Walker<'_, '_>, table: &Table, record: &Record) -> Option<Vec<Node>> {
    let index = testi::named(walker, table, Kind::Csv)?;
    let source: &Source = walker.source;
    let text = source.files[index].text.as_str();
    let separator = if text.lines().next().unwrap_or("").contains(';') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut lines = reader.byte_records();
    let head = lines.next().and_then(Result::ok).unwrap_or_default();
    let keys = header(walker, &head, record, line(index, text, &head));
    let mut nodes = Vec::new();
    for row in lines {
        let Ok(row) = row else { continue };
        let span = line(index, text, &row);
        if row.iter().all(<[u8]>::is_empty) {
            continue;
        }
        if row.len() != head.len() {
            walker.wrong(
                "CSV-002",
                span,
                format!("la riga ha {} celle, l’intestazione {}", row.len(), head.len()),
            );
        }
        let entries = keys
            .iter()
            .zip(&row)
            .filter_map(|(key, cell)| {
                let key = key.as_ref()?.clone();
                let text = String::from_utf8_lossy(cell).trim().to_owned();
                let at = cell_span(source.text(span), &text, span);
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
    span: Span,
) -> Vec<Option<String>> {
    let mut keys: Vec<Option<String>> = Vec::new();
    for cell in head {
        let title = String::from_utf8_lossy(cell).trim().to_owned();
        let key = key(&title);
        let campo = record.campi.iter().find(|campo| campo.chiave == key);
        if campo.is_some_and(|campo| keys.iter().flatten().any(|k| *k == campo.chiave)) {
            walker.wrong("CSV-001", span, format!("la colonna «{title}» c’è due volte"));
            keys.push(None);
        } else if let Some(campo) = campo.filter(|campo| fits_a_cell(campo)) {
            keys.push(Some(campo.chiave.clone()));
        } else {
            let names = record.campi.iter().map(|campo| campo.chiave.as_str());
            let near = suggest::nearest(&key, names);
            let finding = walker.wrong("CSV-001", span, format!("la colonna «{title}» non esiste"));
            if let Some(near) = near {
                finding.help(format!("forse intendevi «{near}»"));
            }
            keys.push(None);
        }
    }
    for campo in record.campi.iter().filter(|campo| campo.obbligo) {
        if !keys.iter().flatten().any(|key| *key == campo.chiave) {
            walker
                .wrong("CSV-001", span, format!("manca la colonna «{}»", campo.chiave))
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

fn line(index: usize, text: &str, row: &ByteRecord) -> Span {
    let whole = testi::whole(index, text);
    let start = row.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0));
    let length = text[start..].find('\n').unwrap_or(text.len() - start);
    Span {
        start: u32::try_from(start).unwrap_or(0),
        end: u32::try_from(start + length).unwrap_or(whole.end),
        ..whole
    }
}

fn cell_span(row: &str, cell: &str, span: Span) -> Span {
    match row.find(cell) {
        Some(at) if !cell.is_empty() => {
            let start = span.start + u32::try_from(at).unwrap_or(0);
            Span { start, end: start + u32::try_from(cell.len()).unwrap_or(0), ..span }
        }
        _ => span,
    }
}
