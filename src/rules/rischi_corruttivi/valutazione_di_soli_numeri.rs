//! RCT-014.

use crate::rules::{Contesto, Report};

/// Words that name a score and say nothing of the facts.
const OF_SCORES: &[&str] = &[
    "probabilità",
    "probabilita",
    "impatto",
    "livello",
    "rischio",
    "valore",
    "valutazione",
    "indice",
    "punteggio",
    "punti",
    "totale",
    "media",
    "prodotto",
    "somma",
    "scala",
    "esposizione",
    "prob",
    "imp",
    "per",
    "pari",
    "uguale",
    "della",
    "del",
    "dell",
    "alla",
    "con",
    "sono",
    "liv",
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for evento in piano.eventi_rischiosi() {
        let Some(motivazione) = &evento.motivazione else { continue };
        if is_only_a_score(motivazione, &piano.rischi_corruttivi.scala) {
            report
                .at(
                    evento.luogo,
                    "motivazione",
                    format!(
                        "il livello del rischio «{}» è motivato solo con un punteggio",
                        evento.descrizione
                    ),
                )
                .label("su quali fatti poggia?");
        }
    }
}

/// Whether a text has figures, and no words but those of scores and levels.
fn is_only_a_score(text: &str, scala: &[String]) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 2);
    let says_nothing = words.all(|word| {
        let is_level = |level: &String| level.to_lowercase().split_whitespace().any(|w| w == word);
        OF_SCORES.contains(&word) || scala.iter().any(is_level)
    });
    says_nothing && lower.contains(|c: char| c.is_ascii_digit())
}
