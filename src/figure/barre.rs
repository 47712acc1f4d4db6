//! Quantities side by side on one scale: a row for each thing, a panel for each series.

use std::ops::Range;

use super::accanto::{block, height, wrap};
use super::misure::{pieces, width};
use super::{CORPO, Colore, Disegno, Linea, PAGINA, Rettangolo, Scritta, Segno, Stile, Tinta};

/// Air around the name of a row, and between a bar and its quantity.
const ARIA: i32 = 16;
const STACCO: i32 = 8;
/// The least height of a row, and that of a bar.
const RIGA: i32 = 44;
const BARRA: i32 = 26;
/// Lines that a name, and the heading of a panel, may take.
const RIGHE: usize = 4;
/// Hundredths of the width that names may take beside their bars.
const BESIDE: i32 = 24;
/// Width of the square of a degree, and from one to the next.
const QUADRO: i32 = 22;
const PASSO: i32 = 28;

/// A quantity as printed, and in thousandths of the longest bar of the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quanto {
    /// As printed.
    pub scritto: String,
    /// Thousandths of the longest: 0 to 1000.
    pub quota: i32,
    /// Thousandths that the whole takes of which it is a part, outlined; zero where it is of none.
    pub tutto: i32,
}

/// A row: a name and a quantity for each panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riga {
    /// Name.
    pub nome: String,
    /// What stands under the name; may be empty.
    pub nota: String,
    /// Its degree, out of how many: as many squares; zero out of zero where it has none.
    pub grado: (i32, i32),
    /// Quantities.
    pub quanti: Vec<Quanto>,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Barre {
    /// Headings of the panels; empty where there is but one and the title says it.
    pub colonne: Vec<String>,
    /// Rows.
    pub righe: Vec<Riga>,
    /// Hue.
    pub tinta: Tinta,
}

impl Barre {
    /// The drawings, one for each page that the rows ask for; none without rows, or where the
    /// quantities are so many or so long that no bar has room.
    #[must_use]
    pub fn draw(&self, larghezza: i32) -> Vec<Disegno> {
        let panels = self.righe.iter().map(|riga| riga.quanti.len()).max().unwrap_or(0);
        let Some(panels) = i32::try_from(panels).ok().filter(|panels| *panels > 0) else {
            return Vec::new();
        };
        let squares = self.righe.iter().map(|riga| squares_width(riga.grado.1)).max().unwrap_or(0);
        let words = self.righe.iter().flat_map(|riga| [&riga.nome, &riga.nota]);
        let longest = words.map(|text| width(text, CORPO, false)).max();
        let asks = longest.unwrap_or(0) + squares + 2 * ARIA;
        // Long names stand above their bars: a narrow screen shows both.
        let above = asks > larghezza * BESIDE / 100;
        let names_end = if above { 0 } else { asks };
        let panel = (larghezza - names_end) / panels;
        let quantities = self.righe.iter().flat_map(|riga| &riga.quanti);
        let written = quantities.map(|quanto| width(&quanto.scritto, CORPO, false)).max();
        let longest = panel - STACCO - ARIA - written.unwrap_or(0);
        if longest < 2 * ARIA {
            return Vec::new();
        }
        let room = if above { larghezza } else { names_end - ARIA } - squares;
        let lines = |riga: &Riga| {
            let both = [&riga.nome, &riga.nota].into_iter();
            both.flat_map(|text| wrap(text, CORPO, room, RIGHE)).collect()
        };
        let names: Vec<Vec<String>> = self.righe.iter().map(lines).collect();
        let high: Vec<i32> = names
            .iter()
            .map(|lines| match (above, height(lines.len().max(1), CORPO)) {
                (true, text) => ARIA / 2 + text + RIGA,
                (false, text) => RIGA.max(text + ARIA),
            })
            .collect();
        let titles: Vec<Vec<String>> =
            self.colonne.iter().map(|name| wrap(name, CORPO, panel - ARIA, RIGHE)).collect();
        let lines = titles.iter().map(Vec::len).max().unwrap_or(0);
        let testata = if lines == 0 { 0 } else { height(lines, CORPO) + STACCO };
        let place = Posto { names_end, panel, longest, squares, tinta: self.tinta };
        let draw = |rows: Range<usize>| {
            let mut segni = Vec::new();
            for (lines, index) in titles.iter().zip(0..) {
                let x = names_end + index * panel;
                let modello = Scritta::new("", x, 0, CORPO).ink(Colore::Tenue);
                let middle = testata - STACCO - height(lines.len(), CORPO) / 2;
                segni.extend(block(lines, &modello, middle));
            }
            let mut y = testata;
            for index in rows {
                segni.push(rule(larghezza, y));
                let bars = if above { y + high[index] - RIGA / 2 } else { y + high[index] / 2 };
                let name = if above { y + (ARIA / 2 + high[index] - RIGA) / 2 } else { bars };
                segni.extend(place.name(&self.righe[index], &names[index], name));
                segni.extend(place.bars(&self.righe[index], bars));
                y += high[index];
            }
            segni.push(rule(larghezza, y));
            Disegno { larghezza, altezza: y + 1, segni }
        };
        pieces(&high, PAGINA - testata - 1).into_iter().map(draw).collect()
    }
}

/// A thin line from side to side.
fn rule(larghezza: i32, y: i32) -> Segno {
    let (x1, x2, tinta) = (0, larghezza, Tinta::Neutra);
    Segno::Linea(Linea { x1, y1: y, x2, y2: y, spessore: 1, spezzata: false, tinta })
}

/// Squares of a degree from `x` on, their middle on `y`: filled those up to the degree.
pub(super) fn squares((grado, gradi): (i32, i32), x: i32, y: i32, tinta: Tinta) -> Vec<Segno> {
    let square = |index: i32| {
        let stile = if index < grado { Stile::Pieno } else { Stile::Vuoto };
        let (larghezza, altezza) = (QUADRO, QUADRO);
        let (x, y) = (x + index * PASSO, y - QUADRO / 2);
        Segno::Rettangolo(Rettangolo { x, y, larghezza, altezza, tinta, stile })
    };
    (0..gradi).map(square).collect()
}

/// Room that the squares of a degree take.
pub(super) fn squares_width(gradi: i32) -> i32 {
    if gradi > 0 { gradi * PASSO + STACCO } else { 0 }
}

struct Posto {
    names_end: i32,
    panel: i32,
    longest: i32,
    squares: i32,
    tinta: Tinta,
}

impl Posto {
    /// The name of a row, its middle on `y`.
    fn name(&self, riga: &Riga, name: &[String], y: i32) -> Vec<Segno> {
        let mut segni = squares(riga.grado, 2, y, self.tinta);
        segni.extend(block(name, &Scritta::new("", self.squares, 0, CORPO), y));
        segni
    }

    /// The bars of a row, their middle on `y`.
    fn bars(&self, riga: &Riga, y: i32) -> Vec<Segno> {
        let tinta = self.tinta;
        let mut segni = Vec::new();
        for (quanto, index) in riga.quanti.iter().zip(0..) {
            let x = self.names_end + index * self.panel;
            let long = self.longest * quanto.quota.clamp(0, 1000) / 1000;
            let larghezza = if quanto.quota > 0 { long.max(3) } else { 0 };
            let whole = self.longest * quanto.tutto.clamp(0, 1000) / 1000;
            let bar = |larghezza: i32, stile: Stile| {
                let (y, altezza) = (y - BARRA / 2, BARRA);
                let bar = Rettangolo { x, y, larghezza, altezza, tinta, stile };
                (larghezza > 0).then_some(Segno::Rettangolo(bar))
            };
            segni.extend(bar(whole, Stile::Vuoto));
            segni.extend(bar(larghezza, Stile::Pieno));
            let modello = Scritta::new("", x + larghezza.max(whole) + STACCO, 0, CORPO);
            segni.extend(block(std::slice::from_ref(&quanto.scritto), &modello, y));
        }
        segni
    }
}
