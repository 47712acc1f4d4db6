//! What a file of an office brings, piece by piece in its order, each with where it was.

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Brano {
    /// Where it is: a file, and what of it.
    pub(super) luogo: String,
    /// What it is.
    pub(super) cosa: Cosa,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cosa {
    /// A heading, and how deep it is: 1 is the highest.
    Titolo(usize, String),
    /// A paragraph.
    Testo(Paragrafo),
    /// A table.
    Tabella(Tabella),
    /// What is no part of a plan, and why it is left aside.
    Scarto(&'static str, String),
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Paragrafo {
    /// As Markdown writes it.
    pub(super) markdown: String,
    /// Its words alone.
    pub(super) parole: String,
    /// Whether it is an item of a list, which stands close to the one before it.
    pub(super) voce: bool,
    /// Whether all of it is bold, as a heading that nobody called so.
    pub(super) grassetto: bool,
}

/// A table: rows of cells, all of them as many as those of the longest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tabella {
    /// What it is called: the sheet, the file; empty where nothing says it.
    pub(super) nome: String,
    /// Its rows.
    pub(super) righe: Vec<Vec<String>>,
    /// What of it could not be carried as it was.
    pub(super) note: Vec<String>,
}

impl Paragrafo {
    /// A paragraph of plain words.
    pub(super) fn piano(parole: &str) -> Self {
        Self { markdown: scampa(parole), parole: parole.into(), ..Self::default() }
    }
}

impl Tabella {
    /// A table whose rows are as long as the longest, those that say nothing left out.
    pub(super) fn new(nome: &str, righe: Vec<Vec<String>>) -> Self {
        let mut righe = righe;
        righe.retain(|riga| riga.iter().any(|cella| !cella.trim().is_empty()));
        let width = righe.iter().map(Vec::len).max().unwrap_or(0);
        for riga in &mut righe {
            riga.resize(width, String::new());
        }
        Self { nome: nome.into(), righe, note: Vec::new() }
    }

    /// The table as Markdown writes it.
    pub(super) fn markdown(&self) -> String {
        let row = |riga: &Vec<String>| {
            let cells = riga.iter().map(|cella| {
                let words: Vec<&str> = cella.split_whitespace().collect();
                scampa(&words.join(" ")).replace('|', "\\|")
            });
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let mut lines: Vec<String> = self.righe.iter().map(row).collect();
        let width = self.righe.first().map_or(0, Vec::len);
        lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(width)));
        lines.join("\n")
    }
}

/// Words, so that Markdown shows them as they are.
pub(super) fn scampa(testo: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut chars = testo.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let inside = before.is_alphanumeric() && next.is_alphanumeric();
        let means = match c {
            '\\' | '*' | '`' | '[' | ']' => true,
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => next.is_ascii_alphanumeric() || next == '#',
            '_' => !inside,
            '~' => next == '~' || before == '~',
            '#' | '>' | '=' => out.is_empty(),
            '-' | '+' => out.is_empty() && next == ' ' || out.is_empty() && next == c,
            '.' | ')' => !out.is_empty() && out.chars().all(|d| d.is_ascii_digit()) && next == ' ',
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_as_they_are() {
        for (words, written) in [
            ("a*b e [c]", "a\\*b e \\[c\\]"),
            ("1. primo", "1\\. primo"),
            ("- voce", "\\- voce"),
            ("nome_del_file _così_", "nome_del_file \\_così\\_"),
            ("-0,8 e 3 < 4 & co.", "-0,8 e 3 < 4 & co."),
            ("R&D <b>", "R\\&D \\<b>"),
        ] {
            assert_eq!(scampa(words), written);
        }
    }
}
