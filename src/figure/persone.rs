//! Two parts of each group side by side: one to the left of an axis, the other to the right.

use super::misure::{hatch, line_height, lines, width, wrap};
use super::{
    CORPO, Colore, Disegno, Linea, PAGINA, Punto, Rettangolo, Scritta, Segno, Stile, Tinta,
};

/// Width of the column of names, in hundredths of the drawing's.
const NOMI: i32 = 31;
/// Air between a bar and its number, and around the columns.
const STACCO: i32 = 9;
/// Air above and below a name, the least height of a row, and that of a bar.
const ARIA: i32 = 8;
const RIGA: i32 = 46;
const BARRA: i32 = 28;
/// Slanted lines of the bars on the right: how far apart, how thick.
const PASSO: i32 = 9;
const TRATTO: i32 = 2;
/// Thickness of the axis.
const FILO: i32 = 2;
/// The least width of a bar.
const MINIMO: i32 = 3;

/// A number and how it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quanti {
    /// The number.
    pub numero: i64,
    /// As printed.
    pub scritto: String,
}

/// A group in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gruppo {
    /// Name.
    pub nome: String,
    /// What is drawn to the left of the axis.
    pub sinistra: Quanti,
    /// What is drawn to the right of the axis.
    pub destra: Quanti,
    /// All of it, as printed.
    pub totale: String,
}

/// The headings over the drawing: left, right, and that of the totals.
#[derive(Debug, Clone, Copy)]
pub struct Testata<'a> {
    /// Of the left part.
    pub sinistra: &'a str,
    /// Of the right part.
    pub destra: &'a str,
    /// Of the totals.
    pub totale: &'a str,
}

/// The drawing; nothing where there is nobody to draw, or where a page is not enough.
#[must_use]
pub fn draw(
    gruppi: &[Gruppo],
    testata: Testata<'_>,
    larghezza: i32,
    tinta: Tinta,
) -> Option<Disegno> {
    let parts = || gruppi.iter().flat_map(|gruppo| [&gruppo.sinistra, &gruppo.destra]);
    let most = parts().map(|quanti| quanti.numero).max().filter(|most| *most > 0)?;
    let names = larghezza * NOMI / 100;
    let written = parts().map(|quanti| width(&quanti.scritto, CORPO, false)).max()?;
    let totals = gruppi.iter().map(|gruppo| width(&gruppo.totale, CORPO, true)).max()?;
    let totals = totals.max(width(testata.totale, CORPO, false));
    let half = (larghezza - names - totals - 3 * STACCO) / 2;
    let longest = half - written - STACCO;
    if longest < BARRA {
        return None;
    }
    let axis = names + STACCO + half;
    let place = Posto { larghezza, axis, longest, most, tinta };
    let mut segni = Vec::new();
    let head = Scritta::new("", 0, 0, CORPO).ink(Colore::Tenue);
    for (testo, x, allinea) in [
        (testata.sinistra, axis - STACCO, Punto::Fine),
        (testata.destra, axis + STACCO, Punto::Inizio),
        (testata.totale, larghezza, Punto::Fine),
    ] {
        segni.extend(lines(&[testo.into()], &Scritta { x, allinea, ..head.clone() }, 0));
    }
    let mut y = line_height(CORPO) + STACCO;
    for gruppo in gruppi {
        let name = wrap(&gruppo.nome, CORPO, false, names - STACCO);
        let text = line_height(CORPO) * i32::try_from(name.len()).unwrap_or(0);
        let high = RIGA.max(text + 2 * ARIA);
        segni.extend(lines(&name, &Scritta::new("", 0, 0, CORPO), y + (high - text) / 2));
        segni.extend(place.row(gruppo, y + high / 2));
        y += high;
    }
    let (x1, y1, x2, y2) = (axis, line_height(CORPO) + STACCO, axis, y);
    let (spessore, spezzata, tinta) = (FILO, false, Tinta::Neutra);
    segni.push(Segno::Linea(Linea { x1, y1, x2, y2, spessore, spezzata, tinta }));
    (y < PAGINA).then(|| Disegno { larghezza, altezza: y + 1, segni })
}

struct Posto {
    larghezza: i32,
    axis: i32,
    longest: i32,
    most: i64,
    tinta: Tinta,
}

impl Posto {
    /// The bars and the numbers of a row whose middle is on `y`.
    fn row(&self, gruppo: &Gruppo, y: i32) -> Vec<Segno> {
        let (left, right) = (self.length(&gruppo.sinistra), self.length(&gruppo.destra));
        let (axis, tinta, top) = (self.axis, self.tinta, y - line_height(CORPO) / 2);
        let bar = |x: i32, larghezza: i32, stile: Stile| {
            let (y, altezza) = (y - BARRA / 2, BARRA);
            Rettangolo { x, y, larghezza, altezza, tinta, stile }
        };
        let mut segni = Vec::new();
        if left > 0 {
            segni.push(Segno::Rettangolo(bar(axis - left, left, Stile::Pieno)));
        }
        if right > 0 {
            let room = bar(axis, right, Stile::Vuoto);
            segni.push(Segno::Rettangolo(room.clone()));
            segni.extend(hatch(&room, PASSO, TRATTO, tinta));
        }
        let number = |testo: &str, x: i32, allinea: Punto, forte: bool| {
            let model = Scritta { forte, allinea, ..Scritta::new("", x, 0, CORPO) };
            lines(&[testo.into()], &model, top)
        };
        segni.extend(number(&gruppo.sinistra.scritto, axis - left - STACCO, Punto::Fine, false));
        segni.extend(number(&gruppo.destra.scritto, axis + right + STACCO, Punto::Inizio, false));
        segni.extend(number(&gruppo.totale, self.larghezza, Punto::Fine, true));
        segni
    }

    /// Length of a bar: none for nobody, and never so short that it is not seen.
    fn length(&self, quanti: &Quanti) -> i32 {
        if quanti.numero <= 0 {
            return 0;
        }
        let long = i128::from(quanti.numero) * i128::from(self.longest) / i128::from(self.most);
        i32::try_from(long).unwrap_or(self.longest).max(MINIMO)
    }
}
