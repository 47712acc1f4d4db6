//! «Forse intendevi».

/// The nearest of some words, if any is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_number(word) {
        // Of a number only the zeros in front are a slip: 1 is not nearly 19.
        return words.into_iter().find(|candidate| candidate.trim_start_matches('0') == word);
    }
    words
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(score, _)| *score > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
