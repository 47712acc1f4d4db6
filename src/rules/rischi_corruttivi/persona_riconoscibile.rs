//! RCT-033.

use crate::rules::{Contesto, Report};

/// Beginnings of the words that tell of such facts.
const FACTS: &[&str] = &[
    "disciplinar",
    "penale",
    "penalmente",
    "indagat",
    "imputat",
    "condann",
    "arrest",
    "licenzia",
    "peculato",
];
/// What stands before a person's name.
const TITLES: &[&str] = &[
    "sig.", "sig.ra", "sig.na", "signor", "signora", "dott.", "dott.ssa", "dr.", "geom.", "ing.",
    "arch.", "avv.", "rag.", "prof.", "prof.ssa",
];

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] =
    &["art.", "artt.", "c.", "c.p.", "c.p.p.", "d.lgs.", "d.l.", "l.", "lett.", "n.", "nn."];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    let long = rischi.testi().into_iter().map(|(campo, text)| (rischi.luogo, campo, text));
    let reasons = piano
        .eventi_rischiosi()
        .filter_map(|evento| Some((evento.luogo, "motivazione", evento.motivazione.as_deref()?)));
    for (luogo, campo, text) in long.chain(reasons) {
        if names_somebody(text) {
            report
                .at(luogo, campo, "una frase su fatti disciplinari o penali nomina una persona")
                .label("se vi è coinvolta, racconta il fatto senza il nome");
        }
    }
}

/// Whether a sentence tells of such facts and names somebody.
fn names_somebody(text: &str) -> bool {
    let (mut facts, mut person, mut after_title) = (false, false, false);
    for token in text.split_whitespace() {
        let word = token.to_lowercase();
        let word = word.rsplit(['’', '\'', '(', '«']).next().unwrap_or_default();
        facts |= FACTS.iter().any(|start| word.starts_with(start))
            || word.trim_end_matches(|c: char| !c.is_alphabetic()) == "penali";
        person |= after_title && token.starts_with(char::is_uppercase);
        after_title = TITLES.contains(&word);
        if facts && person {
            return true;
        }
        let closes = token.ends_with(['.', ';', '!', '?']) && !ABBREVIATIONS.contains(&word);
        if closes && !after_title {
            (facts, person) = (false, false);
        }
    }
    false
}
