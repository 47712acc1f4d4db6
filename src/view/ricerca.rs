//! The index of a document's words: every form of a word that stands in it, the word that it is a form
//! of, and where that word stands. Accents and capitals do not count.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use super::document::Documento;
use super::voci::{self, Voce};

/// Words of three letters or fewer count only as abbreviations, in capitals.
const LUNGHE: usize = 4;
/// Longer words that stand everywhere and say nothing.
pub const VUOTE: &[&str] = &[
    "agli", "alla", "alle", "allo", "anche", "anno", "anni", "come", "cosa", "cui", "dagli",
    "dalla", "dalle", "degli", "della", "delle", "dello", "dopo", "dove", "ecco", "entro",
    "essere", "fino", "hanno", "loro", "negli", "nella", "nelle", "nello", "ogni", "oltre",
    "quale", "quali", "quando", "quello", "questa", "queste", "questi", "questo", "sempre",
    "senza", "sono", "stato", "sugli", "sulla", "sulle", "tutti", "tutte", "tutto", "verso",
];

/// How much it weighs that a word stands somewhere.
pub mod peso {
    /// Under the name.
    pub const TESTO: u8 = 1;
    /// In what the thing is.
    pub const GENERE: u8 = 2;
    /// In the name or in the code.
    pub const NOME: u8 = 3;
}

/// The index.
#[derive(Debug, Default)]
pub struct Indice {
    /// What can be found.
    pub voci: Vec<Voce>,
    /// Every form of a word, and the word that it is a form of, by its place.
    pub forme: BTreeMap<String, usize>,
    /// Every word: the things that say it, by their place, each with what that weighs.
    pub parole: Vec<BTreeMap<usize, u8>>,
}

/// The index of a document.
#[must_use]
pub fn indice(document: &Documento) -> Indice {
    let mut maker = Maker::new();
    let voci = voci::voci(document);
    for (at, voce) in voci.iter().enumerate() {
        for form in every_form(&voce.codice) {
            maker.add(form, at, peso::NOME);
        }
        for (text, peso) in [
            (&voce.nome, peso::NOME),
            (&voce.genere, peso::GENERE),
            (&voce.dove, peso::TESTO),
            (&voce.testo, peso::TESTO),
        ] {
            for form in forms(text) {
                maker.add(form, at, peso);
            }
        }
    }
    for (word, meant) in &document.sinonimi {
        maker.mean(word, meant);
    }
    Indice { voci, ..maker.indice }
}

/// The forms of the words of a text that are worth looking for.
fn forms(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let says = |word: &&str| {
        let is_sign = word.chars().any(char::is_numeric) || word.chars().all(char::is_uppercase);
        is_sign || word.chars().count() >= LUNGHE
    };
    let form = |word: &str| piana(word).chars().filter(char::is_ascii_alphanumeric).collect();
    let is_full = |form: &String| !form.is_empty() && !VUOTE.contains(&form.as_str());
    words.filter(says).map(form).filter(is_full)
}

/// The forms of all the pieces of a code, short ones too.
fn every_form(code: &str) -> Vec<String> {
    let plain = piana(code);
    let pieces = plain.split(|c: char| !c.is_ascii_alphanumeric());
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// A text in small letters without accents.
#[must_use]
pub fn piana(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

struct Maker {
    stemmer: Stemmer,
    stems: BTreeMap<String, usize>,
    indice: Indice,
}

impl Maker {
    fn new() -> Self {
        let stemmer = Stemmer::create(Algorithm::Italian);
        Self { stemmer, stems: BTreeMap::new(), indice: Indice::default() }
    }

    /// The place of the word that a form is of.
    fn word(&mut self, form: String) -> usize {
        if let Some(known) = self.indice.forme.get(&form) {
            return *known;
        }
        let stem = self.stemmer.stem(&form).into_owned();
        let next = self.indice.parole.len();
        let word = *self.stems.entry(stem).or_insert(next);
        if word == next {
            self.indice.parole.push(BTreeMap::new());
        }
        self.indice.forme.insert(form, word);
        word
    }

    fn add(&mut self, form: String, at: usize, peso: u8) {
        let word = self.word(form);
        let own = self.indice.parole[word].entry(at).or_insert(peso);
        *own = peso.max(*own);
    }

    /// Finds by a word what other words say, when the document has them.
    fn mean(&mut self, word: &str, meant: &[String]) {
        let known = meant.iter().filter_map(|meant| self.indice.forme.get(&piana(meant)));
        let places = known.flat_map(|word| self.indice.parole[*word].keys());
        let places: BTreeSet<usize> = places.copied().collect();
        for at in places {
            self.add(piana(word), at, peso::TESTO);
        }
    }
}
