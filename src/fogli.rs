//! Workbooks of spreadsheets: each sheet as cells of text, and what hides in it.
//!
//! A workbook is weighed before it is opened, and its cells are counted while they are read: what
//! it may cost is bounded whatever it says of itself.

mod archivio;
mod aspetto;
mod testo;
pub(crate) mod xml;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, SheetType, Xlsx};

pub(crate) use archivio::Archivio;
use aspetto::Aspetto;

/// Most cells that a sheet may have, those without a value left out.
const MAX_CELLS: usize = 500_000;

/// What a spreadsheet calls a cell: row and column, both from 1.
pub type Posto = (u32, u32);

/// A sheet: its cells with a value, in order of row and column, and how it shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Foglio {
    /// Its name.
    pub nome: String,
    /// The cells that hold something, by row and column.
    pub celle: Vec<(Posto, Contenuto)>,
    /// Cells that are one, from the first to the last.
    pub unite: Vec<(Posto, Posto)>,
    /// Rows that are not shown, from the first to the last.
    pub righe_nascoste: Vec<(u32, u32)>,
    /// Columns that are not shown, from the first to the last.
    pub colonne_nascoste: Vec<(u32, u32)>,
    /// Whether its rows pass through a filter.
    pub filtro: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contenuto {
    /// A value, as it is written in Italian.
    Testo(String),
    /// An error of the spreadsheet, `#REF!`.
    Errore(String),
    /// A formula that no spreadsheet has computed yet.
    Formula,
}

impl Contenuto {
    /// What is seen in the cell.
    #[must_use]
    pub fn testo(&self) -> &str {
        match self {
            Self::Testo(testo) | Self::Errore(testo) => testo,
            Self::Formula => "",
        }
    }
}

/// The two kinds of workbook that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genere {
    /// Office Open XML, `.xlsx`.
    Xlsx,
    /// The format of `LibreOffice`, `.ods`.
    Ods,
}

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guasto {
    /// It asks for a password.
    Protetta,
    /// Opened, it takes more room than is allowed, or far more than it should.
    Smisurata,
    /// It is not what its name says, or is damaged.
    Rotta,
}

/// The sheets of a workbook, in its order.
///
/// # Errors
///
/// When it cannot be opened, or would cost too much.
pub fn read(bytes: &[u8], genere: Genere) -> Result<Vec<Foglio>, Guasto> {
    let mut archivio = Archivio::open(bytes)?;
    match genere {
        Genere::Xlsx => xlsx(bytes, &mut archivio),
        Genere::Ods => ods(bytes, &mut archivio),
    }
}

/// How a spreadsheet calls a cell, `F17`.
#[must_use]
pub fn nome((riga, colonna): Posto) -> String {
    format!("{}{riga}", lettere(colonna))
}

/// How a spreadsheet calls a column, from 1: `A`, `Z`, `AA`.
#[must_use]
pub fn lettere(mut colonna: u32) -> String {
    let mut letters = Vec::new();
    while colonna > 0 {
        letters.push(char::from(b'A' + u8::try_from((colonna - 1) % 26).unwrap_or(0)));
        colonna = (colonna - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn xlsx(bytes: &[u8], archivio: &mut Archivio<'_>) -> Result<Vec<Foglio>, Guasto> {
    let looks = aspetto::xlsx(archivio)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Guasto::Rotta)?;
    let sheets = book.sheets_metadata().to_vec();
    let mut fogli = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|_| Guasto::Rotta)?;
        let mut celle = BTreeMap::new();
        while let Some((cell, style)) =
            reader.next_cell_with_style_id().map_err(|_| Guasto::Rotta)?
        {
            let format = reader.styles().get(style).and_then(|own| own.number_format.as_ref());
            let percent = format.is_some_and(|own| testo::is_percent(&own.format_code));
            let (row, column) = cell.get_position();
            let own = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(number) => testo::integer(*number),
                DataRef::Float(number) => testo::number(*number, percent),
                DataRef::String(text) => testo::text(text),
                DataRef::SharedString(text) => testo::text(text),
                DataRef::Bool(yes) => testo::boolean(*yes),
                DataRef::DateTime(moment) => testo::moment(*moment),
                DataRef::DateTimeIso(text) => testo::iso(text),
                DataRef::DurationIso(text) => testo::duration(text),
                DataRef::Error(error) => Contenuto::Errore(error.to_string()),
            };
            put(&mut celle, (row + 1, column + 1), own)?;
        }
        let look = looks.get(&sheet.name).cloned().unwrap_or_default();
        fogli.push(foglio(sheet.name, celle, look)?);
    }
    Ok(fogli)
}

fn ods(bytes: &[u8], archivio: &mut Archivio<'_>) -> Result<Vec<Foglio>, Guasto> {
    let mut looks = aspetto::ods(archivio)?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::OdsError::Password => Guasto::Protetta,
        calamine::OdsError::CellLimitExceeded { .. } => Guasto::Smisurata,
        _ => Guasto::Rotta,
    })?;
    let mut fogli = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|_| Guasto::Rotta)?;
        let look = looks.remove(&name).unwrap_or_default();
        let (top, left) = range.start().unwrap_or_default();
        let mut celle = BTreeMap::new();
        for (row, column, value) in range.used_cells() {
            let cell = (size(row) + top + 1, size(column) + left + 1);
            let own = match value {
                Data::Empty => continue,
                Data::Int(number) => testo::integer(*number),
                Data::Float(number) => testo::number(*number, look.percentuali.contains(&cell)),
                Data::String(text) if look.errori.contains(&cell) => {
                    Contenuto::Errore(text.clone())
                }
                Data::String(text) => testo::text(text),
                Data::Bool(yes) => testo::boolean(*yes),
                Data::DateTime(moment) => testo::moment(*moment),
                Data::DateTimeIso(text) => testo::iso(text),
                Data::DurationIso(text) => testo::duration(text),
                Data::Error(error) => Contenuto::Errore(error.to_string()),
            };
            put(&mut celle, cell, own)?;
        }
        fogli.push(foglio(name, celle, look)?);
    }
    Ok(fogli)
}

fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1)
}

fn foglio(
    nome: String,
    mut celle: BTreeMap<Posto, Contenuto>,
    look: Aspetto,
) -> Result<Foglio, Guasto> {
    for cell in look.formule {
        if !celle.contains_key(&cell) {
            put(&mut celle, cell, Contenuto::Formula)?;
        }
    }
    let Aspetto { unite, righe_nascoste, colonne_nascoste, filtro, .. } = look;
    let celle = celle.into_iter().collect();
    Ok(Foglio { nome, celle, unite, righe_nascoste, colonne_nascoste, filtro })
}

/// Adds a cell, when it says something.
fn put(celle: &mut BTreeMap<Posto, Contenuto>, at: Posto, own: Contenuto) -> Result<(), Guasto> {
    if matches!(&own, Contenuto::Testo(text) if text.is_empty()) {
        return Ok(());
    }
    celle.insert(at, own);
    if celle.len() > MAX_CELLS { Err(Guasto::Smisurata) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{lettere, nome};

    #[test]
    fn a_cell_is_called_as_a_spreadsheet_calls_it() {
        assert_eq!(nome((17, 6)), "F17");
        let columns = [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")];
        for (number, letters) in columns {
            assert_eq!(lettere(number), letters);
        }
    }
}
