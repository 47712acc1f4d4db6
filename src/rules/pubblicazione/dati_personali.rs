//! PUB-006.

use std::ops::RangeInclusive;

use crate::rules::prosa::{self, giorni};
use crate::rules::{Contesto, Report};

/// Years in which somebody was born whose data may be in a plan.
const VIVENTI: RangeInclusive<i16> = 1920..=2010;
/// What makes of a date the date of an act.
const ATTI: &[&str] = &["legge", "decret", "d.lgs", "d.p.r", "d.m", "deliber", "regolament"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for testo in &contesto.piano.testi {
        let text = testo.piana.as_str();
        let found = if testo.testo.split(|c: char| !c.is_alphanumeric()).any(is_personal_code) {
            "il codice fiscale di una persona"
        } else if is_birth(text) {
            "data e luogo di nascita di una persona"
        } else if is_home(&testo.testo) {
            "la residenza di una persona"
        } else {
            continue;
        };
        report
            .within(testo, format!("il testo riporta {found}"))
            .label("il piano è pubblico: bastano il ruolo e, dove serve, il nome")
            .help("togli il dato");
    }
}

/// Whether a word has the shape of a person's tax code, `RSSMRA80A01H501U`.
fn is_personal_code(word: &str) -> bool {
    const SHAPE: &str = "AAAAAA00M00A000A";
    word.len() == SHAPE.len()
        && word.chars().zip(SHAPE.chars()).all(|(c, shape)| match shape {
            'A' => c.is_ascii_alphabetic(),
            'M' => "ABCDEHLMPRST".contains(c.to_ascii_uppercase()),
            _ => c.is_ascii_digit(),
        })
}

/// «nata a Prova il 3 marzo 1980», «nato il 03/03/1980 a Prova»: a sentence that goes on with a place
/// or a day, not «nato con la legge 7 agosto 1990».
fn is_birth(text: &str) -> bool {
    text.contains("nat")
        && ["nato", "nata"].into_iter().flat_map(|words| prosa::dopo(text, words, 70)).any(
            |after| {
                let sentence = after.split(['.', ';']).next().unwrap_or_default().trim_start();
                let personal = ["a ", "il ", "l'"].iter().any(|start| sentence.starts_with(start));
                let of_an_act = ATTI.iter().any(|act| sentence.contains(act));
                let days = giorni(sentence);
                personal && !of_an_act && days.iter().any(|day| VIVENTI.contains(&day.year()))
            },
        )
}

/// «Residente a Prova in via Roma 4», not «residente in via esclusiva»: streets have a capital.
fn is_home(text: &str) -> bool {
    const HOME: &str = "esidente";
    let streets = [" in via ", " in viale ", " in piazza ", " in corso "];
    if !text.contains(HOME) {
        return false;
    }
    let sentences = text.split(['.', ';', '\n']).filter_map(|sentence| {
        let at = sentence.find(HOME)?;
        Some(&sentence[at..])
    });
    sentences.into_iter().any(|after| {
        streets.iter().flat_map(|street| after.match_indices(street)).any(|(at, street)| {
            after[at + street.len()..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        })
    })
}
