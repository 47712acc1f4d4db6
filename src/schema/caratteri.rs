//! Characters: each must be readable, and held by a font of the document.

use super::ampiezza;
use super::walk::Walker;
use crate::caratteri;
use crate::diag::tecniche;
use crate::source::Span;

/// Reports the characters of a text that cannot be drawn or should not be there, and the words that
/// are too long to be; true if none.
pub(super) fn check(walker: &mut Walker<'_, '_>, text: &str, span: Span) -> bool {
    let wrong = text.chars().find_map(|c| defect(c).map(|defect| (c, defect)));
    let Some((c, (what, help))) = wrong else {
        return ampiezza::words(walker, text, span);
    };
    let at = place(walker.source.text(span), c, span);
    let code = u32::from(c);
    walker.wrong(&tecniche::TESTO_003, at, format!("il carattere U+{code:04X} {what}")).help(help);
    false
}

/// Where a character stands in the written form of a text; the whole of it if it is escaped.
fn place(written: &str, c: char, span: Span) -> Span {
    written.find(c).map_or(span, |at| span.within(at..at + c.len_utf8()))
}

fn defect(c: char) -> Option<(&'static str, &'static str)> {
    match c {
        '\n' | '\t' | ' '..='~' => None,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => {
            Some(("è un carattere di controllo", "cancellalo e riscrivi il testo intorno"))
        }
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}' => {
            Some(("cambia la direzione del testo", "cancellalo: l’italiano non ne ha bisogno"))
        }
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => {
            Some(("appartiene a un font privato", "sostituiscilo con un carattere comune"))
        }
        '\u{200B}'..='\u{200D}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{FEFF}' => {
            Some(("non si vede", "cancellalo"))
        }
        '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}' => {
            Some(("è un’emoji", "un documento ufficiale si legge senza: usa una parola"))
        }
        _ if caratteri::holds(c) => None,
        _ => Some((
            "non è disegnato da nessun carattere del documento",
            "sostituiscilo con un carattere latino",
        )),
    }
}
