//! How a small record is said in a phrase: words and fields, and pieces that fall away when what
//! they would say is not there.
//!
//! `"{nome}[, {ruolo}][ ({atto})]"`: a field stands between braces, a piece between brackets.

use serde::Deserialize;

/// A phrase: its pieces, in order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Frase {
    /// The pieces.
    pub pezzi: Vec<Pezzo>,
}

/// A piece of a phrase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pezzo {
    /// Whether it falls away when one of its fields says nothing.
    pub facoltativo: bool,
    /// Its words and its fields.
    pub parole: Vec<Parola>,
}

/// A word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parola {
    /// As written.
    Testo(String),
    /// What a field says.
    Campo(String),
}

impl Frase {
    /// The fields that the phrase names.
    pub fn campi(&self) -> impl Iterator<Item = &str> {
        self.pezzi.iter().flat_map(Pezzo::campi)
    }
}

impl Pezzo {
    /// The fields that the piece names.
    pub fn campi(&self) -> impl Iterator<Item = &str> {
        self.parole.iter().filter_map(|parola| match parola {
            Parola::Campo(chiave) => Some(chiave.as_str()),
            Parola::Testo(_) => None,
        })
    }
}

impl TryFrom<String> for Frase {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("«{text}»: una parentesi non si apre o non si chiude");
        let mut pezzi = vec![Pezzo::default()];
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['{', '}', '[', ']']) {
            let (words, mark) = (&rest[..at], &rest[at..=at]);
            rest = &rest[at + 1..];
            let pezzo = pezzi.last_mut().ok_or_else(wrong)?;
            if !words.is_empty() {
                pezzo.parole.push(Parola::Testo(words.into()));
            }
            match (mark, pezzo.facoltativo) {
                ("{", _) => {
                    let end = rest.find('}').ok_or_else(wrong)?;
                    pezzo.parole.push(Parola::Campo(rest[..end].into()));
                    rest = &rest[end + 1..];
                }
                ("[", false) => pezzi.push(Pezzo { facoltativo: true, parole: Vec::new() }),
                ("]", true) => pezzi.push(Pezzo::default()),
                _ => return Err(wrong()),
            }
        }
        let last = pezzi.last_mut().filter(|pezzo| !pezzo.facoltativo).ok_or_else(wrong)?;
        if !rest.is_empty() {
            last.parole.push(Parola::Testo(rest.into()));
        }
        pezzi.retain(|pezzo| !pezzo.parole.is_empty());
        Ok(Self { pezzi })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_words_fields_and_pieces_that_may_fall_away() {
        let frase = Frase::try_from("{nome}[, {ruolo}] e basta".to_owned()).expect("a phrase");
        let campo = |chiave: &str| Parola::Campo(chiave.into());
        let testo = |testo: &str| Parola::Testo(testo.into());
        let pezzo = |facoltativo, parole| Pezzo { facoltativo, parole };
        assert_eq!(
            frase.pezzi,
            [
                pezzo(false, vec![campo("nome")]),
                pezzo(true, vec![testo(", "), campo("ruolo")]),
                pezzo(false, vec![testo(" e basta")]),
            ]
        );
        assert_eq!(frase.campi().collect::<Vec<_>>(), ["nome", "ruolo"]);
        for wrong in ["{nome", "nome}", "[{nome}", "{nome}]", "[a [b]]"] {
            assert!(Frase::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
