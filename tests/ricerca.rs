//! The search of the site: whoever looks for a thing by its name, its code or a word of his own finds it.

use std::collections::{BTreeMap, BTreeSet};

use piao::view::ricerca::{Indice, VUOTE, indice, peso, piana};
use piao::view::voci::Voce;
use serde_json::Value;

use crate::support::{Built, all_built, built};

/// The forms by which the script understands a word: the same, another ending, a beginning.
fn meant(index: &Indice, word: &str) -> BTreeSet<usize> {
    let vowels = |c: char| "aeiou".contains(c);
    let root = word.trim_end_matches(vowels);
    let is_ending =
        |rest: &str| rest.len() <= 4 && rest.trim_start_matches('h').chars().all(vowels);
    let fits =
        |form: &str| form.starts_with(word) || form.strip_prefix(root).is_some_and(is_ending);
    index.forme.iter().filter(|(form, _)| fits(form)).map(|(_, word)| *word).collect()
}

/// What says all the words of a question, the best first.
fn found<'a>(index: &'a Indice, question: &str) -> Vec<&'a Voce> {
    let plain = piana(question);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let is_full = |word: &&str| {
        let says = word.len() > 3 || index.forme.contains_key(*word);
        !word.is_empty() && says && !VUOTE.contains(word)
    };
    let full: Vec<&str> = words.filter(is_full).collect();
    let is_long = |word: &&str| word.len() > 3 || word.contains(|c: char| c.is_ascii_digit());
    let long: Vec<&str> = full.iter().copied().filter(is_long).collect();
    let mut points: BTreeMap<usize, (usize, u32)> = BTreeMap::new();
    let mut asked = 0;
    for word in if long.is_empty() { full } else { long } {
        asked += 1;
        let mut here: BTreeMap<usize, u8> = BTreeMap::new();
        for word in meant(index, word) {
            for (place, peso) in &index.parole[word] {
                let best = here.entry(*place).or_insert(*peso);
                *best = (*best).max(*peso);
            }
        }
        for (place, peso) in here {
            let own = points.entry(place).or_insert((0, 0));
            *own = (own.0 + 1, own.1 + u32::from(peso));
        }
    }
    let mut places: Vec<(usize, u32)> = points
        .into_iter()
        .filter(|(_, (words, _))| *words == asked)
        .map(|(place, (_, points))| (place, points))
        .collect();
    places.sort_by_key(|(place, points)| (u32::MAX - points, *place));
    places.into_iter().map(|(place, _)| &index.voci[place]).collect()
}

fn asset<'a>(example: &'a Built, path: &str) -> &'a str {
    let found = example.artifacts.iter().find(|artifact| artifact.path == path);
    let found = found.unwrap_or_else(|| panic!("{}: no {path}", example.name));
    std::str::from_utf8(&found.bytes).expect("text")
}

#[test]
fn every_record_is_found_by_its_name_and_by_its_code() {
    for example in all_built() {
        let index = indice(&example.document);
        let mut coded = 0;
        for voce in &index.voci {
            let by_name = found(&index, &voce.nome);
            assert!(by_name.contains(&voce), "{}: no «{}»", example.name, voce.nome);
            if !voce.codice.is_empty() {
                coded += 1;
                let by_code = found(&index, &voce.codice);
                assert!(by_code.contains(&voce), "{}: no «{}»", example.name, voce.codice);
            }
        }
        assert!(index.voci.len() > 40 && coded > 10, "{}: {coded}", example.name);
    }
}

#[test]
fn the_words_of_a_citizen_find_what_the_plan_calls_otherwise() {
    let province = indice(&built()[0].document);
    for (word, expected) in [
        ("strada", "strad"),
        ("strade", "strad"),
        ("scuole", "scuol"),
        ("asilo", "scuol"),
        ("concorso", "assun"),
        ("tangente", "corru"),
        ("mazzetta", "corru"),
        ("lavoro", "lavor"),
        ("bilancio", "bilancio"),
        ("corruzione", "corru"),
        ("formazione", "formazion"),
        ("disabili", "disabil"),
        ("appalto", "contratt"),
        ("neve", "strad"),
        ("computer", "digital"),
    ] {
        let found = found(&province, word);
        let says = |voce: &&Voce| {
            let all = [&*voce.nome, &*voce.genere, &*voce.dove, &*voce.testo].join(" ");
            piana(&all).contains(expected)
        };
        let best: Vec<&str> = found.iter().take(10).map(|voce| voce.nome.as_str()).collect();
        assert!(found.iter().take(10).any(says), "{word}: {best:?}");
    }
    assert!(found(&province, "dromedario").is_empty());
}

#[test]
fn a_name_weighs_more_than_what_stands_under_it() {
    let index = indice(&built()[0].document);
    let first = found(&index, "formazione")[0];
    assert!(piana(&first.nome).contains("formazion"), "{}", first.nome);
    const { assert!(peso::NOME > peso::GENERE && peso::GENERE > peso::TESTO) };
}

#[test]
fn the_words_of_those_who_search_are_whole_and_lead_somewhere() {
    let law = piao::law::Law::embedded();
    assert!(law.ricerca.len() > 30);
    let mut said = BTreeSet::new();
    for example in all_built() {
        said.extend(indice(&example.document).forme.into_keys());
    }
    for (word, meant) in &law.ricerca {
        assert!(!word.contains(' ') && piana(word) == *word, "«{word}» is not a plain word");
        assert!(!meant.is_empty() && !meant.contains(word), "{word}");
        assert!(meant.iter().any(|own| said.contains(&piana(own))), "«{word}» leads nowhere");
    }
}

#[test]
fn the_page_lists_every_name_and_code_and_the_index_leads_to_pages_that_are_there() {
    for example in all_built() {
        let index = indice(&example.document);
        let page = asset(example, "sito/cerca.html");
        let script = asset(example, "sito/ricerca-indice.js");
        let data = script.strip_prefix("var indiceDelPiano = ").and_then(|s| s.strip_suffix(";\n"));
        let data: Value = serde_json::from_str(data.expect("a script that says it")).expect("JSON");
        let voci = data["voci"].as_array().expect("things");
        assert_eq!(voci.len(), index.voci.len());
        for (voce, shown) in index.voci.iter().zip(voci) {
            let href = shown[0].as_str().expect("an address");
            let file = href.split('#').next().expect("a page");
            asset(example, &format!("sito/{file}"));
            assert!(
                page.contains(&format!("href=\"{href}\"")),
                "{}: «{}»",
                example.name,
                voce.nome
            );
        }
        assert_eq!(data["forme"].as_str().expect("words").split(' ').count(), index.forme.len());
        assert_eq!(data["luoghi"].as_array().expect("places").len(), index.parole.len());
        let links = example
            .artifacts
            .iter()
            .filter(|a| a.path.ends_with(".html") && a.path.starts_with("sito/"));
        for page in links {
            let text = std::str::from_utf8(&page.bytes).expect("text");
            assert!(text.contains("cerca.html\""), "{}: no way to the search", page.path);
        }
    }
}
