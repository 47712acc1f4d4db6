//! Licences under which texts and data are published.

use serde::Deserialize;

use super::Law;
use super::sinonimi::come_chiave;

/// A licence that plans name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licenza {
    /// Its name, as printed.
    pub nome: String,
    /// Its SPDX identifier, by which programs know it.
    pub codice: String,
    /// Address of its text.
    pub indirizzo: String,
    /// How plans write it.
    pub forme: Vec<String>,
}

impl Law {
    /// The licence that a text names, however written; nothing when it is not a known one.
    #[must_use]
    pub fn licenza(&self, text: &str) -> Option<&Licenza> {
        let said = come_chiave(text);
        self.licenze.iter().find(|licenza| {
            let own = [&licenza.nome, &licenza.codice].into_iter().chain(&licenza.forme);
            own.into_iter().any(|form| come_chiave(form) == said)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_however_it_is_written() {
        let code = |text| Law::embedded().licenza(text).map(|licenza| licenza.codice.as_str());
        assert_eq!(code("CC BY 4.0"), Some("CC-BY-4.0"));
        assert_eq!(code("cc-by-sa 4.0"), Some("CC-BY-SA-4.0"));
        assert_eq!(code("Italian Open Data License 2.0"), Some("IODL-2.0"));
        assert_eq!(code("tutti i diritti riservati"), None);
    }
}
