//! The organisation chart: every unit a box, under or beside the one that it depends on.
//!
//! A unit stands at the top left of its branch; the units that depend on it hang from a line in
//! the gutter below it, side by side as many as have room, or one under the other.

use super::misure::{line_height, lines, wrap};
use super::{
    CORPO, Colore, Disegno, Linea, Poligono, Rettangolo, Rinvio, Scritta, Segno, Stile, Tinta,
};

/// Width of a box: at least, and at most.
const MINIMO: i32 = 290;
const MASSIMO: i32 = 430;
/// How far a branch stands to the right of the unit that it hangs from.
const RIENTRO: i32 = 36;
/// Air between two boxes: side by side, and one above the other.
const FIANCO: i32 = 22;
const SOTTO: i32 = 16;
/// From a unit down to the line that the boxes side by side below it hang from, and from this to
/// them.
const GRADINO: i32 = 16;
/// Air inside a box.
const MARGINE: i32 = 12;
/// Font size of a name.
const NOME: i32 = 28;
/// Thickness of the lines.
const FILO: i32 = 4;
/// Half the side of the mark under a unit whose branch is drawn elsewhere.
const SEGNO: i32 = 9;
/// Room for the outlines.
const ORLO: i32 = 3;

/// A unit, with those that depend on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unita {
    /// Anchor that its box leads to.
    pub rinvio: String,
    /// Name.
    pub nome: String,
    /// Who heads it; may be empty.
    pub responsabile: String,
    /// How many work there, in words; may be empty.
    pub dipendenti: String,
    /// The units that depend on it.
    pub sotto: Vec<Unita>,
}

/// A drawing of an organisation chart that may take several.
#[derive(Debug, Clone)]
pub struct Tavola<'a> {
    /// The unit whose branch it draws; none where it draws the top of all.
    pub capo: Option<&'a Unita>,
    /// The drawing.
    pub disegno: Disegno,
}

/// The sheet that a chart is laid out for.
#[derive(Debug, Clone, Copy)]
pub struct Foglio {
    /// Width.
    pub larghezza: i32,
    /// The most that a drawing may be high.
    pub altezza: i32,
    /// Hue.
    pub tinta: Tinta,
}

/// What hangs together in a drawing: some units, under their own one when it is drawn too.
#[derive(Clone, Copy)]
struct Ramo<'a> {
    capo: Option<&'a Unita>,
    sotto: &'a [Unita],
    /// How many levels of the units are drawn.
    livelli: usize,
}

impl Foglio {
    /// The drawings of some units that depend on nobody: one, or the top of all and then each
    /// branch, where one would be higher than the sheet.
    #[must_use]
    pub fn draw<'a>(&self, units: &'a [Unita]) -> Vec<Tavola<'a>> {
        let mut out = Vec::new();
        if !units.is_empty() && minimum(units, usize::MAX) <= self.larghezza {
            self.tables(None, units, &mut out);
        }
        out
    }

    fn tables<'a>(&self, capo: Option<&'a Unita>, sotto: &'a [Unita], out: &mut Vec<Tavola<'a>>) {
        let whole = levels(sotto);
        let top =
            (usize::from(capo.is_none()) + 1..whole).find(|level| width_of(sotto, *level) > 1);
        for livelli in [Some(whole), top, Some(1)].into_iter().flatten() {
            let disegno = self.drawing(Ramo { capo, sotto, livelli });
            if disegno.altezza <= self.altezza || (livelli == 1 && sotto.len() == 1) {
                out.push(Tavola { capo, disegno });
                for unita in cut(sotto, livelli) {
                    self.tables(Some(unita), &unita.sotto, out);
                }
                return;
            }
        }
        let (first, rest) = sotto.split_at(sotto.len() / 2);
        self.tables(capo, first, out);
        self.tables(capo, rest, out);
    }

    fn drawing(&self, ramo: Ramo<'_>) -> Disegno {
        let mut pianta = Pianta { tinta: self.tinta, linee: Vec::new(), riquadri: Vec::new() };
        let larghezza = self.larghezza - 2 * ORLO;
        let end = match ramo.capo {
            Some(capo) => {
                let one = Ramo { livelli: ramo.livelli + 1, ..ramo };
                pianta.branch(capo, one, (ORLO, ORLO, larghezza), 0, 0)
            }
            None => pianta.forest(ramo, (ORLO, ORLO, larghezza), None, 0),
        };
        let mut segni = pianta.linee;
        segni.extend(pianta.riquadri);
        let right = segni.iter().map(|segno| segno.ingombro().destra).max().unwrap_or(0);
        Disegno { larghezza: right + ORLO, altezza: end + ORLO, segni }
    }
}

/// How many levels some units have.
fn levels(units: &[Unita]) -> usize {
    units.iter().map(|unita| 1 + levels(&unita.sotto)).max().unwrap_or(0)
}

/// How many units stand at a level, the first being 1.
fn width_of(units: &[Unita], level: usize) -> usize {
    match level {
        0 | 1 => units.len(),
        _ => units.iter().map(|unita| width_of(&unita.sotto, level - 1)).sum(),
    }
}

/// The units with a branch of their own at the last level that is drawn.
fn cut(units: &[Unita], livelli: usize) -> Vec<&Unita> {
    if livelli > 1 {
        return units.iter().flat_map(|unita| cut(&unita.sotto, livelli - 1)).collect();
    }
    units.iter().filter(|unita| !unita.sotto.is_empty()).collect()
}

/// The units below one that are drawn when so many levels are, its own the first.
fn drawn(unita: &Unita, livelli: usize) -> &[Unita] {
    if livelli > 1 { &unita.sotto } else { &[] }
}

/// The least width that some units one under the other ask for.
fn minimum(units: &[Unita], livelli: usize) -> i32 {
    units.iter().map(|unita| least(unita, livelli)).max().unwrap_or(0)
}

fn least(unita: &Unita, livelli: usize) -> i32 {
    let below = drawn(unita, livelli);
    let wide = if below.is_empty() { 0 } else { RIENTRO + minimum(below, livelli - 1) };
    MINIMO.max(wide)
}

/// The width that a unit could use, all the units below it side by side.
fn ideal(unita: &Unita, livelli: usize) -> i32 {
    let below = drawn(unita, livelli);
    let wide: i32 = below.iter().map(|unita| ideal(unita, livelli - 1) + FIANCO).sum();
    MASSIMO.max(RIENTRO + wide - FIANCO)
}

/// Units in rows, as many side by side as have room, the rows as even as may be.
fn rows(units: &[Unita], livelli: usize, larghezza: i32) -> Vec<&[Unita]> {
    let wide = |units: &[Unita]| -> i32 {
        units.iter().map(|unita| least(unita, livelli) + FIANCO).sum::<i32>() - FIANCO
    };
    let mut rows: Vec<&[Unita]> = Vec::new();
    let mut from = 0;
    for end in 1..=units.len() {
        if end == units.len() || wide(&units[from..=end]) > larghezza {
            rows.push(&units[from..end]);
            from = end;
        }
    }
    let even: Vec<&[Unita]> =
        units.chunks(units.len().div_ceil(rows.len().max(1)).max(1)).collect();
    if even.iter().all(|row| wide(row) <= larghezza) { even } else { rows }
}

/// What each unit of a row has of its width: its least, and of the rest a part as large as what
/// it could use.
fn shares(row: &[Unita], livelli: usize, larghezza: i32) -> Vec<i32> {
    let least: Vec<i32> = row.iter().map(|unita| least(unita, livelli)).collect();
    let could: Vec<i64> = row
        .iter()
        .zip(&least)
        .map(|(unita, least)| i64::from(ideal(unita, livelli) - least))
        .collect();
    let gaps = FIANCO * i32::try_from(row.len() - 1).unwrap_or(0);
    let all: i64 = could.iter().sum::<i64>().max(1);
    let rest = i64::from((larghezza - gaps - least.iter().sum::<i32>()).max(0)).min(all);
    let share = |could: &i64| i32::try_from(rest * could / all).unwrap_or(0);
    least.iter().zip(&could).map(|(least, could)| least + share(could)).collect()
}

/// Where marks are put: the lines under the boxes.
struct Pianta {
    tinta: Tinta,
    linee: Vec<Segno>,
    riquadri: Vec<Segno>,
}

impl Pianta {
    /// A unit and what hangs from it, in the room that is given by its left, its top and its
    /// width; its box at least so high. Returns the bottom.
    fn branch(
        &mut self,
        unita: &Unita,
        ramo: Ramo<'_>,
        (x, y, larghezza): (i32, i32, i32),
        alto: i32,
        livello: usize,
    ) -> i32 {
        let (wide, high) = (larghezza.min(MASSIMO), height(unita, larghezza).max(alto));
        self.riquadri.push(self.boxed(unita, (x, y, wide, high), livello));
        let (end, gutter) = (y + high, x + RIENTRO / 2);
        if ramo.livelli > 1 && !ramo.sotto.is_empty() {
            let below = Ramo { capo: None, sotto: ramo.sotto, livelli: ramo.livelli - 1 };
            let room = (x + RIENTRO, end, larghezza - RIENTRO);
            return self.forest(below, room, Some(gutter), livello + 1);
        }
        if unita.sotto.is_empty() {
            return end;
        }
        let punti = vec![
            [gutter - SEGNO, end + SEGNO / 2],
            [gutter + SEGNO, end + SEGNO / 2],
            [gutter, end + 2 * SEGNO],
        ];
        let mark = Poligono { punti, tinta: self.tinta, stile: Stile::Pieno };
        self.linee.push(Segno::Poligono(mark));
        end + 2 * SEGNO
    }

    /// Units below a line, hanging from the one in the gutter `da` where there is one.
    fn forest(
        &mut self,
        ramo: Ramo<'_>,
        (x, y, larghezza): (i32, i32, i32),
        da: Option<i32>,
        livello: usize,
    ) -> i32 {
        let rows = rows(ramo.sotto, ramo.livelli, larghezza);
        let stacked = rows.iter().all(|row| row.len() == 1);
        let (mut end, mut hook) = (y, y);
        for row in rows {
            let shares = shares(row, ramo.livelli, larghezza);
            let high = row.iter().zip(&shares).map(|(unita, wide)| height(unita, *wide)).max();
            let high = if stacked { 0 } else { high.unwrap_or(0) };
            let bus = end + GRADINO;
            let top = match (da, stacked) {
                (Some(_), false) => bus + GRADINO,
                (Some(_), true) => end + SOTTO,
                (None, _) if end == y => y,
                (None, _) => end + 2 * GRADINO,
            };
            let (mut left, mut bottom) = (x, top);
            for (unita, wide) in row.iter().zip(&shares) {
                if let Some(gutter) = da {
                    hook = if stacked { top + height(unita, *wide) / 2 } else { bus };
                    let drop = left + RIENTRO / 2;
                    if stacked {
                        self.line((gutter, hook), (left, hook));
                    } else {
                        self.line((gutter, bus), (drop, bus));
                        self.line((drop, bus), (drop, top));
                    }
                }
                let own = Ramo { capo: None, sotto: &unita.sotto, livelli: ramo.livelli };
                let room = (left, top, *wide);
                bottom = bottom.max(self.branch(unita, own, room, high, livello));
                left += wide + FIANCO;
            }
            end = bottom;
        }
        if let Some(gutter) = da {
            self.line((gutter, y), (gutter, hook));
        }
        end
    }

    fn line(&mut self, (x1, y1): (i32, i32), (x2, y2): (i32, i32)) {
        let (spessore, spezzata, tinta) = (FILO, false, self.tinta);
        self.linee.push(Segno::Linea(Linea { x1, y1, x2, y2, spessore, spezzata, tinta }));
    }

    /// The box of a unit: that of the first level in full hue, that of the second faint.
    fn boxed(
        &self,
        unita: &Unita,
        (x, y, larghezza, altezza): (i32, i32, i32, i32),
        livello: usize,
    ) -> Segno {
        let stile = match livello {
            0 => Stile::Pieno,
            1 => Stile::Tenue,
            _ => Stile::Vuoto,
        };
        let colore = if livello == 0 { Colore::Bianco } else { Colore::Testo };
        let tinta = self.tinta;
        let room = Rettangolo { x, y, larghezza, altezza, tinta, stile };
        let mut segni = vec![Segno::Rettangolo(room)];
        let mut top = y + MARGINE;
        for (testo, corpo, forte) in runs(unita) {
            let righe = wrap(testo, corpo, forte, larghezza - 2 * MARGINE);
            let model = Scritta { forte, ..Scritta::new("", x + MARGINE, 0, corpo).ink(colore) };
            segni.extend(lines(&righe, &model, top));
            top += line_height(corpo) * i32::try_from(righe.len()).unwrap_or(0);
        }
        let said = runs(unita).map(|(testo, ..)| testo).into_iter().filter(|said| !said.is_empty());
        let nome = said.collect::<Vec<_>>().join(", ");
        Segno::Rinvio(Rinvio::new(&unita.rinvio, &nome, segni))
    }
}

/// What a box says: text, font size, whether in bold.
fn runs(unita: &Unita) -> [(&str, i32, bool); 3] {
    [
        (&unita.nome, NOME, true),
        (&unita.responsabile, CORPO, false),
        (&unita.dipendenti, CORPO, false),
    ]
}

/// Height of the box of a unit in so much width.
fn height(unita: &Unita, larghezza: i32) -> i32 {
    let wide = larghezza.min(MASSIMO) - 2 * MARGINE;
    let high = runs(unita).map(|(testo, corpo, forte)| {
        let righe = wrap(testo, corpo, forte, wide).len();
        line_height(corpo) * i32::try_from(righe).unwrap_or(0)
    });
    high.iter().sum::<i32>() + 2 * MARGINE
}
