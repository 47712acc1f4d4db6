//! Records on the months: a bar from a day to another, a mark on a day, each below its name, so that
//! a narrow screen shows both.

use std::ops::Range;

use super::accanto::{block, height, wrap};
use super::misure::{pieces, width};
use super::{
    CORPO, Colore, Disco, Disegno, Linea, PAGINA, Poligono, Punto, Rettangolo, Scritta, Segno,
    Stile, Tinta,
};

/// Air above the name of a row, and between marks and texts.
const ARIA: i32 = 12;
const STACCO: i32 = 10;
/// Height of the band on which a row has its marks, and that of a bar.
const BINARIO: i32 = 42;
const BARRA: i32 = 24;
/// Half the diagonal of the mark of a day, and the radius of that of a start.
const ROMBO: i32 = 16;
const INIZIO: i32 = 12;
/// What the marks of the first and of the last day leave at the sides.
const ORLO: i32 = ROMBO + 2;
/// Lines that a name may take.
const RIGHE: usize = 4;
/// Height of a line of the heading.
const TESTATA: i32 = 38;
/// Parts of a month: a day stands on the one nearest to it.
const MESE: i32 = 1000;
/// Months from a tick to the next: the first for which there is room.
const PASSI: [i32; 9] = [1, 3, 6, 12, 24, 60, 120, 600, 12_000];
const MESI: [&str; 12] =
    ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

/// A moment, in thousandths of a month since the year zero: all months are as wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Momento(i32);

impl Momento {
    /// The beginning of a day: the `giorno`-th of the `giorni` of its month, which is 1 to 12.
    #[must_use]
    pub fn beginning(anno: i16, mese: i8, giorno: i8, giorni: i8) -> Self {
        let months = i32::from(anno) * 12 + i32::from(mese) - 1;
        Self(months * MESE + (i32::from(giorno) - 1) * MESE / i32::from(giorni.max(1)))
    }

    /// The end of a day.
    #[must_use]
    pub fn end(anno: i16, mese: i8, giorno: i8, giorni: i8) -> Self {
        Self::beginning(anno, mese, giorno.saturating_add(1), giorni)
    }
}

/// When what a row stands for is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Periodo {
    /// From a moment to another.
    Tra(Momento, Momento),
    /// From a moment on.
    Dal(Momento),
    /// By a moment.
    Entro(Momento),
    /// By each of some moments.
    Giorni(Vec<Momento>),
    /// Without days: what is said in their place.
    Senza(String),
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riga {
    /// Name.
    pub nome: String,
    /// When.
    pub periodo: Periodo,
    /// What stands at its end: a weight; may be empty.
    pub nota: String,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Gantt {
    /// Rows.
    pub righe: Vec<Riga>,
    /// What the notes are.
    pub note: String,
    /// Hue.
    pub tinta: Tinta,
}

impl Gantt {
    /// The drawings, one for each page that the rows ask for; none without days.
    #[must_use]
    pub fn draw(&self, larghezza: i32) -> Vec<Disegno> {
        let Some(scala) = Scala::of(self, larghezza) else {
            return Vec::new();
        };
        let room = scala.destra - scala.sinistra - self.notes();
        let names: Vec<Vec<String>> =
            self.righe.iter().map(|riga| wrap(&riga.nome, CORPO, room, RIGHE)).collect();
        let high: Vec<i32> =
            names.iter().map(|lines| ARIA + height(lines.len().max(1), CORPO) + BINARIO).collect();
        let draw = |rows: Range<usize>| {
            // What all rows stand on, then what each of them says.
            let (mut segni, mut above) = (scala.heading(), Vec::new());
            let mut y = scala.testata;
            for index in rows {
                segni.push(line([0, y, larghezza, y], 1, false, Tinta::Neutra));
                let middle = y + (ARIA + high[index] - BINARIO) / 2;
                let name = Scritta::new("", scala.sinistra, 0, CORPO);
                above.extend(block(&names[index], &name, middle));
                above.extend(self.note(&self.righe[index], scala.destra, y + ARIA));
                y += high[index];
                segni.extend(scala.ticks(y - BINARIO, y));
                above.extend(scala.row(&self.righe[index].periodo, y - BINARIO / 2, self.tinta));
            }
            segni.append(&mut above);
            Disegno { larghezza, altezza: y, segni }
        };
        pieces(&high, PAGINA - scala.testata).into_iter().map(draw).collect()
    }

    /// The room that the notes take beside the names.
    fn notes(&self) -> i32 {
        let widest = self.righe.iter().map(|riga| width(&riga.nota, CORPO, true)).max();
        match widest.unwrap_or(0) {
            0 => 0,
            widest => widest + STACCO + width(&self.note, CORPO, false) + 2 * STACCO,
        }
    }

    /// The note of a row, that ends on `x`, its line from `y` down.
    fn note(&self, riga: &Riga, x: i32, y: i32) -> Vec<Segno> {
        if riga.nota.is_empty() {
            return Vec::new();
        }
        let middle = y + height(1, CORPO) / 2;
        let model = |x: i32| Scritta::new("", x, 0, CORPO).at(Punto::Fine);
        let mut segni = block(std::slice::from_ref(&riga.nota), &model(x).bold(), middle);
        if !self.note.is_empty() {
            let label = model(x - width(&riga.nota, CORPO, true) - STACCO).ink(Colore::Tenue);
            segni.extend(block(std::slice::from_ref(&self.note), &label, middle));
        }
        segni
    }
}

/// Where the months are.
struct Scala {
    /// First month, since the year zero, and how many there are.
    primo: i32,
    mesi: i32,
    /// Months from a tick to the next.
    passo: i32,
    /// Sides of the months.
    sinistra: i32,
    destra: i32,
    /// Height of the heading.
    testata: i32,
}

impl Scala {
    /// Whole years, those of the days that the rows name.
    fn of(gantt: &Gantt, larghezza: i32) -> Option<Self> {
        let days = gantt.righe.iter().flat_map(|riga| match &riga.periodo {
            Periodo::Tra(from, to) => vec![from.0, to.0 - 1],
            Periodo::Dal(from) => vec![from.0],
            Periodo::Entro(to) => vec![to.0 - 1],
            Periodo::Giorni(all) => all.iter().map(|to| to.0 - 1).collect(),
            Periodo::Senza(_) => Vec::new(),
        });
        let years: Vec<i32> = days.map(|day| day.div_euclid(MESE * 12)).collect();
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        let mesi = (last - first + 1) * 12;
        let (sinistra, destra) = (ORLO, larghezza - ORLO);
        let room = |passo: i32| (destra - sinistra) * passo / mesi;
        let label = |passo: i32| {
            let widest = MESI.iter().map(|mese| width(mese, CORPO, false)).max().unwrap_or(0);
            STACCO + if passo < 12 { widest } else { width("2000", CORPO, true) + STACCO }
        };
        let whole = PASSI[PASSI.len() - 1];
        let passo = PASSI.into_iter().find(|passo| room(*passo) >= label(*passo)).unwrap_or(whole);
        let testata = TESTATA * if passo < 12 { 2 } else { 1 };
        Some(Self { primo: first * 12, mesi, passo, sinistra, destra, testata })
    }

    /// Where a moment is.
    fn x(&self, moment: Momento) -> i32 {
        let since = i64::from(moment.0 - self.primo * MESE);
        let room = i64::from(self.destra - self.sinistra);
        let x = since * room / (i64::from(self.mesi) * i64::from(MESE));
        self.sinistra + i32::try_from(x).unwrap_or(0).clamp(0, self.destra - self.sinistra)
    }

    /// The months that have a tick, each with its place and whether it opens a year.
    fn marked(&self) -> impl Iterator<Item = (i32, i32, bool)> {
        (0..self.mesi).step_by(usize::try_from(self.passo).unwrap_or(1)).map(|tick| {
            let month = self.primo + tick;
            (month, self.x(Momento(month * MESE)), month.rem_euclid(12) == 0)
        })
    }

    /// The ticks between two heights, and the end of the last month.
    fn ticks(&self, top: i32, bottom: i32) -> Vec<Segno> {
        let tick = |(x, thick)| line([x, top, x, bottom], thick, false, Tinta::Neutra);
        let ticks = self.marked().map(|(_, x, opens)| (x, if opens { 3 } else { 1 }));
        ticks.chain([(self.destra, 3)]).map(tick).collect()
    }

    /// Years and months.
    fn heading(&self) -> Vec<Segno> {
        let mut segni = self.ticks(self.testata - TESTATA, self.testata);
        for (month, x, opens) in self.marked() {
            let label = |text: String, base: i32| Scritta::new(text, x + STACCO, base, CORPO);
            let fits = |text: &str| x + STACCO + width(text, CORPO, true) <= self.destra;
            let year = month.div_euclid(12).to_string();
            if opens && fits(&year) {
                segni.push(Segno::Scritta(label(year, TESTATA - STACCO).bold()));
            }
            if self.passo < 12 {
                let name = MESI[usize::try_from(month.rem_euclid(12)).unwrap_or(0)];
                let text = label(name.into(), self.testata - STACCO).ink(Colore::Tenue);
                segni.push(Segno::Scritta(text));
            }
        }
        segni
    }

    /// The marks of a row whose middle is on `y`.
    fn row(&self, periodo: &Periodo, y: i32, tinta: Tinta) -> Vec<Segno> {
        let diamond = |x: i32| {
            let punti = vec![[x, y - ROMBO], [x + ROMBO, y], [x, y + ROMBO], [x - ROMBO, y]];
            Segno::Poligono(Poligono { punti, tinta, stile: Stile::Pieno })
        };
        match periodo {
            Periodo::Tra(from, to) => {
                let (x, to) = (self.x(*from), self.x(*to));
                let (larghezza, altezza) = ((to - x).max(6), BARRA);
                let x = x.min(self.destra - larghezza);
                let stile = Stile::Pieno;
                let bar = Rettangolo { x, y: y - BARRA / 2, larghezza, altezza, tinta, stile };
                vec![Segno::Rettangolo(bar)]
            }
            Periodo::Dal(from) => {
                let x = self.x(*from);
                let start = Disco { x, y, r: INIZIO, tinta, stile: Stile::Vuoto };
                vec![line([x, y, self.destra, y], 6, true, tinta), Segno::Disco(start)]
            }
            Periodo::Entro(to) => vec![diamond(self.x(*to))],
            Periodo::Giorni(all) => all.iter().map(|to| diamond(self.x(*to))).collect(),
            Periodo::Senza(words) => {
                let room = self.destra - self.sinistra - 2 * STACCO;
                let modello = Scritta::new("", self.sinistra + STACCO, 0, CORPO);
                block(&wrap(words, CORPO, room, 1), &modello.ink(Colore::Tenue), y)
            }
        }
    }
}

fn line([x1, y1, x2, y2]: [i32; 4], spessore: i32, spezzata: bool, tinta: Tinta) -> Segno {
    Segno::Linea(Linea { x1, y1, x2, y2, spessore, spezzata, tinta })
}
