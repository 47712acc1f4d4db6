//! What a plan says, whatever the record that says it: every text, every day and year.

use jiff::civil::Date;

use super::Luogo;

/// A text of the plan.
#[derive(Debug, Clone)]
pub struct Testo {
    /// The record that holds it.
    pub luogo: Luogo,
    /// Its field.
    pub campo: String,
    /// Label of the field, as printed.
    pub etichetta: String,
    /// Section, 1 to 4; 0 for the act.
    pub sezione: u8,
    /// Whether it is Markdown, instead of a line.
    pub lungo: bool,
    /// What it says.
    pub testo: String,
    /// The same, [`piana`].
    pub piana: String,
}

/// A text made even, to look into it: small letters, one space between words, straight apostrophes.
#[must_use]
pub fn piana(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() {
            let start = out.len();
            out.push_str(word);
            out[start..].make_ascii_lowercase();
            continue;
        }
        for c in word.chars() {
            match c {
                '’' => out.push('\''),
                c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out
}

/// A day or a year of the plan.
#[derive(Debug, Clone, Copy)]
pub struct Tempo {
    /// Section, 1 to 4; 0 for the act.
    pub sezione: u8,
    /// The year.
    pub anno: i16,
    /// The day, when it is said.
    pub giorno: Option<Date>,
}
