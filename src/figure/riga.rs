//! Small drawings inside a line of text: they repeat what stands beside them.

use super::barre::{squares, squares_width};
use super::{Disegno, Rettangolo, Segno, Stile, Tinta};

/// Height of the squares of a degree.
const GRADI: i32 = 26;
/// Size of a bar.
const LARGHEZZA: i32 = 240;
const BARRA: i32 = 24;

/// A degree as squares, filled those up to it.
#[must_use]
pub fn degree(grado: (i32, i32)) -> Disegno {
    let tinta = Tinta::Neutra;
    let segni = squares(grado, 2, GRADI / 2, tinta);
    Disegno { larghezza: squares_width(grado.1), altezza: GRADI, segni }
}

/// A bar of some thousandths of the longest, which is outlined.
#[must_use]
pub fn bar(quota: i32, tinta: Tinta) -> Disegno {
    let larghezza = LARGHEZZA * quota.clamp(0, 1000) / 1000;
    let mark = |larghezza: i32, stile| {
        Segno::Rettangolo(Rettangolo { x: 0, y: 0, larghezza, altezza: BARRA, tinta, stile })
    };
    let full = (larghezza > 0).then(|| mark(larghezza, Stile::Pieno));
    let segni = [mark(LARGHEZZA, Stile::Vuoto)].into_iter().chain(full).collect();
    Disegno { larghezza: LARGHEZZA, altezza: BARRA, segni }
}
