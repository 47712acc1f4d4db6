//! What offices call the parts and the columns of a plan, when they call them otherwise than the
//! piano-tipo does.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The words of offices.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Importazione {
    /// Headings, by what they open: the stem of a sub-section, or the keys that lead to a field.
    pub titoli: BTreeMap<String, Vec<String>>,
    /// Titles of columns, by what they say: the kind of the records and a field of it.
    pub colonne: BTreeMap<String, Vec<String>>,
    /// Where may go the text that stands right below the title of a sub-section, by its stem.
    pub apertura: BTreeMap<String, String>,
    /// Headings of what is no part of a plan: an index, a list of figures.
    pub da_parte: Vec<String>,
    /// Words without which a heading says the same.
    pub vuote: Vec<String>,
}

#[cfg(test)]
mod tests {
    use crate::law::Law;

    #[test]
    fn every_word_leads_to_something_of_the_law() {
        let law = Law::embedded();
        let is_part = |key: &str| law.sottosezioni.iter().any(|part| part.chiave == key);
        let is_field = |path: &str| law.campo_al(path).is_some();
        for key in law.importazione.titoli.keys() {
            assert!(is_part(key) || is_field(key), "«{key}» leads nowhere");
        }
        for (key, path) in &law.importazione.apertura {
            assert!((is_part(key) || is_field(key)) && is_field(path), "«{key}» opens nothing");
        }
        for path in law.importazione.colonne.keys() {
            let (kind, key) = path.split_once('.').expect("a kind and a field");
            let kind = law.record.get(kind).unwrap_or_else(|| panic!("no kind is «{kind}»"));
            assert!(kind.campo(key).is_some(), "«{path}» is no column");
        }
    }
}
