//! A sheet of a workbook as a text of the plan: a line for each row, and where each cell is in it.

use std::ops::Range;

use crate::fogli::{Contenuto, Foglio, Posto};

/// What is drawn between two cells of a row.
const BETWEEN: &str = " │ ";

/// A sheet, and the bytes of its cells in the text that stands for it.
#[derive(Debug, Clone)]
pub struct Griglia {
    /// The sheet.
    pub foglio: Foglio,
    /// First byte of each cell, in the order of the sheet.
    starts: Vec<usize>,
}

impl Griglia {
    /// A sheet, and the text that stands for it.
    pub(super) fn new(foglio: Foglio) -> (Self, String) {
        let mut text = String::new();
        let mut starts = Vec::new();
        let mut line = 1;
        for ((row, _), cell) in &foglio.celle {
            if line == *row && !text.is_empty() && !text.ends_with('\n') {
                text += BETWEEN;
            }
            while line < *row {
                text.push('\n');
                line += 1;
            }
            starts.push(text.len());
            text += &shown(cell.testo());
        }
        (Self { foglio, starts }, text)
    }

    /// The rows that hold something: number, and its cells with their bytes in the text.
    pub fn righe(&self) -> impl Iterator<Item = (u32, Vec<Cella<'_>>)> {
        let mut from = 0;
        self.foglio.celle.chunk_by(|(one, _), (other, _)| one.0 == other.0).map(move |row| {
            let starts = &self.starts[from..];
            from += row.len();
            let cells = row.iter().zip(starts).map(|((place, contenuto), start)| {
                let range = *start..*start + shown(contenuto.testo()).len();
                Cella { colonna: place.1, contenuto, range }
            });
            (row[0].0.0, cells.collect())
        })
    }

    /// The bytes of a cell, if it holds something.
    #[must_use]
    pub fn cella(&self, place: Posto) -> Option<Range<usize>> {
        let index = self.foglio.celle.binary_search_by_key(&place, |(own, _)| *own).ok()?;
        let start = self.starts[index];
        Some(start..start + shown(self.foglio.celle[index].1.testo()).len())
    }

    /// The cell at a byte of the text, or the last before it.
    pub(super) fn at(&self, byte: usize) -> Posto {
        let before = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        self.foglio.celle.get(before).map_or((1, 1), |(place, _)| *place)
    }
}

/// A cell of a sheet, and its bytes in the text that stands for the sheet.
#[derive(Debug, Clone)]
pub struct Cella<'a> {
    /// Its column, from 1.
    pub colonna: u32,
    /// What it holds.
    pub contenuto: &'a Contenuto,
    /// Where it is in the text.
    pub range: Range<usize>,
}

/// A cell in one line.
fn shown(text: &str) -> String {
    text.replace('\n', " ")
}
