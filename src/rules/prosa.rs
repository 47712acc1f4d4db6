//! Looking into prose with few mistakes: whole words in their context.

pub(super) use crate::model::raccolta::piana;

/// What follows each whole occurrence of some words, up to a number of characters.
pub(super) fn dopo<'a>(
    text: &'a str,
    words: &'a str,
    length: usize,
) -> impl Iterator<Item = &'a str> {
    places(text, words).map(move |at| inizio(&text[at + words.len()..], length))
}

/// Each whole occurrence of some words with what stands around it.
pub(super) fn intorno<'a>(
    text: &'a str,
    words: &'a str,
    length: usize,
) -> impl Iterator<Item = &'a str> {
    places(text, words).map(move |at| {
        let start =
            text[..at].char_indices().rev().take(length).last().map_or(at, |(index, _)| index);
        let after = inizio(&text[at + words.len()..], length);
        &text[start..at + words.len() + after.len()]
    })
}

/// The first characters of a text.
pub(super) fn inizio(text: &str, length: usize) -> &str {
    text.char_indices().nth(length).map_or(text, |(end, _)| &text[..end])
}

/// Where some words stand whole, not inside longer ones.
pub(super) fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> {
    text.match_indices(words).map(|(at, _)| at).filter(move |at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}
