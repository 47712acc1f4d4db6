//! How much room marks take, and the ways of making them that every figure shares.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Colore, Disegno, Linea, Punto, Rettangolo, Rinvio, Scritta, Segno, Tinta};
use crate::caratteri::advance;

/// Hundredths of the font size above the base line and below it.
const SOPRA: i32 = 74;
const SOTTO: i32 = 24;
/// Hundredths of the font size from a base line to the next.
const INTERLINEA: i32 = 118;

/// The room that a mark takes: left, top, right and bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ingombro {
    /// Left side.
    pub sinistra: i32,
    /// Top side.
    pub alto: i32,
    /// Right side.
    pub destra: i32,
    /// Bottom side.
    pub basso: i32,
}

impl Ingombro {
    fn new(sinistra: i32, alto: i32, destra: i32, basso: i32) -> Self {
        Self { sinistra, alto, destra, basso }
    }

    /// The least room that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            sinistra: self.sinistra.min(other.sinistra),
            alto: self.alto.min(other.alto),
            destra: self.destra.max(other.destra),
            basso: self.basso.max(other.basso),
        }
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.sinistra < other.destra
            && other.sinistra < self.destra
            && self.alto < other.basso
            && other.alto < self.basso
    }
}

impl Segno {
    /// The room that the mark takes, its outline apart.
    #[must_use]
    pub fn ingombro(&self) -> Ingombro {
        match self {
            Self::Linea(l) => {
                Ingombro::new(l.x1.min(l.x2), l.y1.min(l.y2), l.x1.max(l.x2), l.y1.max(l.y2))
            }
            Self::Rettangolo(r) => Ingombro::new(r.x, r.y, r.x + r.larghezza, r.y + r.altezza),
            Self::Disco(d) => Ingombro::new(d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r),
            Self::Poligono(p) => {
                let room = |[x, y]: &[i32; 2]| Ingombro::new(*x, *y, *x, *y);
                p.punti.iter().map(room).reduce(Ingombro::with).unwrap_or(room(&[0, 0]))
            }
            Self::Nastro(n) => {
                let half = n.spessore / 2;
                let (alto, basso) = (n.y1.min(n.y2) - half, n.y1.max(n.y2) + half);
                Ingombro::new(n.x1.min(n.x2), alto, n.x1.max(n.x2), basso)
            }
            Self::Scritta(s) => {
                let wide = width(&s.testo, s.corpo, s.forte);
                let left = match s.allinea {
                    Punto::Inizio => s.x,
                    Punto::Mezzo => s.x - wide / 2,
                    Punto::Fine => s.x - wide,
                };
                let (alto, basso) = (s.y - s.corpo * SOPRA / 100, s.y + s.corpo * SOTTO / 100);
                Ingombro::new(left, alto, left + wide, basso)
            }
            Self::Rinvio(r) => Ingombro::new(r.x, r.y, r.x + r.larghezza, r.y + r.altezza),
        }
    }
}

/// Width of a line of text, rounded up.
pub(super) fn width(testo: &str, corpo: i32, forte: bool) -> i32 {
    let wide = (advance(testo, forte) * i64::from(corpo) + 999) / 1000;
    i32::try_from(wide).unwrap_or(i32::MAX)
}

/// From a line of text to the next.
pub(super) fn line_height(corpo: i32) -> i32 {
    corpo * INTERLINEA / 100
}

/// A text on lines of at most `larghezza`. A word longer than a line goes on in the next.
pub(super) fn wrap(testo: &str, corpo: i32, forte: bool, larghezza: i32) -> Vec<String> {
    let fits = |line: &str| width(line, corpo, forte) <= larghezza;
    let mut lines: Vec<String> = Vec::new();
    for word in testo.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (joined.filter(|line| fits(line)), lines.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ if fits(word) => lines.push(word.into()),
            _ => {
                let mut piece = String::new();
                for c in word.chars() {
                    piece.push(c);
                    if !fits(&piece) && piece.pop().is_some() && !piece.is_empty() {
                        lines.push(std::mem::take(&mut piece));
                        piece.push(c);
                    }
                }
                lines.push(piece);
            }
        }
    }
    lines
}

/// Lines of text, each made of `model`, the first one's room beginning at `top`.
pub(super) fn lines(lines: &[String], model: &Scritta, top: i32) -> Vec<Segno> {
    let (step, corpo) = (line_height(model.corpo), model.corpo);
    let first = top + (step - corpo * (SOPRA + SOTTO) / 100) / 2 + corpo * SOPRA / 100;
    let line = |(testo, y): (&String, i32)| {
        Segno::Scritta(Scritta { testo: testo.clone(), y, ..model.clone() })
    };
    lines.iter().zip((0..).map(|index| first + index * step)).map(line).collect()
}

/// Rows in runs that are at most `massimo` high each, in their order; a row alone may be higher.
pub(super) fn pieces(altezze: &[i32], massimo: i32) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut high = 0;
    for (index, own) in altezze.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if high + own <= massimo => run.end = index + 1,
            _ => {
                runs.push(index..index + 1);
                high = 0;
            }
        }
        high += own;
    }
    runs
}

/// Slanted lines over a rectangle, `passo` apart: what tells it from another without its hue.
pub(super) fn hatch(r: &Rettangolo, passo: i32, spessore: i32, tinta: Tinta) -> Vec<Segno> {
    let (wide, high) = (r.larghezza, r.altezza);
    let steps = (1..).map(|step| step * passo).take_while(|at| *at < wide + high);
    steps
        .map(|at| {
            // From the top or the right side down to the left or the bottom one.
            let (x1, y1) = if at <= wide { (at, 0) } else { (wide, at - wide) };
            let (x2, y2) = if at <= high { (0, at) } else { (at - high, high) };
            let (x1, y1, x2, y2) = (r.x + x1, r.y + y1, r.x + x2, r.y + y2);
            Segno::Linea(Linea { x1, y1, x2, y2, spessore, spezzata: false, tinta })
        })
        .collect()
}

impl Rinvio {
    /// Marks that lead to an anchor, and the room that they take. Who speaks to a machine says what
    /// is read: a name without the words that are drawn gives way to them.
    #[must_use]
    pub fn new(rinvio: &str, nome: &str, segni: Vec<Segno>) -> Self {
        let words = segni.iter().filter_map(|segno| match segno {
            Segno::Scritta(scritta) => Some(scritta.testo.as_str()),
            _ => None,
        });
        let words = words.collect::<Vec<_>>().join(" ");
        let bare =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let nome = if bare(nome).contains(&bare(&words)) { nome } else { &words };
        let room = segni.iter().map(Segno::ingombro).reduce(Ingombro::with);
        let room = room.unwrap_or(Ingombro::new(0, 0, 0, 0));
        Self {
            rinvio: rinvio.into(),
            nome: nome.into(),
            x: room.sinistra,
            y: room.alto,
            larghezza: room.destra - room.sinistra,
            altezza: room.basso - room.alto,
            segni,
        }
    }
}

impl Disegno {
    /// No drawing at all.
    #[must_use]
    pub fn empty(larghezza: i32) -> Self {
        Self { larghezza, altezza: 0, segni: Vec::new() }
    }

    /// Leads elsewhere what leads to some anchors.
    pub(crate) fn redirect(&mut self, anchors: &BTreeMap<String, String>) {
        for segno in &mut self.segni {
            if let Segno::Rinvio(rinvio) = segno
                && let Some(other) = anchors.get(&rinvio.rinvio)
            {
                rinvio.rinvio.clone_from(other);
            }
        }
    }

    /// Leaves only the links whose anchor is there: the others are marks like any other.
    pub(crate) fn loosen(&mut self, anchors: &BTreeSet<String>) {
        let loose = |segno| match segno {
            Segno::Rinvio(rinvio) if !anchors.contains(&rinvio.rinvio) => rinvio.segni,
            other => vec![other],
        };
        self.segni = std::mem::take(&mut self.segni).into_iter().flat_map(loose).collect();
    }

    /// Every mark, with those that lead somewhere together in their place.
    pub fn marks(&self) -> impl Iterator<Item = &Segno> {
        self.segni.iter().flat_map(|segno| match segno {
            Segno::Rinvio(rinvio) => rinvio.segni.as_slice(),
            one => std::slice::from_ref(one),
        })
    }
}

impl Scritta {
    /// A line of text in the ink of running text, that starts on `x`.
    #[must_use]
    pub fn new(testo: impl Into<String>, x: i32, y: i32, corpo: i32) -> Self {
        let testo = testo.into();
        Self { testo, x, y, corpo, forte: false, allinea: Punto::Inizio, colore: Colore::Testo }
    }

    /// The line, its middle or its end on `x`.
    #[must_use]
    pub fn at(self, allinea: Punto) -> Self {
        Self { allinea, ..self }
    }

    /// The line in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { forte: true, ..self }
    }

    /// The line in another ink.
    #[must_use]
    pub fn ink(self, colore: Colore) -> Self {
        Self { colore, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Stile;
    use super::*;

    #[test]
    fn a_long_word_goes_on_in_the_next_line() {
        let text = "Ufficio precipitevolissimevolmente lungo";
        for forte in [false, true] {
            let wrapped = wrap(text, 30, forte, 200);
            assert!(wrapped.iter().all(|line| width(line, 30, forte) <= 200), "{wrapped:?}");
            assert_eq!(wrapped.concat().replace(' ', ""), text.replace(' ', ""));
            assert_eq!(wrapped[0], "Ufficio");
        }
        assert_eq!(wrap("Una riga", 30, false, 400), ["Una riga"]);
        assert_eq!(wrap(" ", 30, false, 400), [""; 0]);
    }

    #[test]
    fn rows_are_parted_where_a_page_ends() {
        assert!(pieces(&[], 10).is_empty());
        assert_eq!(pieces(&[4, 6, 1, 12, 3], 10), [0..2, 2..3, 3..4, 4..5]);
    }

    #[test]
    fn hatches_stay_inside_their_rectangle() {
        for (larghezza, altezza) in [(100, 30), (30, 100), (7, 7), (50, 50)] {
            let tinta = Tinta::Neutra;
            let r = Rettangolo { x: 5, y: 9, larghezza, altezza, tinta, stile: Stile::Vuoto };
            let room = Segno::Rettangolo(r.clone()).ingombro();
            let lines = hatch(&r, 6, 2, tinta);
            assert!(!lines.is_empty());
            for line in lines {
                assert_eq!(room.with(line.ingombro()), room, "{line:?} leaves {r:?}");
            }
        }
    }

    #[test]
    fn a_link_takes_the_room_of_its_marks() {
        let text = Scritta::new("Obiettivo", 100, 50, 30).at(Punto::Fine);
        let link = Rinvio::new("x", "Obiettivo", vec![Segno::Scritta(text)]);
        assert_eq!(link.x + link.larghezza, 100);
        assert!(link.larghezza > 90 && link.altezza > 20, "{link:?}");
    }
}
