//! Looking into prose with few mistakes: whole words in their context.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use jiff::civil::Date;

use crate::cifre::MESI;

pub(super) use crate::model::raccolta::piana;

/// What follows each whole occurrence of some words, up to a number of characters.
pub(super) fn dopo<'a>(
    text: &'a str,
    words: &'a str,
    length: usize,
) -> impl Iterator<Item = &'a str> {
    places(text, words).map(move |at| inizio(&text[at + words.len()..], length))
}

/// A place of a text with what stands around it, up to a number of characters on each side.
pub(super) fn intorno(text: &str, place: Range<usize>, length: usize) -> &str {
    let before = text[..place.start].char_indices().rev().take(length).last();
    let start = before.map_or(place.start, |(index, _)| index);
    &text[start..place.end + inizio(&text[place.end..], length).len()]
}

/// The first characters of a text.
pub(super) fn inizio(text: &str, length: usize) -> &str {
    text.char_indices().nth(length).map_or(text, |(end, _)| &text[..end])
}

/// Where some words stand whole, not inside longer ones.
pub(super) fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> {
    let places = text.match_indices(words).map(|(at, _)| at);
    places.filter(move |at| is_whole(text, *at..at + words.len()))
}

fn is_whole(text: &str, place: Range<usize>) -> bool {
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
}

/// Words that are only ever a reminder, when they are all capitals.
pub(super) const PROMEMORIA: &[&str] = &["todo", "fixme", "tbd"];

/// Whether a word is only ever a reminder.
pub(super) fn is_promemoria(word: &str) -> bool {
    !word.contains(char::is_lowercase) && PROMEMORIA.contains(&word.to_lowercase().as_str())
}

/// Many words looked for in one pass over each text.
pub(super) struct Ricerca(AhoCorasick);

impl Ricerca {
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        // Plans are short: what is fastest to make is soonest done.
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let made = AhoCorasick::builder().kind(kind).build(words);
        Self(made.expect("a few words make a small automaton"))
    }

    /// Whether any of the words is in a text, even inside a longer one.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// Each whole occurrence: which of the words it is, and where.
    pub(super) fn places(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        // Most texts have none, which is sooner known.
        let all = self.is_in(text).then(|| self.0.find_overlapping_iter(text));
        let places =
            all.into_iter().flatten().map(|found| (found.pattern().as_usize(), found.range()));
        places.filter(|(_, place)| is_whole(text, place.clone()))
    }
}

/// The days that a text in lower case names: `3 marzo 1980`, `l’1º marzo 1980`, `03/03/1980`.
pub(super) fn giorni(text: &str) -> Vec<Date> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != 'º').collect();
    let day = |three: &[&str]| {
        let [day, month, year] = three else { return None };
        let month = match (1..).zip(MESI).find(|(_, name)| name == month) {
            Some((number, _)) => number,
            None => month.parse().ok()?,
        };
        Date::new(year.parse().ok()?, month, day.trim_end_matches('º').parse().ok()?).ok()
    };
    words.windows(3).filter_map(day).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_found_in_words_and_in_figures() {
        let text = "nata il 31 dicembre 1980, o l'1º marzo 1981, o 03/04/1982, non il 31/02/1983";
        assert_eq!(giorni(text), [date(1980, 12, 31), date(1981, 3, 1), date(1982, 4, 3)]);
    }
}
