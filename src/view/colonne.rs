//! How much room the columns of a table ask for, measured here once for every layout: the share
//! of the width, and in letters what the words and the numbers of a column need.
//!
//! A layout knows how wide its letters and its page are: it turns these measures into lengths,
//! and looks into no cell to do so. Letters are estimates, and err on the side of room: words and
//! long runs are counted in bytes of UTF-8, where an accented letter is two.

use super::document::{Allinea, Blocco, Colonna, Parte, RigaTabella, Tabella, Tratto};
use super::markdown;
use super::visita::{NodoMut, visit_mut};

/// The least that a column asks for, whatever it holds.
const LEAST: usize = 3;
/// The longest number that stays whole at all costs.
const NUMBER: usize = 18;
/// The longest value that is better on one line: a date, a short name.
const SHORT: usize = 17;
/// The longest word that is worth a wider column: longer ones are hyphenated.
const WORD: usize = 14;
/// The same, where the columns are more than `FEW`.
const WORD_AMONG_MANY: usize = 11;
const FEW: usize = 6;
/// Tenths of a millimetre of a drawing that take the place of a letter.
const LETTER: i32 = 17;
/// The lines on which what a row says on a line of its own may stand.
const DETAIL_LINES: usize = 2;
/// A run as long as this, in bytes, is long.
const LONG: usize = 40;

/// A column, `larghezza` being its share of the width; `measure` tells its letters, once the
/// document is whole.
pub(super) fn column(titolo: impl Into<String>, allinea: Allinea, larghezza: u8) -> Colonna {
    let titolo = titolo.into();
    Colonna { titolo, allinea, larghezza, minimo: 0, comodo: 0, massimo: 0, sillabe: false }
}

/// The share of the width that cells ask for, from their mean length in characters.
pub(super) fn share<'c>(cells: impl Iterator<Item = &'c Vec<Tratto>>) -> u8 {
    let lengths: Vec<usize> = cells.map(|cell| markdown::plain(cell).chars().count()).collect();
    match lengths.iter().sum::<usize>() / lengths.len().max(1) {
        0..6 => 1,
        6..16 => 2,
        16..30 => 3,
        30..55 => 4,
        55..90 => 5,
        _ => 6,
    }
}

/// Measures the columns of every table, when nothing will change in their cells any more.
pub(super) fn measure(parti: &mut [Parte]) {
    visit_mut(parti, &mut |nodo| {
        if let NodoMut::Blocco(Blocco::Tabella(tabella)) = nodo {
            measure_table(tabella);
        }
    });
}

/// Measures the columns of a table.
pub(super) fn measure_table(Tabella { colonne, righe, .. }: &mut Tabella) {
    for riga in righe.iter_mut() {
        riga.lettere = riga.celle.iter().map(|cell| count(letters(cell))).collect();
    }
    let word = if colonne.len() > FEW { WORD_AMONG_MANY } else { WORD };
    for (index, colonna) in colonne.iter_mut().enumerate() {
        measure_one(colonna, righe, index, word);
    }
    make_room(colonne, righe);
}

/// What rows say on a line of their own has the columns after the first to stand in: these have
/// more use for room.
fn make_room(colonne: &mut [Colonna], righe: &[RigaTabella]) {
    let longest = righe.iter().map(|riga| letters(&riga.dettaglio)).max().unwrap_or(0);
    let others = colonne.len().saturating_sub(1).max(1);
    let each = count((longest / DETAIL_LINES / others).min(LONG));
    for colonna in colonne.iter_mut().skip(1) {
        colonna.massimo = colonna.massimo.max(each);
    }
}

fn measure_one(colonna: &mut Colonna, righe: &[RigaTabella], index: usize, word: usize) {
    let cells = || righe.iter().filter_map(|riga| riga.celle.get(index));
    let whole = cells().map(|cell| letters(cell)).max().unwrap_or(0);
    let needed = match colonna.allinea {
        Allinea::Fine => whole.min(NUMBER),
        Allinea::Inizio => cells().map(|cell| longest_piece(cell)).max().unwrap_or(0).min(word),
    };
    let header = longest_word(&colonna.titolo);
    let minimo = LEAST.max(header.min(word)).max(needed);
    let massimo = minimo.max(whole);
    colonna.minimo = count(minimo);
    colonna.comodo = count(if massimo <= SHORT { massimo } else { minimo });
    colonna.massimo = count(massimo);
    colonna.sillabe = header > word;
}

fn count(letters: usize) -> u32 {
    u32::try_from(letters).unwrap_or(u32::MAX)
}

/// The letters of a cell, those of its notes too.
fn letters(cell: &[Tratto]) -> usize {
    let of = |run: &Tratto| match run {
        Tratto::Testo { testo } | Tratto::Codice { testo } | Tratto::Mancante { testo } => {
            if testo.len() < LONG { signs(testo) } else { testo.len() }
        }
        Tratto::Disegno { disegno } => usize::try_from(disegno.larghezza / LETTER).unwrap_or(0),
        run => letters(run.tratti()),
    };
    cell.iter().map(of).sum()
}

/// The letters of a text, each with its accents, in whichever way they are written.
fn signs(text: &str) -> usize {
    text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).count()
}

/// The longest piece of a cell that stays on one line: a word of what is only text; of what is
/// more, a code or a link, all of it.
fn longest_piece(cell: &[Tratto]) -> usize {
    match cell {
        [Tratto::Testo { testo } | Tratto::Codice { testo } | Tratto::Mancante { testo }] => {
            longest_word(testo)
        }
        cell => letters(cell),
    }
}

/// The longest word of a text, in bytes.
fn longest_word(text: &str) -> usize {
    text.split(' ').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(testo: &str) -> Tratto {
        Tratto::Testo { testo: testo.into() }
    }

    /// The only column of a table that holds these cells.
    fn measured(titolo: &str, allinea: Allinea, cells: &[Vec<Tratto>]) -> [u32; 3] {
        let mut colonna = column(titolo, allinea, 1);
        let row = |cell: &Vec<Tratto>| RigaTabella::new(String::new(), vec![cell.clone()]);
        let righe: Vec<_> = cells.iter().map(row).collect();
        measure_one(&mut colonna, &righe, 0, WORD);
        assert_eq!(colonna.sillabe, titolo.len() > WORD);
        [colonna.minimo, colonna.comodo, colonna.massimo]
    }

    #[test]
    fn a_column_asks_for_its_words_and_its_numbers() {
        let of = |testo: &str| vec![text(testo)];
        let (inizio, fine) = (Allinea::Inizio, Allinea::Fine);
        // Nothing but a header; a value that holds on a line; a text, which breaks between words.
        assert_eq!(measured("N.", inizio, &[]), [3, 3, 3]);
        assert_eq!(measured("Data", inizio, &[of("31 gennaio 2027")]), [7, 15, 15]);
        assert_eq!(measured("Dove", inizio, &[of("–"), of("presso la sede centrale")]), [8, 8, 23]);
        // A number stays whole, a long word is hyphenated, of a cell of more runs all is one piece.
        assert_eq!(measured("Euro", fine, &[of("3"), of("1.234.567.890,00")]), [16, 16, 16]);
        assert_eq!(measured("Caratteristiche", inizio, &[of("sì")]), [14, 14, 14]);
        let code = vec![Tratto::Forte { tratti: of("Asilo") }, Tratto::Acapo, text("A1.2")];
        assert_eq!(measured("Nome", inizio, &[code]), [9, 9, 9]);
        // An accented letter is one in a short text, however it is written, and two in a word.
        assert_eq!(measured("N.", inizio, &[of("perché no")]), [7, 9, 9]);
        assert_eq!(measured("N.", fine, &[of("e\u{301}")]), [3, 3, 3]);
        assert_eq!(measured("N.", fine, &[of("perche\u{301}")]), [6, 6, 6]);
    }

    #[test]
    fn long_cells_have_a_larger_share() {
        let of = |letters: usize| vec![text(&"a".repeat(letters))];
        assert_eq!(share([].into_iter()), 1);
        assert_eq!(share([of(5), of(6)].iter()), 1);
        assert_eq!(share([of(0), of(60)].iter()), 4);
        assert_eq!(share([of(90)].iter()), 6);
    }
}
