//! The fonts of the documents, named once: the layouts set texts with them, the check looks in
//! them for every character, figures are measured with them.
//!
//! Whoever checks or measures does it before the layouts are known: these files cannot be
//! overridden, or what passes the check would not be what is drawn.

use std::sync::LazyLock;

use ttf_parser::Face;

/// A font compiled in: its name below `layouts/`, and its content.
#[derive(Debug, Clone, Copy)]
pub struct Carattere {
    /// Name below `layouts/`.
    pub file: &'static str,
    bytes: &'static [u8],
}

impl Carattere {
    /// Content.
    #[must_use]
    pub fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// Advance of a text in thousandths of its size.
    #[must_use]
    pub fn advance(&self, text: &str) -> i64 {
        let face = [REGOLARE, FORTE, RISERVA].iter().position(|font| font.file == self.file);
        face.map_or(0, |index| advance_in(&FACES[index], text))
    }
}

macro_rules! carattere {
    ($file:literal) => {
        Carattere { file: $file, bytes: include_bytes!(concat!("../layouts/", $file)) }
    };
}

/// The text.
pub const REGOLARE: Carattere = carattere!("caratteri/TitilliumWeb-regular.ttf");
/// What stands out.
pub const FORTE: Carattere = carattere!("caratteri/TitilliumWeb-700.ttf");
/// The signs that the text's font lacks.
pub const RISERVA: Carattere = carattere!("caratteri/DejaVuSans.ttf");

static FACES: LazyLock<[Face<'static>; 3]> = LazyLock::new(|| {
    [REGOLARE, FORTE, RISERVA]
        .map(|font| Face::parse(font.bytes, 0).expect("the embedded fonts are well formed"))
});

/// Whether a file of the layouts is a font that texts are checked or measured with.
#[must_use]
pub fn is_measured(file: &str) -> bool {
    [REGOLARE, FORTE, RISERVA].iter().any(|font| font.file == file)
}

/// Whether the documents can show a character.
#[must_use]
pub fn holds(c: char) -> bool {
    let [regolare, _, riserva] = &*FACES;
    regolare.glyph_index(c).or_else(|| riserva.glyph_index(c)).is_some()
}

/// A text by the font that each run of it is set in: what the text's own lacks, in the other.
#[must_use]
pub fn runs(text: &str, bold: bool) -> Vec<(Carattere, &str)> {
    let own = if bold { FORTE } else { REGOLARE };
    let is_own = |c: char| FACES[usize::from(bold)].glyph_index(c).is_some();
    let mut runs: Vec<(Carattere, &str)> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        if next.is_none_or(|next| is_own(next) != is_own(c)) {
            let end = at + c.len_utf8();
            runs.push((if is_own(c) { own } else { RISERVA }, &text[start..end]));
            start = end;
        }
    }
    runs
}

/// Advance of a text in thousandths of its size; what the font lacks is counted as a full square.
#[must_use]
pub fn advance(text: &str, bold: bool) -> i64 {
    advance_in(&FACES[usize::from(bold)], text)
}

fn advance_in(face: &Face<'_>, text: &str) -> i64 {
    let em = i64::from(face.units_per_em());
    let glyph = |c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
    text.chars().map(|c| glyph(c).map_or(1000, |a| i64::from(a) * 1000 / em)).sum()
}
