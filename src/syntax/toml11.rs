//! What only TOML 1.1 allows: editors and other tools refuse it, so we do too.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The places where a text leaves TOML 1.0: where, what, and what to do.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, &'static str, &'static str)> {
    let source = Source::new(text);
    let mut found = Vec::new();
    let mut open = Vec::new();
    let mut comma: Option<Range<usize>> = None;
    let mut reported = false;
    for token in source.lex() {
        let range = token.span().start()..token.span().end();
        let raw = text.get(range.clone()).unwrap_or("");
        let inline = open.last() == Some(&TokenKind::LeftCurlyBracket);
        match token.kind() {
            kind @ (TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket) => {
                open.push(kind);
                reported = false;
            }
            TokenKind::RightSquareBracket => {
                open.pop();
            }
            TokenKind::RightCurlyBracket => {
                open.pop();
                if let Some(at) = comma.take() {
                    found.push((
                        at,
                        "c’è una virgola dopo l’ultimo valore tra graffe",
                        "togli la virgola",
                    ));
                }
            }
            TokenKind::Newline if inline && !reported => {
                reported = true;
                found.push((
                    range.clone(),
                    "una tabella tra graffe va a capo",
                    "scrivila su una riga, oppure usa una tabella [nome]",
                ));
            }
            TokenKind::BasicString | TokenKind::MlBasicString => {
                if let Some(at) = escape(raw) {
                    let at = range.start + at;
                    found.push((
                        at..at + 2,
                        "la sequenza \\e o \\x non è TOML 1.0",
                        "scrivi il carattere, oppure \\u con quattro cifre",
                    ));
                }
            }
            TokenKind::Atom if is_time_without_seconds(raw) => found.push((
                range.clone(),
                "l’orario è senza secondi",
                "aggiungi i secondi, per esempio 09:30:00",
            )),
            _ => {}
        }
        match token.kind() {
            TokenKind::Comma if inline => comma = Some(range),
            TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment => {}
            _ => comma = None,
        }
    }
    found
}

/// The place of an escape that TOML 1.0 lacks.
fn escape(raw: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(sign) = raw[from..].find('\\') {
        let at = from + sign;
        match raw[at + 1..].chars().next()? {
            'e' | 'x' => return Some(at),
            other => from = at + 1 + other.len_utf8(),
        }
    }
    None
}

fn is_time_without_seconds(raw: &str) -> bool {
    let time = raw.split(['T', 't']).next_back().unwrap_or(raw);
    let time = time.split(['Z', 'z', '+']).next().unwrap_or(time);
    let parts: Vec<_> = time.split(':').collect();
    parts.len() == 2 && parts.iter().all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn toml_1_0_is_silent() {
        let text =
            "a = { b = [\n1,\n2,\n], c = \"\\\\e\" }\nd = 2027-01-31T09:30:00\n[[e.f]]\n[g]\n";
        assert_eq!(find(text), []);
    }

    #[test]
    fn each_novelty_is_found_once() {
        assert_eq!(find("a = {\n b = 1,\n c = 2 }").len(), 1);
        assert_eq!(find("a = { b = 1, }").len(), 1);
        assert_eq!(find("a = \"\\e\"\nb = \"\\x41\"").len(), 2);
        assert_eq!(find("a = 09:30\n").len(), 1);
    }
}
