//! A table kept as a CSV: where each cell is written, and how the file is to be understood.

use std::ops::Range;

use csv::{ByteRecord, ReaderBuilder};

use super::{Casella, Riga, Tavola};
use crate::diag::tecniche;
use crate::schema::walk::Walker;
use crate::source::{Codifica, Source, Span};
use crate::valori::cella;

/// The table of a file, its header on this line, counted from 1.
pub(super) fn read(walker: &mut Walker<'_, '_>, index: usize, header: Option<usize>) -> Tavola {
    let source: &Source = walker.source;
    let text = source.files[index].text.as_str();
    let said = said(text);
    let start = match header {
        Some(line) => text.split_inclusive('\n').take(line - 1).map(str::len).sum(),
        None => said.map_or(0, |(_, line)| line),
    };
    let (whole, text) = (source.whole(index).within(start..text.len()), &text[start..]);
    let separator = said.map_or_else(|| guessed(text), |(sign, _)| sign);
    understood(walker, index, separator, said.is_some());
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let row = |record: &ByteRecord| {
        let places = cells(text, record, separator);
        let span = whole.within(line(&places));
        let cell = |(cell, place): (&[u8], Range<usize>)| Casella {
            testo: cella::read(String::from_utf8_lossy(cell).trim()).to_owned(),
            span: whole.within(place),
        };
        Riga { celle: record.iter().zip(places).map(cell).collect(), span }
    };
    let mut rows = reader.byte_records().flatten().map(|record| row(&record));
    let head = rows.next().unwrap_or_else(|| row(&ByteRecord::new()));
    Tavola { rows: rows.filter(|row| !row.is_empty()).collect(), head }
}

/// The separator of the cells of a table, and the byte where its header begins.
pub(crate) fn separatore(text: &str) -> (u8, usize) {
    said(text).unwrap_or_else(|| (guessed(text), 0))
}

/// The separator that the first line of a text says, `sep=;`, and the bytes of that line.
fn said(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let bare = line.trim_matches('"');
    let sign =
        bare.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).map(|_| &bare[4..])?;
    let sign = sign.as_bytes().first().copied().filter(u8::is_ascii)?;
    Some((sign, (line.len() + 1).min(text.len())))
}

/// The separator that the cells of a header have between them.
fn guessed(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    if first.contains(';') {
        b';'
    } else if first.contains('\t') {
        b'\t'
    } else {
        b','
    }
}

/// Says how a table was understood, when it could have been understood otherwise.
fn understood(walker: &mut Walker<'_, '_>, index: usize, separator: u8, said: bool) {
    let file = &walker.source.files[index];
    let coding = match file.codifica {
        Codifica::Utf8 => None,
        Codifica::Windows1252 => Some("testo Windows-1252".to_owned()),
        Codifica::Utf16 => Some("testo UTF-16".to_owned()),
    };
    let cells = match separator {
        b'\t' => Some("celle separate da tabulazioni".to_owned()),
        sign if said => Some(format!("celle separate da «{}»", char::from(sign))),
        _ => None,
    };
    let what: Vec<String> = coding.into_iter().chain(cells).collect();
    if !what.is_empty() {
        let message = format!("«{}» è letto come {}", file.name, what.join(", "));
        walker
            .wrong(&tecniche::CSV_003, Span::top(index), message)
            .help("salvalo come «CSV UTF-8», con le celle separate da «;»");
    }
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
