//! What comes and goes year by year: what there is between the years, who comes in above the
//! line, who goes out below it.

use super::misure::{hatch, line_height, lines, width};
use super::{
    CORPO, Colore, Disegno, Linea, Poligono, Punto, Rettangolo, Scritta, Segno, Stile, Tinta,
};

/// Font size of what there is, and of what comes and goes.
const GRANDE: i32 = 44;
const MEDIO: i32 = 32;
/// Air inside a box, and around a bar.
const MARGINE: i32 = 14;
const STACCO: i32 = 6;
/// Width of a bar, and height of the highest.
const BARRA: i32 = 96;
const ALTA: i32 = 110;
/// The least height of a bar.
const MINIMA: i32 = 3;
/// Thickness of the line, and half the width of its head.
const FILO: i32 = 4;
const PUNTA: i32 = 11;
/// Slanted lines of the bars below: how far apart, how thick.
const PASSO: i32 = 10;
const TRATTO: i32 = 2;
/// Room for the outlines.
const ORLO: i32 = 3;

/// What there is at some moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stato {
    /// How much, as printed.
    pub quanti: String,
    /// When, in words.
    pub quando: String,
}

/// What comes and goes in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passo {
    /// The year.
    pub anno: String,
    /// What comes in: in thousandths of the most of the figure, and in words.
    pub entrata: (i32, String),
    /// What goes out.
    pub uscita: (i32, String),
    /// What may count or not, in words; may be empty.
    pub altro: String,
    /// What there is at the end.
    pub dopo: Stato,
}

/// The drawing; nothing where the years are so many, or the words so long, that they have no room.
#[must_use]
pub fn draw(prima: &Stato, passi: &[Passo], larghezza: i32, tinta: Tinta) -> Option<Disegno> {
    let stati = || std::iter::once(prima).chain(passi.iter().map(|passo| &passo.dopo));
    let words = stati().map(|s| width(&s.quanti, GRANDE, true).max(width(&s.quando, CORPO, false)));
    let boxed = words.max()? + 2 * MARGINE;
    let years = i32::try_from(passi.len()).ok().filter(|years| *years > 0)?;
    let cell = (larghezza - 2 * ORLO - (years + 1) * boxed) / years;
    let said = passi.iter().flat_map(|passo| [&passo.entrata.1, &passo.uscita.1]);
    let widest = said.map(|testo| width(testo, MEDIO, true)).max()?;
    let small = passi.iter().map(|passo| width(&passo.altro, CORPO, false)).max()?;
    if cell < widest.max(small).max(BARRA) + 2 * (STACCO + PUNTA) {
        return None;
    }
    let side = line_height(CORPO) + STACCO + line_height(MEDIO) + STACCO + ALTA;
    let place = Posto { boxed, cell, line: side, tinta };
    let mut segni = Vec::new();
    let mut x = ORLO;
    segni.extend(place.state(prima, x));
    for passo in passi {
        segni.extend(place.step(passo, x + boxed));
        x += boxed + cell;
        segni.extend(place.state(&passo.dopo, x));
    }
    let bottom = segni.iter().map(|segno| segno.ingombro().basso).max().unwrap_or(0);
    Some(Disegno { larghezza, altezza: bottom + ORLO, segni })
}

struct Posto {
    /// Width of a box, and of what stands between two.
    boxed: i32,
    cell: i32,
    /// Where the line is.
    line: i32,
    tinta: Tinta,
}

impl Posto {
    /// The box of what there is, from `x` on, in the middle of the line.
    fn state(&self, stato: &Stato, x: i32) -> Vec<Segno> {
        let (big, small) = (line_height(GRANDE), line_height(CORPO));
        let (altezza, tinta) = (big + small + 2 * MARGINE, self.tinta);
        let (y, larghezza, stile) = (self.line - altezza / 2, self.boxed, Stile::Tenue);
        let room = Rettangolo { x, y, larghezza, altezza, tinta, stile };
        let middle = x + larghezza / 2;
        let number = Scritta::new("", middle, 0, GRANDE).at(Punto::Mezzo).bold();
        let when = Scritta::new("", middle, 0, CORPO).at(Punto::Mezzo);
        let mut segni = vec![Segno::Rettangolo(room)];
        segni.extend(lines(std::slice::from_ref(&stato.quanti), &number, y + MARGINE));
        segni.extend(lines(std::slice::from_ref(&stato.quando), &when, y + MARGINE + big));
        segni
    }

    /// A year between two boxes, from `x` on.
    fn step(&self, passo: &Passo, x: i32) -> Vec<Segno> {
        let (line, tinta, middle) = (self.line, self.tinta, x + self.cell / 2);
        let year = Scritta::new("", middle, 0, CORPO).at(Punto::Mezzo).ink(Colore::Tenue);
        let said = Scritta::new("", middle, 0, MEDIO).at(Punto::Mezzo).bold();
        let (into, out) = (high(passo.entrata.0), high(passo.uscita.0));
        let bar = |y: i32, altezza: i32, stile: Stile| {
            let (x, larghezza) = (middle - BARRA / 2, BARRA);
            Rettangolo { x, y, larghezza, altezza, tinta, stile }
        };
        let mut segni = lines(std::slice::from_ref(&passo.anno), &year, 0);
        if into > 0 {
            segni.push(Segno::Rettangolo(bar(line - into, into, Stile::Pieno)));
        }
        if out > 0 {
            let room = bar(line, out, Stile::Vuoto);
            segni.push(Segno::Rettangolo(room.clone()));
            segni.extend(hatch(&room, PASSO, TRATTO, tinta));
        }
        let above = line - into - STACCO - line_height(MEDIO);
        segni.extend(lines(std::slice::from_ref(&passo.entrata.1), &said, above));
        segni.extend(lines(std::slice::from_ref(&passo.uscita.1), &said, line + out + STACCO));
        if !passo.altro.is_empty() {
            let below = line + out + STACCO + line_height(MEDIO);
            segni.extend(lines(std::slice::from_ref(&passo.altro), &year, below));
        }
        let (spessore, spezzata, end) = (FILO, false, x + self.cell);
        let (x1, y1, x2, y2) = (x, line, end - PUNTA, line);
        segni.push(Segno::Linea(Linea { x1, y1, x2, y2, spessore, spezzata, tinta }));
        let punti =
            vec![[end - 2 * PUNTA, line - PUNTA], [end, line], [end - 2 * PUNTA, line + PUNTA]];
        segni.push(Segno::Poligono(Poligono { punti, tinta, stile: Stile::Pieno }));
        segni
    }
}

/// Height of a bar of so many thousandths: none for nothing, and never so low that it is not seen.
fn high(quota: i32) -> i32 {
    if quota > 0 { (ALTA * quota.min(1000) / 1000).max(MINIMA) } else { 0 }
}
