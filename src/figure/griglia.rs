//! Events by likelihood and impact: a cell for each pair, with its level and the codes inside.

use super::accanto::{block, height, wrap};
use super::barre::{squares, squares_width};
use super::misure::width;
use super::{
    CORPO, Colore, Disegno, PAGINA, Punto, Rettangolo, Rinvio, Scritta, Segno, Stile, Tinta,
};

/// Height of the box of a code, from one row of them to the next, and air inside a box and a cell.
const CASELLA: i32 = 46;
const PASSO: i32 = 54;
const ARIA: i32 = 12;
/// Air between two cells.
const STACCO: i32 = 8;
/// The least height of a cell.
const CELLA: i32 = 110;
/// Height of the line of a level.
const LIVELLO: i32 = 50;
/// Lines that the word of a scale may take.
const RIGHE: usize = 3;

/// An event: its code, its name, and the anchor that it leads to; empty where it leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evento {
    /// Code.
    pub codice: String,
    /// Name.
    pub nome: String,
    /// Anchor; may be empty.
    pub rinvio: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cella {
    /// Level, as the plan calls it; empty where it gives none.
    pub livello: String,
    /// Its degree, out of how many; zero out of zero where it has none.
    pub grado: (i32, i32),
    /// Events.
    pub eventi: Vec<Evento>,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Griglia {
    /// What the rows and the columns are.
    pub assi: [String; 2],
    /// Words of the rows, the least first.
    pub righe: Vec<String>,
    /// Words of the columns, the least first.
    pub colonne: Vec<String>,
    /// Cells, row by row.
    pub celle: Vec<Vec<Cella>>,
    /// Hue.
    pub tinta: Tinta,
}

impl Griglia {
    /// Draws the grid, the least in the bottom left corner; nothing where the columns are too
    /// narrow for a code, or the page too low for them all.
    #[must_use]
    pub fn draw(&self, larghezza: i32) -> Option<Disegno> {
        let columns = i32::try_from(self.colonne.len()).ok().filter(|columns| *columns > 0)?;
        let words = self.righe.iter().chain([&self.assi[0]]);
        let words = words.map(|word| width(word, CORPO, false)).max().unwrap_or(0);
        let sinistra = (words + 2 * ARIA).min(larghezza * 16 / 100);
        let wide = (larghezza - sinistra) / columns;
        let all = || self.celle.iter().flatten();
        let codes = all().flat_map(|cell| &cell.eventi).map(box_width).max().unwrap_or(0);
        let levels = all().map(level_width).max().unwrap_or(0);
        if codes.max(levels) > wide - STACCO - 2 * ARIA {
            return None;
        }
        let titles: Vec<Vec<String>> =
            self.colonne.iter().map(|name| wrap(name, CORPO, wide - STACCO, RIGHE)).collect();
        let lines = titles.iter().map(Vec::len).max().unwrap_or(0);
        let testata = height(1, CORPO) + ARIA + height(lines, CORPO) + ARIA;
        let axis = |text: &String, x: i32, room: i32, middle: i32| {
            let modello = Scritta::new("", x, 0, CORPO).ink(Colore::Tenue);
            block(&wrap(text, CORPO, room, 1), &modello, middle)
        };
        let [down, across] = &self.assi;
        let half = height(1, CORPO) / 2;
        let mut segni = axis(across, sinistra, larghezza - sinistra, half);
        segni.extend(axis(down, 0, sinistra - ARIA, testata - ARIA - half));
        for (lines, index) in titles.iter().zip(0..) {
            let modello = Scritta::new("", sinistra + index * wide, 0, CORPO);
            segni.extend(block(lines, &modello, testata - ARIA - height(lines.len(), CORPO) / 2));
        }
        let mut y = testata;
        for (name, cells) in self.righe.iter().zip(&self.celle).rev() {
            let inner = wide - STACCO - 2 * ARIA;
            let rows = cells.iter().map(|cell| flow(&cell.eventi, inner).len()).max().unwrap_or(0);
            let rows = i32::try_from(rows).ok()?;
            let high = CELLA.max(LIVELLO + 2 * ARIA + rows * PASSO);
            let lines = wrap(name, CORPO, sinistra - 2 * ARIA, RIGHE);
            segni.extend(block(&lines, &Scritta::new("", 0, 0, CORPO), y + high / 2));
            for (cell, index) in cells.iter().zip(0..) {
                let x = sinistra + index * wide;
                segni.extend(self.cell(cell, [x, y, wide - STACCO, high]));
            }
            y += high + STACCO;
        }
        (y <= PAGINA).then_some(Disegno { larghezza, altezza: y, segni })
    }

    /// The marks of a cell in a rectangle: the higher the level, the more it stands out.
    fn cell(&self, cell: &Cella, [x, y, larghezza, altezza]: [i32; 4]) -> Vec<Segno> {
        let tinta = self.tinta;
        let (grado, gradi) = cell.grado;
        let stile = if gradi > 1 && grado * 2 > gradi { Stile::Tenue } else { Stile::Vuoto };
        let ground = Rettangolo { x, y, larghezza, altezza, tinta, stile };
        let mut segni = vec![Segno::Rettangolo(ground)];
        let middle = y + ARIA + LIVELLO / 2;
        segni.extend(squares(cell.grado, x + ARIA, middle, tinta));
        let at = x + ARIA + squares_width(gradi);
        if !cell.livello.is_empty() {
            let level = std::slice::from_ref(&cell.livello);
            segni.extend(block(level, &Scritta::new("", at, 0, CORPO), middle));
        }
        let rows = flow(&cell.eventi, larghezza - 2 * ARIA);
        for (row, index) in rows.into_iter().zip(0..) {
            let top = y + ARIA + LIVELLO + index * PASSO;
            let mut left = x + ARIA;
            for evento in row {
                let wide = box_width(evento);
                segni.extend(event(evento, [left, top, wide, CASELLA], tinta));
                left += wide + STACCO;
            }
        }
        segni
    }
}

/// The box of an event, that leads to its card where there is one.
fn event(evento: &Evento, [x, y, larghezza, altezza]: [i32; 4], tinta: Tinta) -> Vec<Segno> {
    let ground = Rettangolo { x, y, larghezza, altezza, tinta, stile: Stile::Vuoto };
    let modello = Scritta::new("", x + larghezza / 2, 0, CORPO).at(Punto::Mezzo);
    let text = block(std::slice::from_ref(&evento.codice), &modello, y + altezza / 2);
    let segni: Vec<Segno> = [Segno::Rettangolo(ground)].into_iter().chain(text).collect();
    if evento.rinvio.is_empty() {
        return segni;
    }
    let name = format!("{}: {}", evento.codice, evento.nome);
    vec![Segno::Rinvio(Rinvio::new(&evento.rinvio, &name, segni))]
}

fn box_width(evento: &Evento) -> i32 {
    width(&evento.codice, CORPO, false) + 2 * ARIA
}

fn level_width(cell: &Cella) -> i32 {
    squares_width(cell.grado.1) + width(&cell.livello, CORPO, false)
}

/// Events in rows of boxes no wider than `larghezza`.
fn flow(eventi: &[Evento], larghezza: i32) -> Vec<Vec<&Evento>> {
    let mut rows: Vec<Vec<&Evento>> = Vec::new();
    let mut left = 0;
    for evento in eventi {
        let wide = box_width(evento);
        match rows.last_mut() {
            Some(row) if left + wide <= larghezza => row.push(evento),
            _ => {
                rows.push(vec![evento]);
                left = 0;
            }
        }
        left += wide + STACCO;
    }
    rows
}
