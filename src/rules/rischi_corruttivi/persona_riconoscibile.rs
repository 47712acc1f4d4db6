//! RCT-033.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-033",
    name: "persona-riconoscibile",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["gdpr", "dlgs-33-2013 art. 7-bis"],
    summary: "Il piano non dice chi è coinvolto in fatti disciplinari o penali.",
    page: include_str!("persona_riconoscibile.md"),
    check: Check::Piano(check),
};

/// Beginnings of the words that tell of such facts.
const FACTS: &[&str] =
    &["disciplinar", "penal", "indagat", "imputat", "condann", "arrest", "licenzia", "peculato"];
/// What stands before a person's name.
const TITLES: &[&str] = &[
    "sig.", "sig.ra", "sig.na", "signor", "signora", "dott.", "dott.ssa", "dr.", "geom.", "ing.",
    "arch.", "avv.", "rag.", "prof.", "prof.ssa",
];

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    let long = rischi.testi().into_iter().map(|(campo, text)| (rischi.luogo, campo, text));
    let reasons = piano
        .eventi_rischiosi()
        .filter_map(|evento| Some((evento.luogo, "motivazione", evento.motivazione.as_deref()?)));
    for (luogo, campo, text) in long.chain(reasons) {
        if text.split(|c: char| !c.is_ascii_alphanumeric()).any(is_tax_code) {
            report
                .at(luogo, campo, "il testo riporta il codice fiscale di una persona")
                .label("toglilo: il piano si pubblica");
        } else if names_somebody(text) {
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
        facts |= FACTS.iter().any(|start| word.starts_with(start));
        person |= after_title && token.starts_with(char::is_uppercase);
        after_title = TITLES.contains(&word);
        if facts && person {
            return true;
        }
        if !after_title && token.ends_with(['.', ';', '!', '?']) {
            (facts, person) = (false, false);
        }
    }
    false
}

/// Whether a word has the form of a person's tax code.
fn is_tax_code(word: &str) -> bool {
    const FORM: &[u8] = b"aaaaaa00a00a000a";
    word.len() == FORM.len()
        && word.bytes().zip(FORM).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            _ => byte.is_ascii_alphabetic(),
        })
}
