//! GEN-021.

use crate::rules::prosa::{self, PROMEMORIA, Ricerca};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    // A text without any sign or word of a blank needs no second look.
    let signs = Ricerca::new([SEGNI, PROMEMORIA, DA_FARE, RIEMPITIVI].concat());
    let domains = Ricerca::new(contesto.law.esempi.domini());
    let piano = contesto.piano;
    for testo in piano.testi.iter().chain(&piano.indirizzi) {
        let blank = || signs.is_in(&testo.piana).then(|| segnaposto(&testo.testo)).flatten();
        if let Some(found) = indirizzo(&testo.testo, &domains).or_else(blank) {
            report
                .within(testo, format!("resta da completare «{found}»"))
                .label("chi legge troverebbe un vuoto")
                .help("scrivi il dato, o togli la frase");
        }
    }
}

/// The first address of a text that is one of the examples of the law, or is at their hosts.
fn indirizzo(text: &str, domains: &Ricerca) -> Option<String> {
    let places = domains.places(text).map(|(_, place)| (place.start, place.end));
    let (start, end) = places.filter(|(start, _)| !text[..*start].ends_with('-')).min()?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '(' | '<' | '«' | '"' | ',' | ';' | '[');
    let begin = text[..start]
        .rfind(ends)
        .map_or(0, |sign| sign + text[sign..].chars().next().map_or(0, char::len_utf8));
    Some(text[begin..end].to_owned())
}

/// Signs of a blank that are no words.
const SEGNI: &[&str] = &["…", "...", "____", "[", "xxx"];
/// What is a reminder when it shouts amid other words, in small letters.
const DA_FARE: &[&str] =
    &["verificare", "da completare", "da inserire", "da definire", "da verificare"];
/// What nobody means to publish: filling, and what a word processor prints for a broken reference.
const RIEMPITIVI: &[&str] = &[
    "lorem ipsum",
    "gg/mm/aaaa",
    "segnalibro non è definito",
    "origine riferimento non è stata trovata",
];
/// How a blank between square brackets begins, and what it may be altogether.
const RICHIESTE: &[&str] =
    &["inserire", "completare", "indicare", "specificare", "da inserire", "da completare"];
const VUOTI: &[&str] = &["nome", "data", "importo", "numero", "estremi", "atto"];

/// The first blank that the text leaves to fill in.
fn segnaposto(text: &str) -> Option<String> {
    let text = text.trim();
    if text == "…" || text == "..." || text.ends_with(" …") {
        return Some("…".into());
    }
    text.lines()
        .find_map(|line| riga_vuota(line).or_else(|| parola(line)).or_else(|| parentesi(line)))
}

/// `n. ____`, `.....`: a run of signs that a hand should write over.
fn riga_vuota(line: &str) -> Option<String> {
    let ruled = line.chars().all(|c| matches!(c, '_' | '-' | '*' | '.' | ' '));
    ["____", "....."].iter().find(|run| !ruled && line.contains(**run)).map(|run| (*run).into())
}

fn parola(line: &str) -> Option<String> {
    let shouted = !line.chars().any(char::is_lowercase);
    let word = line.split(|c: char| !c.is_alphanumeric()).find(|word| {
        let crosses = word.len() >= 3 && word.chars().all(|c| matches!(c, 'x' | 'X'));
        crosses || prosa::is_promemoria(word)
    });
    let phrase = || {
        let mut phrases = DA_FARE.iter().map(|phrase| phrase.to_uppercase());
        let found = phrases.find(|phrase| prosa::places(line, phrase).next().is_some());
        found.filter(|phrase| !shouted || line == phrase)
    };
    let filler = || RIEMPITIVI.iter().find(|words| prosa::piana(line).contains(**words));
    word.map(str::to_owned).or_else(phrase).or_else(|| filler().map(|words| (*words).to_owned()))
}

/// `[...]`, `[inserire il numero]`: neither a link nor a cut inside a quotation.
fn parentesi(line: &str) -> Option<String> {
    let quoted = line.trim_start().starts_with('>');
    line.match_indices('[').find_map(|(at, _)| {
        let (inside, rest) = line[at + 1..].split_once(']')?;
        let before = &line[..at];
        let opened = |open, close| before.matches(open).count() > before.matches(close).count();
        let quoted =
            quoted || opened('«', '»') || opened('“', '”') || before.matches('"').count() % 2 == 1;
        let link = rest.starts_with(['(', '[', ':']);
        let plain = prosa::piana(inside);
        let blank = matches!(plain.as_str(), "..." | "…");
        let asked =
            VUOTI.contains(&plain.as_str()) || RICHIESTE.iter().any(|word| plain.starts_with(word));
        (!link && (blank && !quoted || asked)).then(|| format!("[{inside}]"))
    })
}
