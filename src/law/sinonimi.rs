//! Words that people write for one another, and the key that they meant.

use serde::Deserialize;

use super::{Campo, Law, Record};

/// Groups of words that mean the same.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sinonimi {
    /// The groups, each in the order of preference.
    pub gruppi: Vec<Vec<String>>,
}

/// A word as a key: no accents, small letters, no signs but the underscore.
#[must_use]
pub fn come_chiave(word: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        c if c.is_alphanumeric() => c,
        _ => '_',
    };
    let key: String = word.trim().to_lowercase().chars().map(plain).collect();
    key.trim_matches('_').to_owned()
}

impl Law {
    /// The field of a kind of record that a word means: its key or its label, however written.
    #[must_use]
    pub fn campo_detto<'a>(&self, word: &str, kind: &'a Record) -> Option<&'a Campo> {
        let key = come_chiave(word);
        kind.campo(&key)
            .or_else(|| kind.campi.iter().find(|campo| come_chiave(&campo.etichetta) == key))
    }

    /// The field of a kind of record for which people write a word.
    #[must_use]
    pub fn sinonimo<'a>(&self, word: &str, kind: &'a Record) -> Option<&'a Campo> {
        let key = come_chiave(word);
        let groups = self.sinonimi.gruppi.iter().filter(|group| group.contains(&key));
        groups.flatten().find_map(|word| kind.campo(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_finds_the_key_that_it_stands_for() {
        let law = Law::embedded();
        let meant = |word, kind: &str| {
            let kind = &law.record[kind];
            let campo = law.campo_detto(word, kind).or_else(|| law.sinonimo(word, kind));
            campo.map(|campo| campo.chiave.as_str())
        };
        assert_eq!(meant("nome", "obiettivo_performance"), Some("titolo"));
        assert_eq!(meant("Codice Fiscale", "anagrafica"), Some("codice_fiscale"));
        assert_eq!(meant("Priorità", "priorita"), Some("nome"), "by its label");
        assert_eq!(meant("colore", "stakeholder"), None);
    }

    #[test]
    fn every_word_is_written_as_a_key_and_every_group_leads_to_one() {
        let law = Law::embedded();
        for group in &law.sinonimi.gruppi {
            for word in group {
                assert_eq!(*word, come_chiave(word));
            }
            let has = |word: &String| law.campi().any(|(_, campo)| campo.chiave == *word);
            assert!(group.iter().any(has), "{group:?} leads nowhere");
        }
    }
}
