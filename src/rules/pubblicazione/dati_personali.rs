//! PUB-006.

use std::ops::RangeInclusive;

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::giorni;
use crate::rules::prosa;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PUB-006",
    name: "dati-personali",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dlgs-33-2013 art. 7-bis", "gdpr art. 5"],
    summary: "Il piano non contiene codici fiscali, nascita o residenza di persone.",
    page: include_str!("dati_personali.md"),
    check: Check::Piano(check),
};

/// Years in which somebody was born whose data may be in a plan.
const VIVENTI: RangeInclusive<i16> = 1920..=2010;
/// What makes of «in via» a way of doing.
const MODI: &[&str] =
    &["esclusiva", "eccezionale", "permanente", "principale", "provvisoria", "temporanea"];

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for testo in &contesto.piano.testi {
        let text = testo.piana.as_str();
        let found = if testo.testo.split(|c: char| !c.is_alphanumeric()).any(is_personal_code) {
            "il codice fiscale di una persona"
        } else if is_birth(text) {
            "data e luogo di nascita di una persona"
        } else if is_home(text) {
            "la residenza di una persona"
        } else {
            continue;
        };
        report
            .at(testo.luogo, &testo.campo, format!("il testo riporta {found}"))
            .label("il piano è pubblico: bastano il ruolo e, dove serve, il nome")
            .help("togli il dato");
    }
}

/// Whether a word has the shape of a person's tax code, `RSSMRA80A01H501U`.
fn is_personal_code(word: &str) -> bool {
    const SHAPE: &str = "AAAAAA00M00A000A";
    word.chars().count() == 16
        && word.chars().zip(SHAPE.chars()).all(|(c, shape)| match shape {
            'A' => c.is_ascii_alphabetic(),
            'M' => "ABCDEHLMPRST".contains(c.to_ascii_uppercase()),
            _ => c.is_ascii_digit(),
        })
}

/// «nata a Prova il 3 marzo 1980», «nato il 03/03/1980 a Prova».
fn is_birth(text: &str) -> bool {
    ["nato", "nata"]
        .into_iter()
        .flat_map(|words| prosa::dopo(text, words, 70))
        .any(|after| giorni(after).iter().any(|day| VIVENTI.contains(&day.year())))
}

/// «residente a Prova in via Roma 4», not «residente in via esclusiva».
fn is_home(text: &str) -> bool {
    let streets = ["in via ", "in viale ", "in piazza ", "in corso "];
    prosa::dopo(text, "residente", 70).any(|after| {
        let names = streets.iter().filter_map(|street| after.split_once(street));
        names.into_iter().any(|(_, name)| !MODI.iter().any(|mode| name.starts_with(mode)))
    })
}
