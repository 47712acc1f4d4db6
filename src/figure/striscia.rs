//! The strip of an indicator: where one starts and where one wants to arrive, on a short line.

use super::{Disco, Disegno, Linea, Poligono, Segno, Stile, Tinta};

/// Size of the drawing, and of what it holds.
const LARGHEZZA: i32 = 240;
const ALTEZZA: i32 = 50;
/// What the ends of the line leave for the arrow of the way that is better.
const ORLO: i32 = 30;
/// Radii of the start, of a target and of the last one.
const PARTENZA: i32 = 14;
const TRAGUARDO: i32 = 7;
const ARRIVO: i32 = 10;
/// Half the height of the arrow.
const FRECCIA: i32 = 9;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verso {
    /// More.
    Sale,
    /// Less.
    Scende,
    /// As it is, or nobody says.
    Resta,
}

/// Draws the strip: places from 0 to 1000 of the start and of the targets in their order.
#[must_use]
pub fn draw(partenza: i32, traguardi: &[i32], verso: Verso) -> Disegno {
    let (y, tinta) = (ALTEZZA / 2, Tinta::Neutra);
    let x = |place: i32| ORLO + (LARGHEZZA - 2 * ORLO) * place.clamp(0, 1000) / 1000;
    let line = |x1: i32, x2: i32, spessore: i32| {
        Segno::Linea(Linea { x1, y1: y, x2, y2: y, spessore, spezzata: false, tinta })
    };
    let disc = |x: i32, r: i32, stile: Stile| Segno::Disco(Disco { x, y, r, tinta, stile });
    let mut segni = vec![line(ORLO, LARGHEZZA - ORLO, 2)];
    let arrow = |tip: i32, base: i32| {
        let punti = vec![[tip, y], [base, y - FRECCIA], [base, y + FRECCIA]];
        Segno::Poligono(Poligono { punti, tinta, stile: Stile::Pieno })
    };
    match verso {
        Verso::Sale => segni.push(arrow(LARGHEZZA - 2, LARGHEZZA - 14)),
        Verso::Scende => segni.push(arrow(2, 14)),
        Verso::Resta => {}
    }
    let start = x(partenza);
    if let Some(last) = traguardi.last() {
        segni.push(line(start, x(*last), 8));
    }
    segni.push(disc(start, PARTENZA, Stile::Vuoto));
    for (index, place) in traguardi.iter().enumerate() {
        let r = if index + 1 == traguardi.len() { ARRIVO } else { TRAGUARDO };
        segni.push(disc(x(*place), r, Stile::Pieno));
    }
    Disegno { larghezza: LARGHEZZA, altezza: ALTEZZA, segni }
}
