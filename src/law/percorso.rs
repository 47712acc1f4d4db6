//! Where a duty asks: a path of keys through the records of a plan.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use serde::Deserialize;

use super::{Base, Campo, Record, Vocabolario};

/// A path of keys joined by dots, each optionally filtered: `accessibilita[tipo = fisica].luogo`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
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

/// Why a text is no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PercorsoError(String);

impl fmt::Display for PercorsoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wanted = "si scrive chiave.chiave, o chiave[campo = valore].chiave";
        write!(f, "«{}» non è un percorso: {wanted}", self.0)
    }
}

impl Error for PercorsoError {}

impl TryFrom<String> for Percorso {
    type Error = PercorsoError;

    fn try_from(scritto: String) -> Result<Self, PercorsoError> {
        let mut inside = false;
        let ends_step = |c: char| {
            inside = c == '[' || inside && c != ']';
            c == '.' && !inside
        };
        match scritto.split(ends_step).map(Passo::read).collect() {
            Some(passi) => Ok(Self { scritto, passi }),
            None => Err(PercorsoError(scritto)),
        }
    }
}

impl fmt::Display for Percorso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.scritto)
    }
}

impl Passo {
    /// A step as written; nothing when it is no step.
    fn read(written: &str) -> Option<Self> {
        let (chiave, filtro) = match written.split_once('[') {
            Some((chiave, filtro)) => {
                let (key, value) = filtro.strip_suffix(']')?.split_once(" = ")?;
                (chiave, Some((word(key, "_")?, word(value, "_-.")?)))
            }
            None => (written, None),
        };
        Some(Self { chiave: word(chiave, "_")?, filtro, elenco: false })
    }
}

/// A key or a value as a path may write it: letters, digits, and some marks.
fn word(text: &str, marks: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || marks.contains(c);
    (!text.is_empty() && text.chars().all(is_plain)).then(|| text.to_owned())
}

impl Percorso {
    /// The keys, without filters, joined by dots.
    #[must_use]
    pub fn chiavi(&self) -> String {
        let keys: Vec<&str> = self.passi.iter().map(|passo| passo.chiave.as_str()).collect();
        keys.join(".")
    }

    /// Whether the path goes through these keys and no other, filters aside.
    pub fn is_at(&self, keys: impl IntoIterator<Item: AsRef<str>>) -> bool {
        let mut keys = keys.into_iter();
        let mut passi = self.passi.iter();
        let same = passi.all(|passo| keys.next().is_some_and(|key| *key.as_ref() == *passo.chiave));
        same && keys.next().is_none()
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
    pub fn under(&self, parent: &Self) -> Self {
        Self {
            scritto: format!("{parent}.{self}"),
            passi: parent.passi.iter().chain(&self.passi).cloned().collect(),
        }
    }

    /// Whether this path and another end in the same table.
    #[must_use]
    pub fn is_beside<'a>(&'a self, other: &'a Self) -> bool {
        let parents = |path: &'a Self| path.passi.split_last().map(|(_, parents)| parents);
        parents(self) == parents(other)
    }

    /// Follows the path from a record through the forms of the law, and learns where it goes
    /// through lists: the field to which it leads, or why it leads nowhere.
    pub(super) fn resolve<'a>(
        &mut self,
        radice: &'a Record,
        kinds: &'a BTreeMap<String, Record>,
        lists: &BTreeMap<String, Vocabolario>,
    ) -> Result<&'a Campo, String> {
        let nowhere = format!("nessun campo è «{self}»");
        let mut within = Some(radice);
        let mut reached = None;
        for passo in &mut self.passi {
            let campo = within.and_then(|record| record.campo(&passo.chiave));
            let campo = campo.ok_or_else(|| nowhere.clone())?;
            passo.elenco = campo.forma.elenco;
            within = match &campo.forma.base {
                Base::Record(kind) => kinds.get(kind),
                _ => None,
            };
            passo.check_filter(within, lists)?;
            reached = Some(campo);
        }
        reached.ok_or(nowhere)
    }
}

impl Passo {
    /// Whether the records that the step reaches may pass its filter: it chooses among records, by
    /// a value that a field of theirs may have.
    fn check_filter(
        &self,
        within: Option<&Record>,
        lists: &BTreeMap<String, Vocabolario>,
    ) -> Result<(), String> {
        let Some((key, value)) = &self.filtro else { return Ok(()) };
        let within = within.ok_or_else(|| format!("«{}» non ha campi da filtrare", self.chiave))?;
        let campo = within.campo(key);
        let campo = campo.ok_or_else(|| format!("nessun campo di «{}» è «{key}»", self.chiave))?;
        let may = match &campo.forma.base {
            Base::Scelta(list) => lists.get(list).is_some_and(|list| list.get(value).is_some()),
            Base::SiNo => matches!(value.as_str(), "true" | "false"),
            _ => return Err(format!("«{key}» non è una scelta né un sì o no: non filtra")),
        };
        if may { Ok(()) } else { Err(format!("«{key}» non può valere «{value}»")) }
    }
}

#[cfg(test)]
mod tests {
    use super::Percorso;

    fn path(text: &str) -> Percorso {
        text.to_owned().try_into().expect("a path")
    }

    #[test]
    fn a_filter_is_read_whole_or_refused() {
        let filters = |text| path(text).passi.into_iter().map(|p| p.filtro).collect::<Vec<_>>();
        let filter = |key: &str, value: &str| Some((key.to_owned(), value.to_owned()));
        assert_eq!(filters("a[b = c].d"), [filter("b", "c"), None]);
        assert_eq!(filters("a[b = 2.1].d"), [filter("b", "2.1"), None]);
        for wrong in
            ["", ".", "a.", "a[b=c]", "a[b = c", "a[b = c]x", "a[b]", "a[ = c]", "a[b = ]", "a b"]
        {
            assert!(Percorso::try_from(wrong.to_owned()).is_err(), "«{wrong}» is a path");
        }
    }

    #[test]
    fn a_path_is_where_its_keys_lead_whatever_its_filters() {
        let path = path("a[b = c].d");
        assert!(path.is_at(["a", "d"]));
        for other in [&["a"][..], &["a", "d", "e"], &["d", "a"], &[]] {
            assert!(!path.is_at(other), "{other:?}");
        }
    }

    #[test]
    fn a_path_is_beside_another_under_one_parent() {
        assert!(path("a[b = 2.1].d").is_beside(&path("a[b = 2.1].e[f = 3.2]")));
        assert!(!path("a[b = 2.1].d").is_beside(&path("a[b = 2.2].d")));
        assert!(path("a").is_beside(&path("b")));
    }
}
