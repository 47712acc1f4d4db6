//! Anchors: one for each part and block, unique, built from the plan's own codes.

use std::collections::BTreeMap;

use super::formato;

/// Gives anchors and note numbers.
#[derive(Debug, Default)]
pub(super) struct Ancore {
    used: BTreeMap<String, u32>,
    blocks: BTreeMap<String, u32>,
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

    /// The anchor of the next block under a part or a field.
    pub(super) fn under(&mut self, base: &str) -> String {
        let count = self.blocks.entry(base.into()).or_insert(0);
        *count += 1;
        let wanted = format!("{base}-b{count}");
        self.unique(&wanted)
    }

    /// The anchor under a base of what begins with some words; what else begins so is told apart by
    /// all of its words.
    pub(super) fn named(&mut self, base: &str, text: &str) -> String {
        let wanted = format!("{base}-{}", stem(text));
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

    /// The anchor and number of the next note.
    pub(super) fn note(&mut self) -> (String, u32) {
        self.notes += 1;
        (format!("nota-{}", self.notes), self.notes)
    }
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
