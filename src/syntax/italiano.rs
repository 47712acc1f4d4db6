//! The `toml` crate speaks English: its messages, in Italian.

use std::ops::Range;

use crate::cifre;
use crate::valori::numero_scritto;

/// Messages by the English text that they stand for.
const MESSAGES: &[(&str, &str)] = &[
    ("`_` may only go between digits", "il trattino basso può stare solo tra due cifre"),
    ("cannot recurse further", "troppe parentesi una dentro l’altra"),
    ("carriage return must be followed", "qui c’è un ritorno a capo incompleto"),
    ("cannot extend value", "la chiave ha già un valore: non può essere anche una tabella"),
    ("extra `=`", "c’è un «=» di troppo"),
    ("extra assignment", "c’è un «=» di troppo"),
    ("extra comma", "c’è una virgola di troppo"),
    ("integers with a radix", "un numero in altra base non può avere il segno"),
    ("invalid comment character", "il commento contiene un carattere non ammesso"),
    ("invalid inline table element", "qui serve «chiave = valore»"),
    ("invalid key-value pair", "qui serve «chiave = valore»"),
    (
        "invalid unquoted key",
        "la chiave contiene caratteri non ammessi: usa lettere, cifre e trattini",
    ),
    ("invalid value", "questo non è un valore"),
    ("key with no value", "manca «= valore» dopo la chiave"),
    ("keys cannot be multi-line", "una chiave sta su una riga sola"),
    ("missing array opening", "manca la parentesi «[»"),
    ("missing assignment", "manca «=» tra la chiave e il valore"),
    ("missing comma", "manca una virgola tra due valori"),
    ("missing comment start", "manca «#» all’inizio del commento"),
    ("missing escaped value", "la barra rovesciata vuole un carattere dopo di sé"),
    ("missing inline table opening", "manca la parentesi «{»"),
    ("missing key", "manca la chiave prima di «=»"),
    ("missing opening quote", "mancano le virgolette di apertura"),
    ("missing table open", "manca la parentesi «[»"),
    ("missing value", "manca il valore"),
    ("radix must be lowercase", "0x, 0o e 0b si scrivono minuscoli"),
    ("recursion limit", "troppe parentesi una dentro l’altra"),
    ("redundant", "il numero ha un segno o un prefisso di troppo"),
    ("string values must be quoted", "un testo va tra virgolette"),
    ("too few unicode", "\\u vuole quattro cifre, \\U otto"),
    ("unclosed array table", "manca «]]» in fondo al titolo"),
    ("unclosed array", "manca la parentesi «]»"),
    ("unclosed inline table", "manca la parentesi «}»"),
    ("unclosed table", "manca «]» in fondo al titolo"),
    ("unexpected `=` in array", "in un elenco non ci sono «=»"),
    ("unexpected content", "qui c’è qualcosa di troppo"),
    ("unexpected key or value", "qui c’è qualcosa di troppo: vai a capo prima di un’altra chiave"),
    ("unexpected leading zero", "un numero non comincia con zero"),
    ("unexpected sign", "il segno è al posto sbagliato"),
    ("unquoted keys cannot be empty", "manca la chiave"),
    ("invalid basic string", "mancano le virgolette di chiusura, o c’è un carattere non ammesso"),
    ("invalid literal string", "manca l’apostrofo di chiusura, o c’è un carattere non ammesso"),
    ("invalid multi-line", "mancano le tre virgolette di chiusura, o c’è un carattere non ammesso"),
    ("invalid datetime", "la data non esiste o non è scritta come 2027-01-31"),
    ("invalid mantissa", "il numero non è scritto bene"),
    ("invalid integer", "il numero non è scritto bene"),
    ("invalid boolean", "qui serve true o false"),
    (
        "value is out of range",
        "il valore è fuori dai limiti: una data che non esiste o un numero troppo grande",
    ),
    ("invalid", "questo non è scritto come vuole TOML"),
    ("unexpected", "qui c’è qualcosa di troppo"),
    ("missing", "qui manca qualcosa"),
    ("unclosed", "manca una chiusura"),
];

/// How a text begins.
type Begins = fn(&str) -> bool;

/// What people write in the place of TOML: how the text goes on, and what to write instead.
const SLIPS: &[(Begins, &str)] = &[
    (|text| text.starts_with(['“', '”', '„', '«']), "usa le virgolette dritte: \""),
    (|text| text.starts_with(['‘', '’']), "usa l’apostrofo dritto: '"),
    (|text| text.starts_with(':'), "tra la chiave e il valore va «=», non «:»"),
];

/// Longest value by hand worth understanding: days and numbers are shorter.
const BY_HAND: usize = 60;

/// A value that the line of an error writes as by hand, without quotes: where it is, what is wrong
/// with it, and how TOML writes it, if it can.
pub(super) fn by_hand(
    text: &str,
    at: usize,
) -> Option<(Range<usize>, &'static str, Option<String>)> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or("");
    line.match_indices('=').find_map(|(equals, _)| {
        let from = equals + 1;
        let rest = &line[from..line.floor_char_boundary(from + BY_HAND)];
        let stops = [rest.find(['}', ']', '#']), rest.find(", ")];
        let stop = stops.into_iter().flatten().min().unwrap_or(rest.len());
        let value = rest[..stop].trim();
        let begin = start + from + (rest.len() - rest.trim_start().len());
        let range = begin..begin + value.len();
        if let Some(day) = cifre::giorno_scritto(value) {
            let label = match day {
                Some(_) => "una data si scrive 2027-12-31: anno, mese, giorno",
                None => "questo giorno non esiste nel calendario",
            };
            return Some((range, label, day.map(|day| day.to_string())));
        }
        let marks = value.contains([',', '€', '%']) || value.matches('.').count() > 1;
        let number = numero_scritto(value).filter(|_| marks)?;
        let label = "un numero si scrive con il punto dei decimali e nessun altro segno";
        Some((range, label, Some(number.to_string())))
    })
}

/// A message of the parser about a place of a text, in Italian.
pub(super) fn translate(message: &str, text: &str) -> &'static str {
    let slip = SLIPS.iter().find(|(begins, _)| begins(text.trim_start()));
    if let Some((_, italian)) = slip {
        return italian;
    }
    MESSAGES
        .iter()
        .find(|(english, _)| message.starts_with(english))
        .map_or("qui il testo non è scritto come vuole TOML", |(_, italian)| italian)
}
