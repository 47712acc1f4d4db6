//! Text inside a disc: lines broken between words, measured with the font that draws them.

use std::iter::once;

use super::{Colore, Punto, Scritta};
use crate::caratteri::advance;

/// How bad it looks that a line ends with a very short word: the empty area, in squares of the font
/// size, that one would rather leave.
const MALUS_CORTA: i64 = 12;

/// Hundredths of the font size above the base line, below it, and between two base lines.
const SOPRA: i32 = 74;
const SOTTO: i32 = 24;
const INTERLINEA: i32 = 118;
/// Hundredths of a disc's radius that text may use: the roomiest that fits is taken.
const UTILE: [i32; 3] = [78, 82, 86];

/// Cost of the lines so far, and the first word of the last one.
type Passo = Option<(i64, usize)>;

/// A run of words set alike.
pub(super) struct Brano {
    parole: Vec<Parola>,
    /// Advance of the first words, each with a space, in thousandths of the font size.
    fino: Vec<i64>,
    /// Advance of a space, in thousandths of the font size.
    spazio: i64,
    corpo: i32,
    forte: bool,
    stacco: i32,
}

struct Parola {
    testo: String,
    /// How bad a line end after this word looks, in squares of the font size.
    malus: i64,
}

impl Brano {
    /// Words of `testo` at `corpo` tenths of a millimetre, `stacco` more below what precedes;
    /// nothing when there are none. A line had better not end with a very short word.
    pub(super) fn new(testo: &str, corpo: i32, forte: bool, stacco: i32) -> Option<Self> {
        let parole =
            parole(testo).map(|t| (t.to_string(), i64::from(t.chars().count() < 4) * MALUS_CORTA));
        Self::of(parole.collect(), corpo, forte, stacco)
    }

    fn of(parole: Vec<(String, i64)>, corpo: i32, forte: bool, stacco: i32) -> Option<Self> {
        let spazio = advance(" ", forte);
        let avanzi = parole.iter().scan(0, |fino, (testo, _)| {
            *fino += advance(testo, forte) + spazio;
            Some(*fino)
        });
        let fino: Vec<i64> = once(0).chain(avanzi).collect();
        let parole: Vec<Parola> =
            parole.into_iter().map(|(testo, malus)| Parola { testo, malus }).collect();
        (!parole.is_empty()).then(|| Self {
            parole,
            fino,
            spazio,
            corpo: corpo.max(1),
            forte,
            stacco,
        })
    }

    /// Width of the words from `da` to `a` excluded, rounded up.
    fn larghezza(&self, da: usize, a: usize) -> i64 {
        let avanzo = self.fino[a] - self.fino[da] - self.spazio;
        (avanzo * i64::from(self.corpo) + 999) / 1000
    }

    /// Breaks the words into lines of at most `corde` each, following their shape as closely as
    /// possible: the least sum of squares of what is left empty. When `puro`, every line ends
    /// where it had better. Returns where each line ends.
    fn break_lines(&self, corde: &[i64], puro: bool) -> Option<Vec<usize>> {
        let n = self.parole.len();
        if self.larghezza(0, n) > corde.iter().map(|c| c + i64::from(self.corpo)).sum() {
            return None;
        }
        let mut costi: Vec<Option<i64>> = once(Some(0)).chain((0..n).map(|_| None)).collect();
        let mut origini = Vec::new();
        for &corda in corde {
            let passi: Vec<_> = (0..=n).map(|a| self.passo(&costi, a, corda, puro)).collect();
            costi = passi.iter().map(|p| p.map(|(costo, _)| costo)).collect();
            origini.push(passi);
        }
        let mut fini = vec![n];
        for passi in origini.iter().rev() {
            fini.push(passi[*fini.last()?]?.1);
        }
        fini.pop();
        fini.reverse();
        Some(fini)
    }

    /// Text of the lines that end before the given words.
    fn righe(&self, fini: &[usize]) -> Vec<String> {
        let inizi = once(&0).chain(fini);
        let riga = |(&da, &a): (&usize, &usize)| {
            self.parole[da..a].iter().map(|p| p.testo.as_str()).collect::<Vec<_>>().join(" ")
        };
        inizi.zip(fini).map(riga).collect()
    }

    /// Cheapest way to end a line before word `a`: its cost and the word that opens the line.
    fn passo(&self, costi: &[Option<i64>], a: usize, corda: i64, puro: bool) -> Passo {
        let malus = match a {
            0 => return None,
            a if a == self.parole.len() => 0,
            a => self.parole[a - 1].malus,
        };
        if puro && malus > 0 {
            return None;
        }
        let malus = malus * i64::from(self.corpo).pow(2);
        let voci =
            (0..a).rev().map(|da| (da, corda - self.larghezza(da, a))).take_while(|v| v.1 >= 0);
        voci.filter_map(|(da, vuoto)| Some((costi[da]? + vuoto * vuoto + malus, da))).min()
    }
}

/// Lines of `brani` inside a disc of radius `r` tenths of a millimetre centred on the origin, as
/// few and as well broken as possible; nothing when they do not fit.
pub(super) fn compose(brani: &[Brano], r: i32) -> Option<Vec<Scritta>> {
    let conteggi = conteggi(brani, r);
    let modi =
        [true, false].into_iter().flat_map(|puro| UTILE.map(|utile| (puro, r * utile / 100)));
    let mut tries = modi.flat_map(|(puro, r)| conteggi.iter().map(move |righe| (righe, r, puro)));
    tries.find_map(|(righe, r, puro)| attempt(brani, righe, r, puro))
}

/// Whether `brani` fit in a disc of radius `r` tenths of a millimetre; well broken when `puro`.
fn fits(brani: &[Brano], r: i32, puro: bool) -> bool {
    let utile = r * UTILE[UTILE.len() - 1] / 100;
    conteggi(brani, r).iter().any(|righe| attempt(brani, righe, utile, puro).is_some())
}

/// The first number from `da` to `a` for which `vale`, which then holds for all that follow.
fn first(da: i32, a: i32, vale: impl Fn(i32) -> bool) -> Option<i32> {
    if da > a || !vale(a) {
        return None;
    }
    let (mut no, mut si) = (da - 1, a);
    while si - no > 1 {
        let mezzo = i32::midpoint(no, si);
        if vale(mezzo) {
            si = mezzo;
        } else {
            no = mezzo;
        }
    }
    Some(si)
}

/// Least radius, in tenths of a millimetre and up to `massimo`, that holds `brani`.
pub(super) fn raggio(brani: &[Brano], massimo: i32) -> Option<i32> {
    first(1, massimo, |r| fits(brani, r, false))
}

fn parole(testo: &str) -> impl Iterator<Item = &str> {
    testo.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|t| !t.is_empty())
}

/// Every number of lines that each run may take in a disc, fewest lines first.
fn conteggi(brani: &[Brano], r: i32) -> Vec<Vec<i32>> {
    let mut tutti: Vec<Vec<i32>> = vec![Vec::new()];
    for b in brani {
        let parole = b.parole.len();
        let minimo =
            i32::try_from(b.larghezza(0, parole) / i64::from(2 * r + b.corpo)).unwrap_or(i32::MAX);
        let massimo = i32::try_from(parole).unwrap_or(i32::MAX).min(2 * r / b.corpo);
        let con = |v: &Vec<i32>, k: i32| v.iter().copied().chain(once(k)).collect();
        tutti = tutti.iter().flat_map(|v| (minimo.max(1)..=massimo).map(|k| con(v, k))).collect();
    }
    tutti.sort_by_key(|v| v.iter().sum::<i32>());
    tutti
}

/// Lines of `brani` with `righe` lines each, when they fit in the radius `utile`.
fn attempt(brani: &[Brano], righe: &[i32], utile: i32, puro: bool) -> Option<Vec<Scritta>> {
    let basi = basi(brani, righe);
    let (Some(primo), Some(ultimo)) = (brani.first(), brani.last()) else {
        return Some(Vec::new());
    };
    let alto = basi.first()?.first()? - primo.corpo * SOPRA / 100;
    let basso = basi.last()?.last()? + ultimo.corpo * SOTTO / 100;
    let centro = i32::midpoint(alto, basso);
    if basso - alto > 2 * utile {
        return None;
    }
    let mut scritte = Vec::new();
    for (b, basi) in brani.iter().zip(&basi) {
        let corde: Vec<i64> = basi.iter().map(|y| corda(y - centro, b.corpo, utile)).collect();
        let righe = b.righe(&b.break_lines(&corde, puro)?);
        let riga = |(testo, y): (String, &i32)| {
            let scritta = Scritta::new(testo, 0, y - centro, b.corpo);
            Scritta { forte: b.forte, ..scritta.at(Punto::Mezzo).ink(Colore::Bianco) }
        };
        scritte.extend(righe.into_iter().zip(basi).map(riga));
    }
    Some(scritte)
}

/// Base lines of every line of every run, from an origin to be moved.
fn basi(brani: &[Brano], righe: &[i32]) -> Vec<Vec<i32>> {
    let mut y = 0;
    let mut basi = Vec::new();
    for (b, &k) in brani.iter().zip(righe) {
        y += b.stacco;
        let passo = b.corpo * INTERLINEA / 100;
        basi.push((1..=k).map(|i| y + i * passo).collect());
        y += k * passo;
    }
    basi
}

/// Room for a line on base line `y`: the shorter of the chords at its top and bottom.
fn corda(y: i32, corpo: i32, r: i32) -> i64 {
    let orlo = (y - corpo * SOPRA / 100).abs().max((y + corpo * SOTTO / 100).abs());
    if orlo < r { i64::from(2 * (r * r - orlo * orlo).isqrt()) } else { 0 }
}
