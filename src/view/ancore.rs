//! Anchors: one for each part and block, unique, made of codes, of names of fields and of the words
//! that stand there; never of what comes before, so that they stay when something is written there.

use std::collections::BTreeMap;

use super::formato;

/// Gives anchors and note numbers.
#[derive(Debug, Default)]
pub(super) struct Ancore {
    used: BTreeMap<String, u32>,
    captions: BTreeMap<String, u32>,
    notes: u32,
}

impl Ancore {
    /// This anchor, or the next free one with a number after it.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let count = self.used.entry(wanted.into()).or_insert(0);
        *count += 1;
        if *count == 1 { wanted.into() } else { self.next(wanted) }
    }

    fn next(&mut self, wanted: &str) -> String {
        let count = self.used.get(wanted).copied().unwrap_or(1);
        self.unique(&format!("{wanted}-{count}"))
    }

    /// The anchor under a base of what begins with some words; what else begins so is told apart by
    /// all of its words, and by its place only if they are the same.
    pub(super) fn named(&mut self, base: &str, text: &str) -> String {
        let wanted = under(base, text);
        if self.used.contains_key(&wanted) {
            return self.unique(&format!("{wanted}-{:06x}", hash(text) & 0xff_ffff));
        }
        self.unique(&wanted)
    }

    /// The ordinal of the next table of a text.
    pub(super) fn caption(&mut self, base: &str) -> u32 {
        let count = self.captions.entry(base.into()).or_insert(0);
        *count += 1;
        *count
    }

    /// The anchor of a note with some words, and its number.
    pub(super) fn note(&mut self, text: &str) -> (String, u32) {
        self.notes += 1;
        (self.named("nota", text), self.notes)
    }
}

/// What hangs from a base by the words that it begins with.
pub(super) fn under(base: &str, text: &str) -> String {
    format!("{base}-{}", stem(text))
}

/// The words that a text begins with, as an anchor writes them.
fn stem(text: &str) -> String {
    const WORDS: usize = 5;
    const LETTERS: usize = 40;
    let slug = formato::slug(text);
    let mut out = String::new();
    for word in slug.split('-').take(WORDS) {
        if !out.is_empty() && out.len() + word.len() >= LETTERS {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word[..word.len().min(LETTERS)]);
    }
    out
}

/// FNV-1a: the same on every machine, in every version.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
