//! The words of the plan: the index that the script searches, and the page that lists the names from A
//! to Z.

use std::collections::BTreeMap;

use minijinja::context;
use minijinja::value::Value;
use serde_json::json;

use super::italian;
use super::places::Places;
use crate::render::LayoutError;
use crate::view::ricerca::{self, Indice};
use crate::view::voci::Voce;

/// The page.
pub(super) const CERCA: &str = "cerca.html";
/// The index, a script that only says it.
pub(super) const INDICE: &str = "ricerca-indice.js";

/// The index as the script reads it. Of each thing: address, name, code, what it is, what it stands in,
/// section, words. The forms of the words in order, the word of each form, the places of each word: the
/// thing, times four, and what it weighs.
pub(super) fn index(indice: &Indice, places: &Places) -> Result<String, LayoutError> {
    let mut voci = Vec::new();
    for voce in &indice.voci {
        let href = places.href(&voce.id, CERCA).map_err(italian)?;
        let Voce { nome, codice, genere, dove, sezione, testo, .. } = voce;
        voci.push(json!([href, nome, codice, genere, dove, sezione, testo]));
    }
    let forme: Vec<&str> = indice.forme.keys().map(String::as_str).collect();
    let parola: Vec<&usize> = indice.forme.values().collect();
    let place = |(voce, peso): (&usize, &u8)| voce * 4 + usize::from(*peso);
    let luoghi: Vec<Vec<usize>> =
        indice.parole.iter().map(|places| places.iter().map(place).collect()).collect();
    let data = json!({
        "voci": voci,
        "vuote": ricerca::VUOTE.join(" "),
        "forme": forme.join(" "),
        "parola": parola,
        "luoghi": luoghi,
    });
    Ok(format!("var indiceDelPiano = {data};\n"))
}

/// The names by letter, then the codes.
pub(super) fn context(indice: &Indice) -> Value {
    let mut letters: BTreeMap<String, Vec<(String, &Voce)>> = BTreeMap::new();
    for voce in &indice.voci {
        let plain = ricerca::piana(&voce.nome);
        let plain = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = plain.chars().next().filter(|c| c.is_alphabetic());
        let letter = first.map_or_else(|| "0-9".into(), |c| c.to_uppercase().to_string());
        letters.entry(letter).or_default().push((plain.to_owned(), voce));
    }
    let group = |(lettera, mut voci): (String, Vec<(String, &Voce)>)| {
        voci.sort_by(|(one, _), (two, _)| one.cmp(two));
        let voci: Vec<Value> = voci.into_iter().map(|(_, voce)| entry(voce)).collect();
        context! { lettera, voci }
    };
    let gruppi: Vec<Value> = letters.into_iter().map(group).collect();
    let mut codici: Vec<&Voce> =
        indice.voci.iter().filter(|voce| !voce.codice.is_empty()).collect();
    codici.sort_by_key(|voce| ricerca::piana(&voce.codice));
    let codici: Vec<Value> = codici.into_iter().map(entry).collect();
    context! { gruppi, codici, indice => INDICE }
}

fn entry(voce: &Voce) -> Value {
    let Voce { id, nome, codice, genere, dove, .. } = voce;
    let said = if genere.is_empty() { dove } else { genere };
    let detto: Vec<&str> =
        [said, codice].into_iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
    context! { id, nome, codice, detto => detto.join(", ") }
}
