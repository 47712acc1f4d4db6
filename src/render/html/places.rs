//! Where every anchor of the document lives in the site.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::{Error, ErrorKind};
use serde::Serialize;

use crate::figure::Segno;
use crate::render::LayoutError;
use crate::view::document::{Blocco, Documento, Figura, Genere, Parte, Tratto};
use crate::view::visita::Nodo;

/// The page that opens the site; what has no page of its own lives there.
pub(super) const HOME: &str = "index.html";

/// A part that opens a page, and the parts that it stands in.
pub(super) struct Page<'a> {
    pub(super) part: &'a Parte,
    pub(super) file: String,
    pub(super) above: Vec<Title<'a>>,
}

/// What a link to a part needs.
#[derive(Clone, Serialize)]
pub(super) struct Title<'a> {
    id: &'a str,
    pub(super) numero: &'a str,
    pub(super) titolo: &'a str,
    sezione: u8,
}

impl<'a> Title<'a> {
    pub(super) fn of(part: &'a Parte) -> Self {
        Self { id: &part.id, numero: &part.numero, titolo: &part.titolo, sezione: part.sezione }
    }
}

/// The file of a part that opens a page.
fn file(part: &Parte) -> String {
    match part.genere {
        Genere::Sottosezione => format!("{}-{}.html", part.schema, part.id),
        Genere::Libera | Genere::Allegato => format!("libera-{}.html", part.id),
        Genere::Elemento => format!("scheda-{}.html", card(part).unwrap_or(&part.id)),
        Genere::Breve | Genere::Atto | Genere::Sezione | Genere::Chiusura | Genere::Interna => {
            format!("{}.html", part.id)
        }
    }
}

/// The anchor of the card that a part holds.
fn card(part: &Parte) -> Option<&str> {
    part.blocchi.iter().find(|block| matches!(block, Blocco::Scheda(_))).map(Blocco::id)
}

/// The pages of the site, in reading order.
pub(super) fn pages(document: &Documento) -> Vec<Page<'_>> {
    let mut found = Vec::new();
    document.visit(|nodo, above| match nodo {
        Nodo::Parte(part) if part.apre_pagina => {
            let above = above.iter().map(|part| Title::of(part)).collect();
            found.push(Page { part, file: file(part), above });
        }
        _ => {}
    });
    found
}

/// Where every anchor lives, and which notes close each page.
#[derive(Default)]
pub(super) struct Places {
    pages: BTreeMap<String, String>,
    openings: BTreeSet<String>,
    notes: BTreeMap<String, Vec<Tratto>>,
    /// Where something of the document leads.
    cited: BTreeSet<String>,
}

impl Places {
    pub(super) fn of(document: &Documento) -> Self {
        let mut places = Self::default();
        places.pages.insert(document.mappa.id.clone(), HOME.to_owned());
        places.cite(&document.mappa);
        document.visit(|nodo, above| places.read(nodo, above));
        places
    }

    /// What stands outside the parts lives on the home. Notes close the part that opens a page
    /// or, where none does, the outermost one.
    fn read<'a>(&mut self, nodo: Nodo<'a>, above: &[&'a Parte]) {
        let own = match nodo {
            Nodo::Parte(part) if part.apre_pagina => Some(part),
            _ => None,
        };
        if let Some(part) = own {
            self.openings.insert(part.id.clone());
            let card = card(part).filter(|_| part.genere == Genere::Elemento);
            self.openings.extend(card.map(str::to_owned));
        }
        let opening = own.or_else(|| above.iter().rfind(|part| part.apre_pagina).copied());
        if !nodo.id().is_empty() {
            let page = opening.map_or_else(|| HOME.to_owned(), file);
            self.pages.insert(nodo.id().to_owned(), page);
        }
        match nodo {
            Nodo::Tratto(Tratto::Rinvio { id, .. }) => drop(self.cited.insert(id.clone())),
            Nodo::Blocco(Blocco::Figura(figura)) => self.cite(figura),
            _ => {}
        }
        if let Nodo::Tratto(note @ Tratto::Nota { .. }) = nodo {
            let closed = opening.or(above.first().copied()).map_or("", |part| part.id.as_str());
            self.notes.entry(closed.to_owned()).or_default().push(note.clone());
        }
    }

    /// Takes note of where a figure leads.
    fn cite(&mut self, figura: &Figura) {
        let values = figura.righe.iter().flat_map(|row| &row.valori).map(|value| &value.rinvio);
        let marks = figura.disegno.segni.iter().filter_map(|mark| match mark {
            Segno::Rinvio(link) => Some(&link.rinvio),
            _ => None,
        });
        self.cited.extend(values.chain(marks).cloned());
    }

    /// Whether something of the document leads to an anchor.
    pub(super) fn is_cited(&self, id: &str) -> bool {
        self.cited.contains(id)
    }

    /// The notes that close a part, in the order of their marks.
    pub(super) fn notes(&self, part: &str) -> &[Tratto] {
        self.notes.get(part).map_or(&[], Vec::as_slice)
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
