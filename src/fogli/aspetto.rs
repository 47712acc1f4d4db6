//! How a workbook shows its cells, which is not among their values: what is merged, hidden,
//! filtered, a percentage, or not computed yet.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use quick_xml::events::{BytesStart, Event};

use super::archivio::Archivio;
use super::xml::{elements, value};
use super::{Guasto, Posto};

/// Most cells of the sheets of a workbook up to the last that holds something, the empty ones
/// included.
const MAX_AREA: u64 = 2_000_000;

/// How a sheet shows its cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Aspetto {
    pub(super) unite: Vec<(Posto, Posto)>,
    pub(super) righe_nascoste: Vec<(u32, u32)>,
    pub(super) colonne_nascoste: Vec<(u32, u32)>,
    pub(super) filtro: bool,
    /// Formulas without a value.
    pub(super) formule: Vec<Posto>,
    /// Numbers shown as percentages, where the values do not say it.
    pub(super) percentuali: BTreeSet<Posto>,
    /// Errors, where the values do not say it.
    pub(super) errori: BTreeSet<Posto>,
}

type Aspetti = BTreeMap<String, Aspetto>;

/// What each sheet of an `.xlsx` shows, by its name.
pub(super) fn xlsx(archivio: &mut Archivio<'_>) -> Result<Aspetti, Guasto> {
    let book = archivio.text("xl/workbook.xml")?.ok_or(Guasto::Rotta)?;
    let rels = archivio.text("xl/_rels/workbook.xml.rels")?.ok_or(Guasto::Rotta)?;
    let mut targets = BTreeMap::new();
    elements(&rels, |event| {
        if let Event::Start(own) = event
            && own.local_name().as_ref() == "Relationship"
        {
            targets.insert(value(own, "Id"), value(own, "Target"));
        }
    })?;
    let mut names = Vec::new();
    elements(&book, |event| {
        if let Event::Start(own) = event
            && own.local_name().as_ref() == "sheet"
        {
            names.push((value(own, "name"), value(own, "r:id")));
        }
    })?;
    let mut looks = Aspetti::new();
    for (name, id) in names {
        let target = targets.get(&id).map_or("", String::as_str);
        let path = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        };
        if let Some(sheet) = archivio.text(&path)? {
            looks.insert(name, xlsx_sheet(&sheet)?);
        }
    }
    Ok(looks)
}

fn xlsx_sheet(sheet: &str) -> Result<Aspetto, Guasto> {
    let mut look = Aspetto::default();
    let (mut row, mut column) = (0, 0);
    let (mut formula, mut valued) = (false, false);
    elements(sheet, |event| match event {
        Event::Start(own) => match own.local_name().as_ref() {
            "row" => {
                row = count(own, "r").unwrap_or(row + 1);
                column = 0;
                if is_set(own, "hidden") {
                    look.righe_nascoste.push((row, row));
                }
            }
            "col" if is_set(own, "hidden") => {
                let span = (count(own, "min"), count(own, "max"));
                if let (Some(first), Some(last)) = span {
                    look.colonne_nascoste.push((first, last));
                }
            }
            "c" => {
                column = place(&value(own, "r")).map_or(column + 1, |(_, column)| column);
                (formula, valued) = (false, false);
            }
            "f" => formula = true,
            "v" | "is" => valued = true,
            "filterColumn" => look.filtro = true,
            "mergeCell" => {
                let area = value(own, "ref");
                let ends = area.split_once(':').map(|(from, to)| (place(from), place(to)));
                if let Some((Some(from), Some(to))) = ends {
                    look.unite.push((from, to));
                }
            }
            _ => {}
        },
        Event::End(own) if own.local_name().as_ref() == "c" && formula && !valued => {
            look.formule.push((row, column));
        }
        _ => {}
    })?;
    Ok(look)
}

/// What each sheet of an `.ods` shows, by its name.
pub(super) fn ods(archivio: &mut Archivio<'_>) -> Result<Aspetti, Guasto> {
    let content = archivio.text("content.xml")?.ok_or(Guasto::Rotta)?;
    let mut looks = Aspetti::new();
    let mut sheet = Foglio::default();
    let (mut open, mut total) = (false, 0);
    elements(&content, |event| match event {
        Event::Start(own) => match own.name().as_ref() {
            "table:table" => {
                open = true;
                sheet = Foglio { name: value(own, "table:name"), ..Foglio::default() };
            }
            "table:table-column" if open => sheet.column(own),
            "table:table-row" if open => sheet.row(own),
            "table:table-cell" | "table:covered-table-cell" if open => sheet.cell(own),
            _ => {}
        },
        Event::End(own) if own.name().as_ref() == "table:table" => {
            open = false;
            let Foglio { name, look, area, .. } = mem::take(&mut sheet);
            total += area;
            looks.insert(name, look);
        }
        _ => {}
    })?;
    if total > MAX_AREA { Err(Guasto::Smisurata) } else { Ok(looks) }
}

/// A sheet of an `.ods` while its cells go by.
#[derive(Default)]
struct Foglio {
    name: String,
    look: Aspetto,
    /// Last column, last row, last cell of the row.
    columns: u32,
    row: u32,
    repeated: u32,
    cell: u32,
    /// Last row and column that hold something, and what they make with all that is between.
    last: Posto,
    area: u64,
}

impl Foglio {
    fn column(&mut self, own: &BytesStart<'_>) {
        let many = count(own, "table:number-columns-repeated").unwrap_or(1);
        let first = self.columns.saturating_add(1);
        self.columns = self.columns.saturating_add(many);
        if is_hidden(own) {
            self.look.colonne_nascoste.push((first, self.columns));
        }
    }

    fn row(&mut self, own: &BytesStart<'_>) {
        self.row = self.row.saturating_add(self.repeated.max(1));
        self.repeated = count(own, "table:number-rows-repeated").unwrap_or(1);
        self.cell = 0;
        if is_hidden(own) {
            self.look.filtro |= value(own, "table:visibility") == "filter";
            let last = self.row.saturating_add(self.repeated.saturating_sub(1));
            self.look.righe_nascoste.push((self.row, last));
        }
    }

    fn cell(&mut self, own: &BytesStart<'_>) {
        let many = count(own, "table:number-columns-repeated").unwrap_or(1);
        let first = self.cell.saturating_add(1);
        self.cell = self.cell.saturating_add(many);
        let across = count(own, "table:number-columns-spanned").unwrap_or(1);
        let down = count(own, "table:number-rows-spanned").unwrap_or(1);
        if across > 1 || down > 1 {
            let last = (self.row.saturating_add(down - 1), first.saturating_add(across - 1));
            self.look.unite.push(((self.row, first), last));
        }
        let kind = value(own, "office:value-type");
        let formula = kind.is_empty() && !value(own, "table:formula").is_empty();
        if kind.is_empty() && !formula {
            return;
        }
        let bottom = self.row.saturating_add(self.repeated.saturating_sub(1));
        self.last = (self.last.0.max(bottom), self.last.1.max(self.cell));
        self.area = self.area.max(u64::from(self.last.0) * u64::from(self.last.1));
        let marked = match kind.as_str() {
            _ if value(own, "calcext:value-type") == "error" => &mut self.look.errori,
            "percentage" => &mut self.look.percentuali,
            _ if formula => {
                self.look.formule.push((self.row, first));
                return;
            }
            _ => return,
        };
        if self.area <= MAX_AREA {
            let columns = first..=self.cell;
            marked
                .extend((self.row..=bottom).flat_map(|row| columns.clone().map(move |c| (row, c))));
        }
    }
}

fn is_hidden(own: &BytesStart<'_>) -> bool {
    matches!(value(own, "table:visibility").as_str(), "collapse" | "filter")
}

/// An attribute that counts something, from 1.
fn count(own: &BytesStart<'_>, name: &str) -> Option<u32> {
    value(own, name).parse().ok().filter(|number| *number > 0)
}

fn is_set(own: &BytesStart<'_>, name: &str) -> bool {
    matches!(value(own, name).as_str(), "1" | "true")
}

/// The place of a cell by its name, `F17`.
fn place(name: &str) -> Option<Posto> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let column = name[..digits].chars().try_fold(0_u32, |column, letter| {
        let own = u32::from(letter).checked_sub(u32::from('A'))? + 1;
        column.checked_mul(26)?.checked_add(own)
    })?;
    Some((name[digits..].parse().ok()?, column))
}
