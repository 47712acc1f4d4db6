//! RCT-034.

use crate::rules::prosa;
use crate::rules::{Contesto, Report};

/// The year of the national plan in force, and the first year of the plans that follow it.
const IN_FORCE: i16 = 2025;
const SINCE: i16 = 2026;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    let Some(anni) = piano.anni().filter(|anni| *anni.start() >= SINCE) else { return };
    let cited: Vec<(&str, i16)> = rischi
        .testi()
        .into_iter()
        .flat_map(|(campo, text)| years(text).into_iter().map(move |year| (campo, year)))
        .collect();
    let Some((campo, year)) = cited.iter().max_by_key(|(_, year)| *year) else { return };
    if *year < IN_FORCE {
        let (from, to) = (anni.start(), anni.end());
        report
            .at(
                rischi.luogo,
                campo,
                format!(
                    "è citato il piano nazionale anticorruzione del {year}, ma per il triennio \
                     {from}-{to} vale quello del {IN_FORCE}"
                ),
            )
            .label("parti dal piano nazionale in vigore; gli altri si citano accanto");
    }
}

/// Words that may stand between the name of a plan and its year.
const BETWEEN: &[&str] =
    &["", "del", "dell'anac", "anac", "e", "aggiornato", "aggiornamento", "al"];

/// The years of the national plans that a text cites: «PNA 2022», «piano nazionale
/// anticorruzione 2025».
fn years(text: &str) -> Vec<i16> {
    let lower = prosa::piana(text);
    let mut found = Vec::new();
    for name in ["pna", "nazionale anticorruzione"] {
        for at in prosa::places(&lower, name) {
            let words = lower[at + name.len()..]
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            let near = words.take_while(|word| BETWEEN.contains(word) || year(word).is_some());
            found.extend(near.filter_map(year));
        }
    }
    found
}

/// `2022`, or the first of `2022-2024`.
fn year(word: &str) -> Option<i16> {
    let first = word.split(['-', '/']).next()?;
    first.parse().ok().filter(|year| (2013..2100).contains(year))
}
