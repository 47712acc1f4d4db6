//! Where a duty asks: a path of keys through the records of a plan.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::{Base, Record};

/// A path of keys joined by dots, each optionally filtered: `accessibilita[tipo = fisica].luogo`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Percorso {
    scritto: String,
    /// Its steps, never none.
    pub passi: Vec<Passo>,
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passo {
    /// The key.
    pub chiave: String,
    /// The key of the record reached and the value that it must have, if only some are meant.
    pub filtro: Option<(String, String)>,
    /// Whether the key holds a list: known once the law has been read whole.
    pub elenco: bool,
}

impl From<String> for Percorso {
    fn from(scritto: String) -> Self {
        let passi = scritto.split('.').map(Passo::read).collect();
        Self { scritto, passi }
    }
}

impl fmt::Display for Percorso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.scritto)
    }
}

impl Passo {
    fn read(written: &str) -> Self {
        let (chiave, filtro) = match written.split_once('[') {
            Some((chiave, filtro)) => (chiave, filtro.trim_end_matches(']').split_once(" = ")),
            None => (written, None),
        };
        let filtro = filtro.map(|(key, value)| (key.to_owned(), value.to_owned()));
        Self { chiave: chiave.to_owned(), filtro, elenco: false }
    }
}

impl Percorso {
    /// The keys, without filters, joined by dots.
    #[must_use]
    pub fn chiavi(&self) -> String {
        let keys: Vec<&str> = self.passi.iter().map(|passo| passo.chiave.as_str()).collect();
        keys.join(".")
    }

    /// The last step.
    ///
    /// # Panics
    ///
    /// Never: a path has a step.
    #[must_use]
    pub fn ultimo(&self) -> &Passo {
        self.passi.last().expect("a path has a step")
    }

    /// The same path inside another.
    #[must_use]
    pub fn under(&self, parent: &str) -> Self {
        format!("{parent}.{self}").into()
    }

    /// Whether this path and another end in the same table.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        let parent =
            |path: &Self| path.scritto.rsplit_once('.').map(|(parent, _)| parent.to_owned());
        parent(self) == parent(other)
    }

    /// Follows the path from a record through the forms of the law, and learns where it goes
    /// through lists. Nothing when a step is not there.
    pub(super) fn resolve(
        &mut self,
        radice: &Record,
        kinds: &BTreeMap<String, Record>,
    ) -> Option<()> {
        let mut within = Some(radice);
        for passo in &mut self.passi {
            let campo = within?.campo(&passo.chiave)?;
            passo.elenco = campo.forma.elenco;
            within = match &campo.forma.base {
                Base::Record(kind) => kinds.get(kind),
                _ => None,
            };
            if let Some((key, _)) = &passo.filtro {
                // A list of choices is filtered by its own values.
                within.map_or(Some(()), |record| record.campo(key).map(|_| ()))?;
            }
        }
        Some(())
    }
}
