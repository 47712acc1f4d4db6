//! Markdown for whoever reads a terminal: lines that fit, headings that stand out.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::markdown;

/// Ends every colour.
const RESET: &str = "\x1b[0m";
/// How far a block of code, or an item of a list, stands inside.
const INSIDE: usize = 4;

/// How a stretch of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Strong,
    Code,
}

impl Look {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\x1b[1m",
            Self::Code => "\x1b[36m",
        }
    }
}

/// A page at a terminal.
pub(super) struct Pagina {
    width: usize,
    colored: bool,
    out: String,
    /// The words of the paragraph being read, each a run of looks.
    words: Vec<Vec<(Look, String)>>,
    look: Look,
    /// Numbers of the lists that are open; nothing for one without numbers.
    lists: Vec<Option<u64>>,
    /// What stands before the first line of the next paragraph.
    mark: String,
    is_code: bool,
    /// Where the link being read leads.
    link: String,
}

/// A page in lines of at most so many letters.
pub(super) fn render(text: &str, width: usize, colored: bool) -> String {
    let mut page = Pagina {
        width,
        colored,
        out: String::new(),
        words: Vec::new(),
        look: Look::Plain,
        lists: Vec::new(),
        mark: String::new(),
        is_code: false,
        link: String::new(),
    };
    for event in markdown::parse(text) {
        page.event(event);
    }
    page.out.trim_end().to_owned()
}

impl Pagina {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => self.code(&text),
            Event::Text(text) => self.text(&text, self.look),
            Event::Code(text) if self.colored => self.text(&text, Look::Code),
            Event::Code(text) => self.text(&format!("`{text}`"), Look::Code),
            Event::SoftBreak | Event::HardBreak => self.words.push(Vec::new()),
            Event::Rule => self.out += "\n",
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Strong => self.look = Look::Strong,
            Tag::CodeBlock(kind) => {
                self.is_code = true;
                let is_said = matches!(kind, CodeBlockKind::Fenced(name) if &**name == "text");
                self.look = if is_said { Look::Plain } else { Look::Code };
            }
            Tag::Link { dest_url, .. } => self.link = dest_url.to_string(),
            Tag::List(first) => {
                self.flush(false);
                self.lists.push(*first);
            }
            Tag::Item => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".into(),
                };
                self.mark = mark;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.look = Look::Plain,
            TagEnd::Heading(_) => {
                self.flush(true);
                self.look = Look::Plain;
            }
            TagEnd::Link => {
                let link = std::mem::take(&mut self.link);
                self.text(&format!(" ({link})"), Look::Plain);
            }
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.look = Look::Plain;
                self.out += "\n";
            }
            TagEnd::Paragraph => self.flush(self.lists.is_empty()),
            TagEnd::Item => self.flush(false),
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.out += "\n";
                }
            }
            _ => {}
        }
    }

    /// Text in a paragraph, broken where its spaces are.
    fn text(&mut self, text: &str, look: Look) {
        for (at, piece) in text.split(' ').enumerate() {
            if at > 0 || self.words.is_empty() {
                self.words.push(Vec::new());
            }
            if let Some(word) = self.words.last_mut().filter(|_| !piece.is_empty()) {
                word.push((look, piece.to_owned()));
            }
        }
    }

    /// Lines of code, as they are.
    fn code(&mut self, text: &str) {
        for line in text.lines() {
            if !line.is_empty() {
                self.out += &" ".repeat(INSIDE);
                self.out += &self.styled(self.look, line);
            }
            self.out.push('\n');
        }
    }

    fn styled(&self, look: Look, text: &str) -> String {
        if self.colored && look != Look::Plain && !text.is_empty() {
            format!("{}{text}{RESET}", look.code())
        } else {
            text.to_owned()
        }
    }

    /// Writes the paragraph that was read, in lines that fit.
    fn flush(&mut self, is_apart: bool) {
        let words: Vec<_> = self.words.drain(..).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return;
        }
        let mark = std::mem::take(&mut self.mark);
        let inside = self.lists.len() * INSIDE;
        let mut line = format!("{mark:>inside$}");
        let mut used = inside;
        let mut is_first = true;
        for word in &words {
            let length: usize = word.iter().map(|(_, piece)| piece.chars().count()).sum();
            if !is_first && used + 1 + length > self.width {
                self.out += line.trim_end();
                self.out.push('\n');
                line = " ".repeat(inside);
                used = inside;
            } else if !is_first {
                line.push(' ');
                used += 1;
            }
            for (look, piece) in word {
                line += &self.styled(*look, piece);
            }
            used += length;
            is_first = false;
        }
        self.out += &line;
        self.out += if is_apart { "\n\n" } else { "\n" };
    }
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn a_page_fits_its_lines() {
        let page = "Uno `due` **tre** quattro\ncinque.\n\n## Sbagliato\n\n```toml\na = 1\n\nb = 2\n```\n\n\
                    - una voce lunga\n- l’altra\n\n1. prima\n2. seconda\n";
        let plain = "Uno `due` tre\nquattro\ncinque.\n\nSbagliato\n\n    a = 1\n\n    b = 2\n\n  - una voce\n    \
                     lunga\n  - l’altra\n\n 1. prima\n 2. seconda";
        assert_eq!(render(page, 14, false), plain);
        let colored = render("Uno `due`, **tre**.", 80, true);
        assert_eq!(colored, "Uno \x1b[36mdue\x1b[0m, \x1b[1mtre\x1b[0m.");
        assert_eq!(render("[qui](https://a.it)!", 80, false), "qui (https://a.it)!");
        assert_eq!(render("```text\nerrore\n```", 80, true), "    errore");
    }
}
