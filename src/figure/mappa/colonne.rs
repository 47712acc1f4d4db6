//! The columns of the map: how much room names leave, and where each sphere stands.

use super::{CORPO, Colonna, LARGHEZZA, Mappa, Nodo, Sfera, centro};
use crate::figure::accanto::{block, height, wrap};
use crate::figure::misure::width;
use crate::figure::testo::{Brano, compose, raggio};
use crate::figure::{Colore, Punto, Scritta, Segno};

/// How names beside a sphere are set, the most comfortable way first: size, and lines at most.
const GRADI: [(i32, usize); 3] = [(30, 4), (28, 3), (CORPO, 2)];
/// Least and most air between two spheres of a column.
const ARIA: i32 = 16;
const ARIA_MASSIMA: i32 = 110;
/// From a sphere to its name.
const STACCO: i32 = 16;
/// Sizes of the names inside the values, and the largest value.
const CORPI: std::ops::RangeInclusive<i32> = CORPO..=36;
const VALORE_MASSIMO: i32 = 165;
/// The least height that the values may take before their names shrink.
const COMODA: i32 = 1350;
/// Beyond so many there is no room for names inside.
const GRANDI: usize = 12;

/// Where a column stands: the spheres, their radius, the names and their width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pista {
    x: i32,
    r: i32,
    larghezza: i32,
    /// Whether names stand to the left of the spheres.
    a_sinistra: bool,
}

/// Where the columns stand.
pub(super) struct Pianta {
    pub(super) chi: Pista,
    pub(super) valori: Pista,
    pub(super) parti: Pista,
}

impl Pianta {
    pub(super) fn of(mappa: &Mappa) -> Self {
        let pista = |x, r, larghezza, a_sinistra| Pista { x, r, larghezza, a_sinistra };
        let valori = pista(LARGHEZZA * 40 / 100, 36, 240, false);
        let right = |x: i32, r: i32| pista(x, r, LARGHEZZA - x - r - STACCO, false);
        let left = |x: i32, r: i32| pista(x, r, x - r - STACCO, true);
        if !mappa.valori.sfere.is_empty() {
            return Self { chi: left(352, 22), valori, parti: right(1200, 38) };
        }
        let alone = mappa.chi.sfere.is_empty();
        Self { chi: left(560, 22), valori, parti: right(if alone { 380 } else { 1010 }, 38) }
    }
}

/// A column whose names stand beside its spheres.
pub(super) struct Fila {
    pista: Pista,
    corpo: i32,
    voci: Vec<(Sfera, Vec<String>)>,
}

impl Fila {
    /// The names in the most comfortable way for which there is room; the last ones are counted
    /// where there is none.
    pub(super) fn new(colonna: &Colonna, pista: Pista, room: i32) -> Self {
        let all = |corpo: i32, lines: usize| -> Vec<(Sfera, Vec<String>)> {
            let voci = colonna.sfere.iter();
            voci.map(|sfera| (sfera.clone(), wrap(&sfera.nome, corpo, pista.larghezza, lines)))
                .collect()
        };
        let (last, _) = GRADI[GRADI.len() - 1];
        for (corpo, lines) in GRADI {
            let fila = Self { pista, corpo, voci: all(corpo, lines) };
            if fila.altezza() <= room {
                return fila;
            }
            if corpo == last {
                return fila.short(&colonna.altri, room);
            }
        }
        Self { pista, corpo: last, voci: Vec::new() }
    }

    /// As many spheres as there is room for, then the one that counts the others.
    fn short(mut self, altri: &Sfera, room: i32) -> Self {
        let all = self.voci.len();
        let count = |keep: usize| {
            let nome = format!("{} {}", altri.nome, all - keep);
            let righe = wrap(&nome, self.corpo, self.pista.larghezza, 2);
            (Sfera { detto: nome.clone(), nome, ..altri.clone() }, righe)
        };
        let heights = self.voci.iter().scan(0, |sum, (_, righe)| {
            *sum += self.row(righe.len()) + ARIA;
            Some(*sum)
        });
        let last = self.row(count(0).1.len()) + ARIA;
        let fit = heights.take_while(|height| height + last <= room).count();
        let keep = fit.min(all.saturating_sub(2));
        let counted = count(keep);
        self.voci.truncate(keep);
        self.voci.push(counted);
        self
    }

    /// How many spheres it shows.
    pub(super) fn quante(&self) -> usize {
        self.voci.len()
    }

    /// Puts the spheres in another order: each says where it stood.
    pub(super) fn reorder(&mut self, order: &[usize]) {
        let mut old: Vec<Option<_>> =
            std::mem::take(&mut self.voci).into_iter().map(Some).collect();
        self.voci = order.iter().filter_map(|index| old[*index].take()).collect();
    }

    fn row(&self, righe: usize) -> i32 {
        height(righe, self.corpo).max(2 * self.pista.r)
    }

    /// The least height that it takes.
    pub(super) fn altezza(&self) -> i32 {
        self.voci.iter().map(|(_, righe)| self.row(righe.len()) + ARIA).sum()
    }

    /// The spheres in their places, between two heights.
    pub(super) fn place(self, alto: i32, basso: i32) -> Vec<Nodo> {
        let rows: Vec<i32> = self.voci.iter().map(|(_, righe)| self.row(righe.len())).collect();
        let (Pista { x, r, a_sinistra, .. }, corpo) = (self.pista, self.corpo);
        let distance = r + STACCO;
        let (beside, verso) =
            if a_sinistra { (x - distance, Punto::Fine) } else { (x + distance, Punto::Inizio) };
        let nodo = |((sfera, righe), y): ((Sfera, Vec<String>), i32)| {
            let mut segni = mark(&sfera, self.pista, y);
            segni.extend(block(&righe, &Scritta::new("", beside, 0, corpo).at(verso), y));
            Nodo { sfera, x, y, r, mezza: r * 9 / 10, porta: None, segni }
        };
        self.voci.into_iter().zip(spread(&rows, alto, basso)).map(nodo).collect()
    }
}

/// The mark inside a small sphere, when it holds it.
fn mark(sfera: &Sfera, pista: Pista, y: i32) -> Vec<Segno> {
    let corpo = CORPO;
    if sfera.segno.is_empty() || width(&sfera.segno, corpo, true) > pista.r * 17 / 10 {
        return Vec::new();
    }
    let model = Scritta::new("", pista.x, 0, corpo).bold().at(Punto::Mezzo).ink(Colore::Bianco);
    block(std::slice::from_ref(&sfera.segno), &model, y)
}

/// The middles of some rows between two heights: the air among them is what is left, up to a
/// limit; the column stands in the middle.
fn spread(rows: &[i32], alto: i32, basso: i32) -> Vec<i32> {
    let count = i32::try_from(rows.len()).unwrap_or(i32::MAX).max(1);
    let free = basso - alto - rows.iter().sum::<i32>();
    let air = (free / count).clamp(0, ARIA_MASSIMA);
    let mut y = alto + (free - air * count) / 2 + air / 2;
    let mut middles = Vec::new();
    for row in rows {
        middles.push(y + row / 2);
        y += row + air;
    }
    middles
}

/// The values: spheres with their names inside or, where there is no room, beside them.
pub(super) enum Mezzo {
    /// Names inside: radius and size of the names.
    Dentro { centro: Option<Sfera>, valori: Vec<Sfera>, r: i32, corpo: i32 },
    /// Names beside.
    Accanto { centro: Option<Sfera>, fila: Fila },
}

impl Mezzo {
    pub(super) fn new(mappa: &Mappa, sides: i32, room: i32) -> Self {
        let centro_sfera = mappa.centro.clone();
        let above = above(centro_sfera.as_ref());
        let valori = &mappa.valori.sfere;
        let tall = i32::try_from(valori.len()).unwrap_or(i32::MAX);
        let radius = |corpo: i32| {
            let mut radii = valori.iter().map(|sfera| raggio(&name(sfera, corpo)?, VALORE_MASSIMO));
            radii.try_fold(0, |most: i32, r| Some(most.max(r?)))
        };
        let limits = [sides.max(COMODA), room];
        let limits = limits.into_iter().filter(|_| valori.len() <= GRANDI);
        for limit in limits {
            for corpo in CORPI.rev() {
                let fits = |r: &i32| above + tall * (2 * r + ARIA) <= limit;
                if let Some(r) = radius(corpo).filter(fits) {
                    let most = (limit - above) / tall.max(1) / 2 - ARIA / 2;
                    let r = (r * 6 / 5).min(most).min(VALORE_MASSIMO).max(r);
                    let valori = valori.clone();
                    return Self::Dentro { centro: centro_sfera, valori, r, corpo };
                }
            }
        }
        let pista = Pianta::of(mappa).valori;
        let fila = Fila::new(&mappa.valori, pista, room - above);
        Self::Accanto { centro: centro_sfera, fila }
    }

    /// How many values it shows.
    pub(super) fn quante(&self) -> usize {
        match self {
            Self::Dentro { valori, .. } => valori.len(),
            Self::Accanto { fila, .. } => fila.quante(),
        }
    }

    /// The least height that it takes.
    pub(super) fn altezza(&self) -> i32 {
        match self {
            Self::Dentro { centro, valori, r, .. } => {
                let tall = i32::try_from(valori.len()).unwrap_or(i32::MAX);
                above(centro.as_ref()) + tall * (2 * r + ARIA)
            }
            Self::Accanto { centro, fila } => above(centro.as_ref()) + fila.altezza(),
        }
    }

    /// The sphere above and the values, in their places down to a height.
    pub(super) fn place(self, pianta: &Pianta, basso: i32) -> (Option<Nodo>, Vec<Nodo>) {
        match self {
            Self::Dentro { centro, valori, r, corpo } => {
                let x = LARGHEZZA * 49 / 100;
                let rows = vec![2 * r; valori.len()];
                let middles = spread(&rows, above(centro.as_ref()), basso);
                let nodo = |(sfera, y): (Sfera, i32)| {
                    let brani = name(&sfera, corpo).unwrap_or_default();
                    let text = compose(&brani, r).unwrap_or_default();
                    let segni = moved(text.into_iter().map(Segno::Scritta).collect(), x, y);
                    Nodo { sfera, x, y, r, mezza: r * 8 / 10, porta: None, segni }
                };
                let nodi: Vec<Nodo> = valori.into_iter().zip(middles).map(nodo).collect();
                (top(centro, x, nodi.first()), nodi)
            }
            Self::Accanto { centro, fila } => {
                let pista = pianta.valori;
                let mut nodi = fila.place(above(centro.as_ref()), basso);
                for nodo in &mut nodi {
                    nodo.porta = Some(pista.x + pista.r + 2 * STACCO + pista.larghezza);
                }
                (top(centro, pista.x, nodi.first()), nodi)
            }
        }
    }
}

/// The height of the sphere above the values.
fn above(sfera: Option<&Sfera>) -> i32 {
    sfera.map_or(0, |sfera| 2 * centro(sfera).0 + ARIA)
}

/// The sphere above the values, just above the first.
fn top(sfera: Option<Sfera>, x: i32, first: Option<&Nodo>) -> Option<Nodo> {
    let sfera = sfera?;
    let (r, segni) = centro(&sfera);
    let y = first.map_or(r, |first| (first.y - first.r - 2 * ARIA - r).max(r));
    let segni = moved(segni, x, y);
    Some(Nodo { sfera, x, y, r, mezza: r, porta: None, segni })
}

fn name(sfera: &Sfera, corpo: i32) -> Option<Vec<Brano>> {
    Brano::new(&sfera.nome, corpo, false, 0).map(|brano| vec![brano])
}

/// Lines of text around the origin, around a point.
fn moved(segni: Vec<Segno>, x: i32, y: i32) -> Vec<Segno> {
    let to = |segno| match segno {
        Segno::Scritta(s) => Segno::Scritta(Scritta { x: s.x + x, y: s.y + y, ..s }),
        other => other,
    };
    segni.into_iter().map(to).collect()
}
