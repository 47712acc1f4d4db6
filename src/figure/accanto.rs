//! Text beside a mark: lines of a given width, measured with the font that draws them.

use super::misure::width;
use super::{Scritta, Segno};

/// Hundredths of the font size between two base lines.
const INTERLINEA: i32 = 118;
/// Hundredths of the font size from the middle of a line's ink to its base line.
const SOTTO_IL_MEZZO: i32 = 25;
/// At the end of what is cut.
const PUNTINI: char = '…';

/// Height of some lines.
pub(super) fn height(righe: usize, corpo: i32) -> i32 {
    i32::try_from(righe).unwrap_or(i32::MAX / INTERLINEA / corpo.max(1)) * passo(corpo)
}

/// From a base line to the next.
fn passo(corpo: i32) -> i32 {
    corpo * INTERLINEA / 100
}

/// A text on lines of at most `larghezza`, as many as it takes up to `massimo`: what does not fit
/// is cut. A word longer than a line goes on in the next, with a hyphen.
pub(super) fn wrap(testo: &str, corpo: i32, larghezza: i32, massimo: usize) -> Vec<String> {
    let fits = |riga: &str| width(riga, corpo, false) <= larghezza;
    let mut righe: Vec<String> = Vec::new();
    for parola in testo.split_whitespace() {
        let joined = righe.last().map(|riga| format!("{riga} {parola}"));
        match (joined.filter(|riga| fits(riga)), righe.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => righe.extend(pieces(parola, &fits)),
        }
        if righe.len() > massimo {
            break;
        }
    }
    if righe.len() > massimo {
        righe.truncate(massimo);
        if let Some(last) = righe.last_mut() {
            last.push(PUNTINI);
            while !fits(last) && last.pop().is_some() {
                last.pop();
                last.push(PUNTINI);
            }
        }
    }
    righe
}

/// A word in pieces that fit on a line each: one, as a rule.
fn pieces(parola: &str, fits: &impl Fn(&str) -> bool) -> Vec<String> {
    if fits(parola) {
        return vec![parola.into()];
    }
    let mut pieces = vec![String::new()];
    for c in parola.chars() {
        let last = pieces.last_mut().expect("never empty");
        if last.is_empty() || fits(&format!("{last}{c}-")) {
            last.push(c);
        } else {
            last.push('-');
            pieces.push(c.into());
        }
    }
    pieces
}

/// Lines of text whose block has its middle on `y`, each made of `modello`.
pub(super) fn block(righe: &[String], modello: &Scritta, y: i32) -> Vec<Segno> {
    let (passo, corpo) = (passo(modello.corpo), modello.corpo);
    let top = y - height(righe.len(), corpo) / 2 + passo / 2 + corpo * SOTTO_IL_MEZZO / 100;
    let riga = |(testo, base): (&String, i32)| {
        Segno::Scritta(Scritta { testo: testo.clone(), y: base, ..modello.clone() })
    };
    righe.iter().zip((0..).map(|index| top + index * passo)).map(riga).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_whole_or_says_that_it_is_cut() {
        let text = "Internazionalizzazione precipitevolissimevolmente di ogni cosa";
        let whole = wrap(text, 30, 200, 20);
        assert_eq!(whole.concat().replace(['-', ' '], ""), text.replace(' ', ""));
        assert!(whole.iter().all(|riga| width(riga, 30, false) <= 200), "{whole:?}");
        let cut = wrap(text, 30, 200, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…') && width(&cut[1], 30, false) <= 200, "{cut:?}");
        assert_eq!(wrap("Una riga", 30, 400, 3), ["Una riga"]);
        assert_eq!(wrap("  ", 30, 400, 3), [""; 0]);
    }
}
