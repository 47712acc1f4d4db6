//! Anchors: one for each part and block, unique, built from the plan's own codes.

use std::collections::BTreeMap;

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
