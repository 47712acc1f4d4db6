//! Images and PDFs of the plan as blocks of the document.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use super::document::{Blocco, Parte};
use super::formato;
use super::maker::Maker;
use super::tratto::Tratto;
use super::visita::{self, NodoMut};
use crate::cifre;
use crate::nomi::campo;
use crate::record::Value;
use crate::valori::{self, Misure};

/// An image of the plan: whoever does not see it is told what it shows.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Immagine {
    /// Anchor; empty for the emblem.
    pub id: String,
    /// Path of its file inside the plan's folder.
    pub percorso: String,
    /// What it shows, in words.
    pub alternativa: String,
    /// What stands below it; may be empty.
    pub didascalia: Vec<Tratto>,
    /// Width in points of the screen.
    pub larghezza: u32,
    /// Height in points of the screen.
    pub altezza: u32,
    /// Width on paper in tenths of a millimetre, where there is room for it.
    pub stampa: u32,
}

impl Immagine {
    /// An image whose measures are still to be known.
    pub(super) fn new(id: String, percorso: &str, alternativa: &str, didascalia: &str) -> Self {
        let didascalia = match didascalia.trim() {
            "" => Vec::new(),
            text => vec![Tratto::Testo { testo: formato::text(text) }],
        };
        Self {
            id,
            percorso: percorso.to_owned(),
            alternativa: formato::text(alternativa),
            didascalia,
            larghezza: 0,
            altezza: 0,
            stampa: 0,
        }
    }

    fn measured(&mut self, misure: Misure) {
        (self.larghezza, self.altezza) = (misure.larghezza, misure.altezza);
        self.stampa = misure.stampa();
    }
}

/// A PDF that the plan carries.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fascicolo {
    /// Anchor.
    pub id: String,
    /// Path of its file inside the plan's folder.
    pub percorso: String,
    /// Name of its file.
    pub nome: String,
    /// What it is: `PDF, 12 pagine, 84 kB`.
    pub descrizione: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub impronta: String,
}

impl Fascicolo {
    pub(super) fn new(id: String, fascicolo: &valori::Fascicolo) -> Self {
        let percorso = fascicolo.percorso.clone();
        Self {
            id,
            nome: percorso.rsplit('/').next().unwrap_or(&percorso).to_owned(),
            descrizione: format!("PDF, {}, {}", pages(fascicolo.pagine), size(fascicolo.byte)),
            impronta: fascicolo.impronta.clone(),
            percorso,
        }
    }
}

/// So many pages.
pub(super) fn pages(count: usize) -> String {
    match count {
        1 => "una pagina".into(),
        count => format!("{} pagine", cifre::number(Decimal::from(count), 0)),
    }
}

/// So many bytes, in thousands or in millions.
fn size(bytes: usize) -> String {
    const KILO: usize = 1000;
    match bytes.div_ceil(KILO) {
        thousands if thousands < KILO => format!("{thousands}\u{a0}kB"),
        thousands => {
            let tenths = thousands.div_ceil(KILO / 10);
            format!("{},{}\u{a0}MB", tenths / 10, tenths % 10)
        }
    }
}

/// The emblem of the administration.
pub(super) fn emblema(maker: &Maker<'_>) -> Option<Immagine> {
    let Some(Value::Image(emblema)) = maker.root.record(campo::ANAGRAFICA)?.get(campo::EMBLEMA)
    else {
        return None;
    };
    let mut own = Immagine::new(String::new(), &emblema.percorso, &emblema.alternativa, "");
    own.measured(emblema.misure);
    Some(own)
}

/// Gives the images of the texts their measures.
pub(super) fn measure(parti: &mut [Parte], immagini: &BTreeMap<String, Misure>) {
    visita::visit_mut(parti, &mut |nodo| {
        if let NodoMut::Blocco(Blocco::Immagine(immagine)) = nodo
            && let Some(misure) = immagini.get(&immagine.percorso)
        {
            immagine.measured(*misure);
        }
    });
}
