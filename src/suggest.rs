//! «Forse intendevi»: of the words that there are, the one that was probably meant.

/// How alike two words have to be for one to be a slip of the other.
const ALIKE: f64 = 0.82;

/// The nearest of some words, if any is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_number(word) {
        // Of a number only the zeros in front are a slip: 1 is not nearly 19.
        return words.into_iter().find(|candidate| candidate.trim_start_matches('0') == word);
    }
    words
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// Some words from the most to the least like a word.
pub(crate) fn by_likeness<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_by(|a, b| strsim::jaro(word, b).total_cmp(&strsim::jaro(word, a)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_number_only_its_zeros() {
        let near = |word, words: &[&'static str]| nearest(word, words.iter().copied());
        assert_eq!(near("relazzione", &["nome", "relazione"]), Some("relazione"));
        assert_eq!(near("colore", &["nome", "relazione"]), None);
        assert_eq!(near("1", &["19", "01"]), Some("01"));
        assert_eq!(near("1", &["19", "10"]), None);
        assert_eq!(by_likeness("ab", ["cd", "abc"].into_iter()), ["abc", "cd"]);
    }
}
