//! Italian typography: numbers, amounts, dates, apostrophes, spaces that do not break.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::cifre::giorno;
pub use crate::cifre::number;

/// A space that does not break.
pub const NBSP: char = '\u{a0}';

/// Decimals that all the values of a column need.
#[must_use]
pub fn decimals(values: impl Iterator<Item = Decimal>) -> u32 {
    values.map(|value| value.normalize().scale()).max().unwrap_or(0)
}

/// Decimals of amounts: none, or cents.
#[must_use]
pub fn cents(values: impl Iterator<Item = Decimal>) -> u32 {
    if decimals(values) == 0 { 0 } else { 2 }
}

/// `31 gennaio 2027`, that does not break; the first day of a month is `1º`.
#[must_use]
pub fn date(day: Date) -> String {
    giorno(day, NBSP)
}

/// `gennaio 2027`.
#[must_use]
pub fn month(day: Date) -> String {
    let whole = giorno(day, NBSP);
    whole.split_once(NBSP).map_or_else(String::new, |(_, month)| month.to_owned())
}

/// `31/01/2027`, for the cells of a table.
#[must_use]
pub fn short_date(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A text as printed: apostrophes of type, and no break between a number and what it counts or
/// after an abbreviation of the law.
#[must_use]
pub fn text(written: &str) -> String {
    let mut out = String::with_capacity(written.len() + 8);
    push(&mut out, written);
    out
}

/// Adds to a printed text what follows it, as if they had been written together. What is printed
/// stays, but for its last character, that may lean on what follows: a text made of many pieces
/// costs as much as one.
pub(super) fn push(printed: &mut String, written: &str) {
    let last = printed.pop();
    let mut previous = printed.chars().next_back().unwrap_or(' ');
    let mut chars = last.into_iter().chain(written.chars()).peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        match c {
            '\'' if previous.is_alphabetic() => printed.push('’'),
            ' ' if previous.is_ascii_digit() && matches!(next, '%' | '€') => printed.push(NBSP),
            ' ' if next.is_ascii_digit() && ends_with_mark(printed) => printed.push(NBSP),
            c => printed.push(c),
        }
        previous = c;
    }
}

fn ends_with_mark(text: &str) -> bool {
    const MARKS: &[&str] = &["art.", "artt.", "c.", "n.", "nn.", "lett.", "pag.", "p.", "L.", "€"];
    let word = text.rsplit([' ', '(', '’', NBSP]).next().unwrap_or(text);
    MARKS.contains(&word)
}

/// A word of an anchor: lower-case letters, digits and hyphens, a letter first.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' => 'a',
            'è' | 'é' => 'e',
            'ì' | 'í' => 'i',
            'ò' | 'ó' => 'o',
            'ù' | 'ú' => 'u',
            other => other,
        };
        if plain.is_ascii_alphanumeric() {
            out.push(plain);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.starts_with(|c: char| c.is_ascii_alphabetic()) { out.into() } else { format!("n-{out}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_italian() {
        let of = |text: &str, decimals| number(text.parse().expect("a number"), decimals);
        assert_eq!(of("1234567.5", 0), "1.234.567,5");
        assert_eq!(of("1234567.5", 2), "1.234.567,50");
        assert_eq!(of("-0.8", 0), "−0,8");
        assert_eq!(of("100", 0), "100");
        assert_eq!(of("1000.00", 0), "1.000");
        assert_eq!(of("-0", 0), "0");
    }

    #[test]
    fn text_does_not_break_where_it_should_not() {
        assert_eq!(text("l'art. 6, c. 2: 95 %"), "l’art.\u{a0}6, c.\u{a0}2: 95\u{a0}%");
    }

    #[test]
    fn pieces_are_printed_as_the_whole() {
        let whole = "l'art. 6, c. 2: 95 % dell'una e 30 € n. 4, '1' L. 7";
        for at in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
            let mut printed = text(&whole[..at]);
            push(&mut printed, &whole[at..]);
            assert_eq!(printed, text(whole), "cut at {at}");
        }
    }

    #[test]
    fn slugs_start_with_a_letter() {
        assert_eq!(slug("2027-A1-OP-01"), "n-2027-a1-op-01");
        assert_eq!(slug("Qualità dell’aria"), "qualita-dell-aria");
    }
}
