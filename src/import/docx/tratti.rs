//! The runs of a paragraph, and the paragraph that they make.

use crate::import::brano::{Paragrafo, scampa};

/// A run of words with one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tratto {
    pub(super) parole: String,
    pub(super) grassetto: bool,
    pub(super) corsivo: bool,
    /// Where it leads.
    pub(super) indirizzo: Option<String>,
    /// Whether it is Markdown already: the sign of a note.
    pub(super) segno: bool,
}

/// The words of some runs.
pub(super) fn parole(tratti: &[Tratto]) -> String {
    let own = tratti.iter().filter(|tratto| !tratto.segno).map(|tratto| tratto.parole.as_str());
    let text: String = own.collect();
    text.split([' ', '\t', '\u{a0}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The paragraph that some runs make.
pub(super) fn paragrafo(tratti: Vec<Tratto>) -> Paragrafo {
    let mut joined: Vec<Tratto> = Vec::new();
    for tratto in tratti {
        match joined.last_mut() {
            Some(last) if same(last, &tratto) => last.parole += &tratto.parole,
            _ => joined.push(tratto),
        }
    }
    let said = |tratto: &&Tratto| !tratto.segno && !tratto.parole.trim().is_empty();
    let grassetto =
        joined.iter().any(|own| said(&own)) && joined.iter().filter(said).all(|own| own.grassetto);
    let parole = parole(&joined);
    let many = joined.len() > 1;
    let pieces = joined.iter().map(|tratto| markdown(tratto, many));
    let text: String = pieces.collect();
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    // A line that was broken on purpose stays so.
    let markdown = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\\\n");
    Paragrafo { markdown, parole: parole.replace('\n', " "), voce: false, grassetto }
}

fn same(a: &Tratto, b: &Tratto) -> bool {
    !a.segno
        && !b.segno
        && (a.grassetto, a.corsivo, &a.indirizzo) == (b.grassetto, b.corsivo, &b.indirizzo)
}

/// A run as Markdown writes it: signs cling to words, never to spaces.
fn markdown(tratto: &Tratto, many: bool) -> String {
    if tratto.segno {
        return tratto.parole.clone();
    }
    let bare = tratto.parole.trim();
    if bare.is_empty() {
        return tratto.parole.clone();
    }
    let start = tratto.parole.len() - tratto.parole.trim_start().len();
    let (before, after) = (&tratto.parole[..start], &tratto.parole[start + bare.len()..]);
    let mut text = scampa(bare);
    if let Some(indirizzo) = &tratto.indirizzo {
        text = format!("[{text}](<{indirizzo}>)");
    }
    // Of a text that is all bold, the look says nothing; signs inside a word would be read as such.
    let clings = |c: Option<char>, free: bool| free || c.is_some_and(char::is_alphanumeric);
    let stands = clings(bare.chars().next(), !before.is_empty())
        && clings(bare.chars().last(), !after.is_empty());
    let sign = match (tratto.grassetto && many, tratto.corsivo && many) {
        _ if bare.contains('\n') || !stands => "",
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    format!("{before}{sign}{text}{sign}{after}")
}
