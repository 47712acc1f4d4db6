//! PUB-006.

use crate::diag::Severity;
use crate::norma::Fiducia;
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

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for testo in &contesto.piano.testi {
        let text = prosa::piana(&testo.testo);
        let found = if testo.testo.split(|c: char| !c.is_alphanumeric()).any(is_personal_code) {
            "il codice fiscale di una persona"
        } else if is_birth(&text) {
            "data e luogo di nascita di una persona"
        } else if ["residente in via ", "residente in piazza ", "residente in viale "]
            .iter()
            .any(|words| text.contains(words))
        {
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

/// «nata a Prova il 3 marzo 1980».
fn is_birth(text: &str) -> bool {
    ["nato a ", "nata a "].iter().flat_map(|words| prosa::dopo(text, words.trim_end(), 40)).any(
        |after| {
            after
                .split_once(" il ")
                .is_some_and(|(_, day)| day.starts_with(|c: char| c.is_ascii_digit()))
        },
    )
}
