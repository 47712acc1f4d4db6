//! Where every anchor of the document lives in the site.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::{Error, ErrorKind};
use serde::Serialize;
use serde_json::Value as Json;

use crate::render::LayoutError;
use crate::view::document::{Documento, Parte};

/// The page that opens the site; what has no page of its own lives there.
pub(super) const HOME: &str = "index.html";

/// A part that opens a page, and the parts that it stands in.
pub(super) struct Sheet<'a> {
    pub(super) part: &'a Parte,
    pub(super) above: Vec<Title<'a>>,
}

/// What a link to a part needs.
#[derive(Clone, Serialize)]
pub(super) struct Title<'a> {
    id: &'a str,
    numero: &'a str,
    titolo: &'a str,
    sezione: u8,
}

impl<'a> Title<'a> {
    pub(super) fn of(part: &'a Parte) -> Self {
        Self { id: &part.id, numero: &part.numero, titolo: &part.titolo, sezione: part.sezione }
    }
}

/// The pages of the site, in reading order.
pub(super) fn sheets(document: &Documento) -> Vec<Sheet<'_>> {
    fn gather<'a>(parts: &'a [Parte], above: &[Title<'a>], found: &mut Vec<Sheet<'a>>) {
        for part in parts {
            if !part.pagina.is_empty() {
                found.push(Sheet { part, above: above.to_vec() });
            }
            let below = [above, &[Title::of(part)]].concat();
            gather(&part.parti, &below, found);
        }
    }
    let mut found = Vec::new();
    gather(&document.parti, &[], &mut found);
    found
}

/// Where every anchor lives, and which notes close each sheet.
#[derive(Default)]
pub(super) struct Places {
    pages: BTreeMap<String, String>,
    openings: BTreeSet<String>,
    notes: BTreeMap<String, Vec<Json>>,
}

impl Places {
    pub(super) fn of(document: &Documento) -> Self {
        let mut places = Self::default();
        places.pages.insert(document.mappa.id.clone(), HOME.to_owned());
        places.read(&json(&document.copertina), HOME, "");
        for part in &document.parti {
            places.part(part, HOME, &part.id);
        }
        places
    }

    /// Notes close the part that opens a page or, where none does, the outermost one.
    fn part(&mut self, part: &Parte, page: &str, sheet: &str) {
        let own = !part.pagina.is_empty();
        let (page, sheet) =
            if own { (part.pagina.as_str(), part.id.as_str()) } else { (page, sheet) };
        if own {
            self.openings.insert(part.id.clone());
        }
        self.pages.insert(part.id.clone(), page.to_owned());
        self.read(&json(&part.blocchi), page, sheet);
        for inner in &part.parti {
            self.part(inner, page, sheet);
        }
    }

    /// Blocks differ, but wherever an `id` stands it is an anchor, save in a link to one.
    fn read(&mut self, value: &Json, page: &str, sheet: &str) {
        match value {
            Json::Array(items) => items.iter().for_each(|item| self.read(item, page, sheet)),
            Json::Object(fields) => {
                let run = fields.get("tipo").and_then(Json::as_str).unwrap_or_default();
                let id = fields.get("id").and_then(Json::as_str).unwrap_or_default();
                if run != "rinvio" && !id.is_empty() {
                    self.pages.insert(id.to_owned(), page.to_owned());
                }
                if run == "nota" && fields.contains_key("tratti") {
                    self.notes.entry(sheet.to_owned()).or_default().push(value.clone());
                }
                fields.values().for_each(|field| self.read(field, page, sheet));
            }
            _ => {}
        }
    }

    /// The notes that close a sheet, in the order of their marks.
    pub(super) fn notes(&self, sheet: &str) -> &[Json] {
        self.notes.get(sheet).map_or(&[], Vec::as_slice)
    }

    /// Address of an anchor as seen from a page, or inside the single file where `here` is empty.
    pub(super) fn href(&self, id: &str, here: &str) -> Result<String, Error> {
        match self.pages.get(id) {
            None => Err(nowhere(id)),
            Some(page) if here.is_empty() || here == page => Ok(format!("#{id}")),
            Some(page) if self.openings.contains(id) => Ok(page.clone()),
            Some(page) => Ok(format!("{page}#{id}")),
        }
    }
}

fn nowhere(id: &str) -> Error {
    let message = format!("un rinvio porta all'ancora `{id}`, che il documento non ha");
    Error::new(ErrorKind::InvalidOperation, "").with_source(LayoutError::new("", None, message))
}

fn json(value: &impl Serialize) -> Json {
    serde_json::to_value(value).expect("a document is made of strings, numbers and lists")
}
