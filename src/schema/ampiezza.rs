//! Sizes: what is written is of a size that a page can be made of, in a time that grows with it.

use std::ops::Range;

use super::walk::Walker;
use crate::diag::tecniche;
use crate::source::Span;

/// Longest word, in characters: where no line can break, whoever draws it looks back at all of it.
const WORD: usize = 1_000;
/// Most square brackets of a paragraph: each may open a link that all the rest is searched for.
const BRACKETS: usize = 1_000;

/// Reports the first word of a text that is too long; true if none.
pub(super) fn words(walker: &mut Walker<'_, '_>, text: &str, span: Span) -> bool {
    if text.len() <= WORD {
        return true;
    }
    let is_long = |word: &&str| word.len() > WORD && word.chars().count() > WORD;
    let Some(word) = text.split_whitespace().find(is_long) else { return true };
    let message = format!("una parola ha {} caratteri: al più {WORD}", word.chars().count());
    refuse(walker, text, word, span, message, "dividila, o scrivi un collegamento in Markdown");
    false
}

/// Reports the first paragraph of a long text that has too many brackets; true if none.
pub(super) fn brackets(walker: &mut Walker<'_, '_>, text: &str, span: Span) -> bool {
    if text.len() <= BRACKETS {
        return true;
    }
    let count = |piece: &str| piece.bytes().filter(|byte| *byte == b'[').count();
    let Some(piece) = text.split("\n\n").find(|piece| count(piece) > BRACKETS) else {
        return true;
    };
    let message = format!("un capoverso ha {} parentesi quadre: al più {BRACKETS}", count(piece));
    let piece = &piece[piece.find('[').unwrap_or(0)..];
    refuse(walker, text, piece, span, message, "dividilo in più capoversi");
    false
}

fn refuse(
    walker: &mut Walker<'_, '_>,
    text: &str,
    piece: &str,
    span: Span,
    message: String,
    help: &str,
) {
    let at = place(walker.source.text(span), text, piece).map_or(span, |at| span.within(at));
    walker.wrong(&tecniche::TESTO_007, at, message).help(help);
}

/// The first letters of a piece of a text in its written form, where it is written as it is read.
fn place(written: &str, text: &str, piece: &str) -> Option<Range<usize>> {
    const SHOWN: usize = 20;
    let at = if written.len() == text.len() { text.find(piece)? } else { written.find(piece)? };
    Some(at..at + piece.floor_char_boundary(SHOWN))
}
