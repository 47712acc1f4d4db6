//! How a text is written in a page.

/// A text in a page or in a quoted value of an attribute: what is no sign of HTML stays as it is.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            c => out.push(c),
        }
    }
    out
}

/// A text that may be an address: one has no spaces, and goes on a new line at its signs.
pub(super) fn breakable(text: &str) -> String {
    let out = escaped(text);
    if text.contains(char::is_whitespace) {
        return out;
    }
    let is_sign = |c: char| matches!(c, '@' | '.' | '/' | '-' | '_');
    let mut broken = String::with_capacity(out.len());
    let mut before = None;
    for c in out.chars() {
        if before.is_some_and(|last| is_sign(last) && !is_sign(c)) {
            broken += "<wbr>";
        }
        broken.push(c);
        before = Some(c);
    }
    broken
}

/// A page without the line ends between its tags, where no reader sees them and no hash counts them.
pub(super) fn tight(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut kept = false;
    for line in page.lines() {
        // The words of a drawing are told apart by what stands between them.
        let joins = line.starts_with('<') && !line.starts_with("<text") && out.ends_with('>');
        if !out.is_empty() && (kept || !(joins || line.is_empty())) {
            out.push('\n');
        }
        out += line;
        for (open, close) in [("<pre", "</pre"), ("<style", "</style"), ("<script", "</script")] {
            match (line.rfind(open), line.rfind(close)) {
                (None, None) => {}
                (open, close) => kept = open > close,
            }
        }
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_html_are_told_as_text() {
        assert_eq!(escaped("a < \"b\" & c’è"), "a &lt; &quot;b&quot; &amp; c’è");
    }

    #[test]
    fn an_address_goes_on_a_new_line_after_its_signs_and_a_sentence_only_at_its_spaces() {
        let address = "https://www.ente.it/a_b?c&d";
        let broken = "https://<wbr>www.<wbr>ente.<wbr>it/<wbr>a_<wbr>b?c&amp;d";
        assert_eq!(breakable(address), broken);
        assert_eq!(breakable("Il sito dell’ente, art. 3"), "Il sito dell’ente, art. 3");
    }
}
