//! What of the plan's files a document shows, and what it carries.

use std::collections::BTreeSet;

use super::Work;
use crate::view::document::Blocco;
use crate::view::visita::Nodo;

/// What a document shows and what it carries, by the paths of the files.
pub(super) struct Usati<'a> {
    pub(super) immagini: BTreeSet<&'a str>,
    pub(super) fascicoli: BTreeSet<&'a str>,
}

impl<'a> Usati<'a> {
    pub(super) fn of(work: &Work<'a>) -> Self {
        let emblema = work.document.emblema.iter().map(|emblema| emblema.percorso.as_str());
        let mut usati = Self { immagini: emblema.collect(), fascicoli: BTreeSet::new() };
        work.document.visit(|nodo, _| match nodo {
            Nodo::Blocco(Blocco::Immagine(own)) => _ = usati.immagini.insert(&own.percorso),
            Nodo::Blocco(Blocco::Fascicolo(own)) => _ = usati.fascicoli.insert(&own.percorso),
            _ => {}
        });
        usati
    }
}

/// The content of a file of the plan.
pub(super) fn bytes<'a>(work: &Work<'a>, percorso: &str) -> Option<&'a [u8]> {
    work.source.iter().find(|file| file.percorso == percorso).map(|file| file.bytes)
}
