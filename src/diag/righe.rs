//! A text in lines, for whoever reads it at a terminal.

/// A text in lines of at most so many characters, the first of which has less room. Lines are broken
/// between words: a longer word stands alone. What is on a line of its own stays so.
#[must_use]
pub fn wrap(text: &str, width: usize, first: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in piece.split(' ') {
            let room = if lines.is_empty() { width.saturating_sub(first) } else { width };
            let length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            } else if used > 0 {
                line.push(' ');
                used += 1;
            }
            line += word;
            used += length;
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("uno due tre", 7, 0), ["uno due", "tre"]);
        assert_eq!(wrap("uno due tre", 11, 0), ["uno due tre"]);
        assert_eq!(wrap("uno due tre", 11, 1), ["uno due", "tre"]);
        assert_eq!(wrap("uno precipitevolmente tre", 5, 0), ["uno", "precipitevolmente", "tre"]);
        assert_eq!(wrap("è già\nlà", 5, 0), ["è già", "là"]);
        assert_eq!(wrap("", 5, 0), [""]);
    }
}
