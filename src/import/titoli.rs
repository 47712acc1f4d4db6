//! What a heading opens: its number and its words against the titles of the law, and against those
//! that offices use for them.

use super::ambiti::{Ambito, ambiti};
use crate::law::colonna::titolo as chiave;
use crate::law::{Base, Law};
use crate::suggest;

/// Words that announce a number, and say nothing else.
const ANNUNCI: &[&str] =
    &["sezione", "sottosezione", "sotto-sezione", "parte", "capitolo", "paragrafo", "cap", "sez"];
/// Letters of the longest word that is not worth correcting.
const CORTA: usize = 4;

/// What a heading opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meta {
    /// A section, or what holds sub-sections.
    Sezione,
    /// A sub-section, by its place in the law.
    Sottosezione(usize),
    /// A record of a sub-section, by its keys.
    Gruppo(usize, String),
    /// A text, by the keys that lead to it.
    Testo(usize, String),
    /// A list of records, by its key.
    Elenco(usize, String),
    /// No part of a plan.
    DaParte,
}

impl Meta {
    /// The sub-section that it is of.
    pub(super) fn part(&self) -> Option<usize> {
        match self {
            Self::Sottosezione(part)
            | Self::Gruppo(part, _)
            | Self::Testo(part, _)
            | Self::Elenco(part, _) => Some(*part),
            Self::Sezione | Self::DaParte => None,
        }
    }
}

/// What is known of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Esito {
    Certo(Meta),
    /// It may open any of these.
    Incerto(Vec<Meta>),
    Ignoto,
}

/// Where the heading stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Contesto<'a> {
    /// The sub-section that is open.
    pub(super) part: Option<usize>,
    /// The record of it that is open.
    pub(super) gruppo: Option<&'a str>,
    /// Whether the heading is inside it, rather than beside it.
    pub(super) dentro: bool,
}

/// The titles that are known.
pub(super) struct Titoli<'a> {
    law: &'a Law,
    nomi: Vec<(Vec<String>, Meta)>,
}

impl<'a> Titoli<'a> {
    pub(super) fn new(law: &'a Law) -> Self {
        let mut titoli = Self { law, nomi: Vec::new() };
        let own = &law.importazione;
        for name in &own.da_parte {
            titoli.add(name, &Meta::DaParte);
        }
        for (index, part) in law.sottosezioni.iter().enumerate() {
            let others = own.titoli.get(&part.chiave).into_iter().flatten();
            for name in [&part.titolo].into_iter().chain(others) {
                titoli.add(name, &Meta::Sottosezione(index));
            }
        }
        // A section of one sub-section is called as this: it is the sub-section.
        for sezione in &law.sezioni {
            titoli.add(&sezione.titolo, &Meta::Sezione);
        }
        for Ambito { part, path, campo, dentro } in ambiti(law) {
            let meta = match &campo.forma.base {
                Base::Testo if !campo.forma.elenco => Meta::Testo(part, path.clone()),
                Base::Record(_) if campo.forma.elenco => Meta::Elenco(part, path.clone()),
                Base::Record(_) if dentro.is_none() => Meta::Gruppo(part, path.clone()),
                _ => continue,
            };
            let is_part = |key: &str| law.sottosezioni.iter().any(|own| own.chiave == key);
            let others = own.titoli.get(&path).filter(|_| !is_part(&path)).into_iter().flatten();
            for name in [&campo.chiave, &campo.etichetta].into_iter().chain(others) {
                titoli.add(name, &meta);
            }
        }
        titoli
    }

    fn add(&mut self, name: &str, meta: &Meta) {
        let words = self.words(name);
        if !words.is_empty() {
            self.nomi.push((words, meta.clone()));
        }
    }

    /// The words of a title that tell it from others, in the order of the alphabet.
    fn words(&self, title: &str) -> Vec<String> {
        let empty = &self.law.importazione.vuote;
        let key = chiave(&title.replace(['’', '\''], " "));
        let mut words: Vec<String> = key
            .split('_')
            .filter(|word| !empty.iter().any(|own| own == word))
            .map(str::to_owned)
            .collect();
        words.retain(|word| !word.is_empty());
        words.sort();
        words.dedup();
        words
    }

    /// What a heading without its number opens, where it stands.
    pub(super) fn cerca(&self, title: &str, contesto: Contesto<'_>) -> Esito {
        let words = self.words(title);
        if words.is_empty() {
            return Esito::Ignoto;
        }
        let mut found = self.with(&words, |a, b| a == b);
        if found.is_empty() {
            found = self.of_part(&words);
        }
        if found.is_empty() {
            found = self.with(&words, alike);
        }
        choose(found, words.len(), contesto)
    }

    fn with(&self, words: &[String], same: fn(&[String], &[String]) -> bool) -> Vec<Meta> {
        let own = self.nomi.iter().filter(|(name, _)| same(name, words));
        let mut found: Vec<Meta> = own.map(|(_, meta)| meta.clone()).collect();
        found.dedup();
        found
    }

    /// What words mean that say a sub-section and something of it: «rischi, contesto esterno».
    fn of_part(&self, words: &[String]) -> Vec<Meta> {
        let mut found = Vec::new();
        for (name, meta) in &self.nomi {
            let (Meta::Testo(part, path) | Meta::Elenco(part, path)) = meta else { continue };
            let holders = [self.law.sottosezioni[*part].chiave.as_str(), path];
            let names: Vec<&str> = holders.iter().flat_map(|own| own.split(['_', '.'])).collect();
            let (rest, said): (Vec<&String>, Vec<&String>) =
                words.iter().partition(|word| name.contains(word));
            let is_all = rest.len() == name.len();
            if is_all && !said.is_empty() && said.iter().all(|word| names.contains(&word.as_str()))
            {
                found.push(meta.clone());
            }
        }
        found.dedup();
        found
    }
}

/// Whether two titles are one, but for slips of the pen.
fn alike(name: &[String], words: &[String]) -> bool {
    let slip = |a: &String, b: &String| {
        a == b
            || (a.len().min(b.len()) > CORTA
                && suggest::nearest(a, std::iter::once(b.as_str())).is_some())
    };
    name.len() == words.len() && name.iter().all(|a| words.iter().any(|b| slip(a, b)))
}

/// What a heading means of all that it may mean.
fn choose(found: Vec<Meta>, words: usize, contesto: Contesto<'_>) -> Esito {
    let Contesto { part, gruppo, dentro } = contesto;
    let is_part =
        |meta: &Meta| matches!(meta, Meta::Sottosezione(_) | Meta::Sezione | Meta::DaParte);
    let here = |meta: &&Meta| !is_part(meta) && part.is_some() && meta.part() == part;
    let in_group = |meta: &&Meta| match (meta, gruppo) {
        (Meta::Testo(_, path), Some(own)) => path.starts_with(&format!("{own}.")),
        _ => false,
    };
    let is_text = |meta: &&Meta| matches!(meta, Meta::Testo(..));
    let high = found.iter().find(|meta| is_part(meta));
    let near = found.iter().find(in_group);
    let own: Vec<&Meta> = found.iter().filter(here).collect();
    let near = near.or_else(|| match own.as_slice() {
        [] => None,
        [only] => Some(only),
        // A text and a list of one name: the table says by itself which list it is.
        many => many.iter().find(|meta| is_text(meta)).or(many.first()).copied(),
    });
    let (first, second) = if dentro { (near, high) } else { (high, near) };
    if let Some(meta) = first.or(second) {
        return Esito::Certo(meta.clone());
    }
    match found.as_slice() {
        [] => Esito::Ignoto,
        // One word alone may mean something else where nothing else says so.
        [only] if words > 1 || part.is_none() => Esito::Certo(only.clone()),
        many if many.iter().all(|meta| meta.part() == many[0].part())
            && many.iter().filter(is_text).count() == 1 =>
        {
            let text = many.iter().find(is_text).unwrap_or(&many[0]);
            Esito::Certo(text.clone())
        }
        _ => Esito::Incerto(found),
    }
}

/// A heading as its number and the rest: «Sottosezione 2.3 – Rischi» is `2.3` and «Rischi».
pub(super) fn numero(title: &str) -> (String, &str) {
    let mut rest = title.trim();
    let mut announced = false;
    let mut number = String::new();
    loop {
        let word = rest.split([' ', '\u{a0}']).next().unwrap_or("");
        let bare = word.trim_end_matches(['.', ':', ')', '-', '–', '—']);
        let is_announce =
            ANNUNCI.contains(&bare.to_lowercase().as_str()) && bare.len() < rest.len();
        let is_number = !bare.is_empty()
            && bare.starts_with(|c: char| c.is_ascii_digit())
            && bare.chars().all(|c| c.is_ascii_digit() || c == '.')
            && bare.len() < 12
            && bare.split('.').next().is_some_and(|first| first.len() < 3);
        let is_roman = announced && !bare.is_empty() && bare.chars().all(|c| "IVX".contains(c));
        if is_announce {
            announced = true;
        } else if number.is_empty() && (is_number || is_roman) {
            bare.trim_end_matches('.').clone_into(&mut number);
        } else if !bare.is_empty() || word.is_empty() {
            return (number, rest);
        }
        rest = rest[word.len()..]
            .trim_start_matches([' ', '\u{a0}', '.', ':', '-', '–', '—', ')', '/']);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(title: &str, contesto: Contesto<'_>) -> String {
        let law = Law::embedded();
        let (_, rest) = numero(title);
        match Titoli::new(law).cerca(rest, contesto) {
            Esito::Certo(Meta::Sottosezione(part)) => law.sottosezioni[part].numero.clone(),
            Esito::Certo(Meta::Testo(_, path) | Meta::Elenco(_, path) | Meta::Gruppo(_, path)) => {
                path
            }
            Esito::Certo(meta) => format!("{meta:?}"),
            Esito::Incerto(many) => format!("{} forse", many.len()),
            Esito::Ignoto => String::new(),
        }
    }

    #[test]
    fn a_number_is_taken_off() {
        for (title, number, rest) in [
            ("2.3 Rischi corruttivi", "2.3", "Rischi corruttivi"),
            ("SOTTOSEZIONE 2.2 – PERFORMANCE", "2.2", "PERFORMANCE"),
            ("Sezione 2", "2", ""),
            ("SEZIONE II: Valore pubblico", "II", "Valore pubblico"),
            ("3.3.2. Formazione", "3.3.2", "Formazione"),
            ("Premessa", "", "Premessa"),
            ("2027 in cifre", "", "2027 in cifre"),
            ("Sezioni", "", "Sezioni"),
        ] {
            assert_eq!(numero(title), (number.to_owned(), rest), "{title}");
        }
    }

    #[test]
    fn a_heading_is_known_however_it_is_numbered_or_called() {
        let free = Contesto::default();
        for (title, what) in [
            ("2.4 Rischi corruttivi e trasparenza", "2.3"),
            ("SOTTOSEZIONE 2.3 – PREVENZIONE DELLA CORRUZIONE E TRASPARENZA", "2.3"),
            ("3.1 Valore Pubblico", "2.1"),
            ("3.2 Formazione del personale", "formazione"),
            ("2.3 Piano delle azioni positive", "azioni_positive"),
            ("1 Identità dell’amministrazione", "1"),
            ("Struttura organizativa", "3.1"),
            ("Premessa", "piao.premessa"),
            ("Indice", "DaParte"),
            ("rischi-contesto-esterno", "rischi_corruttivi.contesto_esterno"),
            ("lavoro-agile-strategia", "lavoro_agile.strategia"),
            ("contesto-esterno", "2 forse"),
            ("Le sfide che ci attendono", ""),
        ] {
            assert_eq!(meta(title, free), what, "{title}");
        }
    }

    #[test]
    fn where_a_heading_stands_says_what_it_means() {
        let law = Law::embedded();
        let part = |number: &str| law.sottosezioni.iter().position(|own| own.numero == number);
        let inside = |number| Contesto { part: part(number), gruppo: None, dentro: true };
        assert_eq!(meta("Contesto esterno", inside("2.3")), "rischi_corruttivi.contesto_esterno");
        assert_eq!(
            meta("Analisi del contesto esterno", inside("2.1")),
            "valore_pubblico.contesto_esterno"
        );
        assert_eq!(
            meta("Rischi corruttivi e trasparenza", inside("4")),
            "monitoraggio.rischi_corruttivi"
        );
        let beside = Contesto { dentro: false, ..inside("4") };
        assert_eq!(meta("Rischi corruttivi e trasparenza", beside), "2.3");
    }
}
