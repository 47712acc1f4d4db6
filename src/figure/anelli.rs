//! Discs in rings: integer geometry around an origin, in tenths of a millimetre.

/// Sines of the whole degrees from 0 to 90, in ten thousandths.
#[rustfmt::skip]
const SENI: [i32; 91] = [
        0,   175,   349,   523,   698,   872,  1045,  1219,  1392,  1564,
     1736,  1908,  2079,  2250,  2419,  2588,  2756,  2924,  3090,  3256,
     3420,  3584,  3746,  3907,  4067,  4226,  4384,  4540,  4695,  4848,
     5000,  5150,  5299,  5446,  5592,  5736,  5878,  6018,  6157,  6293,
     6428,  6561,  6691,  6820,  6947,  7071,  7193,  7314,  7431,  7547,
     7660,  7771,  7880,  7986,  8090,  8192,  8290,  8387,  8480,  8572,
     8660,  8746,  8829,  8910,  8988,  9063,  9135,  9205,  9272,  9336,
     9397,  9455,  9511,  9563,  9613,  9659,  9703,  9744,  9781,  9816,
     9848,  9877,  9903,  9925,  9945,  9962,  9976,  9986,  9994,  9998,
    10000,
];

/// A full turn and its parts, in hundredths of a degree.
const GIRO: i32 = 36_000;

/// A point; `y` grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Punto {
    pub x: i32,
    pub y: i32,
}

/// Radii of the centre, of every value and of every sub-section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Raggi {
    pub centro: i32,
    pub valori: i32,
    pub sotto: i32,
}

/// Centres of the discs.
#[derive(Debug, Clone)]
pub(super) struct Posti {
    pub centro: Punto,
    pub valori: Vec<Punto>,
    pub sotto: Vec<Punto>,
}

/// How many discs the rings hold, half the width that they may take, the least air among them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pianta {
    pub valori: i32,
    pub sotto: i32,
    pub mezza: i32,
    pub aria: i32,
}

impl Pianta {
    /// Places discs of the given radii; nothing when there is no room for them.
    pub(super) fn place(&self, r: Raggi) -> Option<Posti> {
        let angoli = corona(self.sotto, self.sotto % 2 == 0);
        let largo = angoli.iter().map(|a| seno(*a).abs()).max();
        let largo = largo.filter(|l| *l > 0).unwrap_or(10_000);
        let asse = (self.mezza - r.sotto) * 10_000 / largo;
        let sotto: Vec<Punto> = angoli.iter().map(|a| polare(*a, asse)).collect();
        if closest(&sotto) < 2 * r.sotto + self.aria {
            return None;
        }
        let posti = match self.valori {
            0 => Posti { centro: polare(0, 0), valori: Vec::new(), sotto },
            1 => self.coppia(r, sotto),
            _ => self.anello(r, &sotto)?,
        };
        (self.intorno(r, &posti) >= self.aria).then_some(posti)
    }

    /// Spends spare room on larger discs: the centre first, the rings only with air to spare.
    pub(super) fn grow(self, mut r: Raggi) -> Raggi {
        let massimi = self.massimi(r);
        let comoda = Self { aria: self.aria * 2, ..self };
        loop {
            let before = r;
            for (pianta, centro, valori, sotto) in
                [(self, 1, 0, 0), (comoda, 0, 1, 0), (comoda, 0, 0, 1)]
            {
                let p = Raggi {
                    centro: r.centro + centro,
                    valori: r.valori + valori,
                    sotto: r.sotto + sotto,
                };
                let sobrio = p.centro <= massimi.centro
                    && p.valori <= massimi.valori
                    && p.sotto <= massimi.sotto;
                if sobrio && pianta.place(p).is_some() {
                    r = p;
                }
            }
            if r == before {
                return r;
            }
        }
    }

    /// How large discs may grow and still look of a kind.
    fn massimi(&self, r: Raggi) -> Raggi {
        let anello = r.valori.max(r.sotto);
        let decimi = if self.valori == 0 { 16 } else { 22 };
        let valori = (r.valori * 5 / 4).min(anello);
        Raggi { centro: r.centro.max(anello * decimi / 10), valori, sotto: r.sotto * 5 / 4 }
    }

    /// Centre and only value side by side: together they are the middle.
    fn coppia(&self, r: Raggi, sotto: Vec<Punto>) -> Posti {
        let mezzo = r.centro + r.valori + self.aria;
        let (centro, valore) =
            (Punto { x: r.centro - mezzo, y: 0 }, Punto { x: mezzo - r.valori, y: 0 });
        Posti { centro, valori: vec![valore], sotto }
    }

    /// Values around the centre, turned so as to leave the most air.
    fn anello(&self, r: Raggi, sotto: &[Punto]) -> Option<Posti> {
        let tries = match self.valori {
            2 => vec![self.incavi(corona(2, true))],
            3 => vec![self.incavi(corona(3, false))],
            n => vec![corona(n, n % 2 == 0), corona(n, false)],
        };
        let posti = tries.iter().filter_map(|angoli| self.orbita(r, angoli, sotto));
        posti.max_by_key(|p| self.intorno(r, p))
    }

    /// Few values stand in the hollows between two sub-sections, when those pair off.
    fn incavi(&self, angoli: Vec<i32>) -> Vec<i32> {
        if self.sotto % 2 == 1 || self.sotto < 4 {
            return angoli;
        }
        let passo = GIRO / self.sotto;
        angoli.iter().map(|a| (a + passo / 2).div_euclid(passo) * passo).collect()
    }

    /// The orbit half way between centre and sub-sections, or the first beyond on which values
    /// do not touch.
    fn orbita(&self, r: Raggi, angoli: &[i32], sotto: &[Punto]) -> Option<Posti> {
        let massima = self.mezza - r.valori;
        let valori = |asse: i32| angoli.iter().map(|a| polare(*a, asse)).collect::<Vec<_>>();
        let minima = first(r.centro + r.valori + self.aria, massima, |asse| {
            closest(&valori(asse)) >= 2 * r.valori + self.aria * 2 / 3
        })?;
        let media = first(minima, massima, |asse| {
            asse - r.centro >= nearest(&valori(asse), sotto) - r.sotto
        });
        let valori = valori(media.unwrap_or(minima));
        Some(Posti { centro: polare(0, 0), valori, sotto: sotto.to_vec() })
    }

    /// Least air between discs of different rings.
    fn intorno(&self, r: Raggi, p: &Posti) -> i32 {
        let centro = [p.centro];
        let fuori = [(&centro[..], r.centro), (&p.valori[..], r.valori)];
        let esterno =
            fuori.iter().map(|(punti, raggio)| nearest(punti, &p.sotto) - raggio - r.sotto);
        let interno = nearest(&centro, &p.valori) - r.centro - r.valori;
        esterno.chain([interno]).min().unwrap_or(self.mezza)
    }
}

/// The first number from `da` to `a` for which `vale`, which then holds for all that follow.
pub(super) fn first(da: i32, a: i32, vale: impl Fn(i32) -> bool) -> Option<i32> {
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

/// Least distance between a point of `a` and one of `b`.
fn nearest(a: &[Punto], b: &[Punto]) -> i32 {
    a.iter().flat_map(|p| b.iter().map(|q| distanza(*p, *q))).min().unwrap_or(i32::MAX / 2)
}

/// Least distance between two points of a ring.
fn closest(a: &[Punto]) -> i32 {
    (1..a.len()).map(|i| nearest(&a[..i], &a[i..=i])).min().unwrap_or(i32::MAX / 2)
}

/// Angles of a ring of `n` discs, clockwise: the first on top, or half a step before it.
fn corona(n: i32, mezzo: bool) -> Vec<i32> {
    (0..n).map(|i| (GIRO * i - if mezzo { GIRO / 2 } else { 0 }) / n).collect()
}

/// Point at `raggio` from the origin, `a` hundredths of a degree clockwise from the top.
fn polare(a: i32, raggio: i32) -> Punto {
    let passo = |seno: i32| (seno * raggio + seno.signum() * 5000) / 10_000;
    Punto { x: passo(seno(a)), y: -passo(seno(a + GIRO / 4)) }
}

/// Sine of `a` hundredths of a degree, in ten thousandths.
fn seno(a: i32) -> i32 {
    let a = a.rem_euclid(GIRO);
    if a >= GIRO / 2 {
        return -seno(a - GIRO / 2);
    }
    let a = a.min(GIRO / 2 - a);
    let voce = |i: i32| SENI[usize::try_from(i.min(90)).unwrap_or(0)];
    let (intero, resto) = (voce(a / 100), a % 100);
    intero + ((voce(a / 100 + 1) - intero) * resto + 50) / 100
}

/// Distance between two points, rounded down.
pub(super) fn distanza(a: Punto, b: Punto) -> i32 {
    let (dx, dy) = (a.x - b.x, a.y - b.y);
    (dx * dx + dy * dy).isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sine_is_symmetric() {
        assert_eq!([0, 3000, 9000, 15_000, 27_000].map(seno), [0, 5000, 10_000, 5000, -10_000]);
        assert!((0..GIRO).all(|a| seno(a) == -seno(a + GIRO / 2) && seno(a) == -seno(-a)));
        let unita = |a: i32| seno(a).pow(2) + seno(a + GIRO / 4).pow(2);
        assert!((0..GIRO).all(|a| (unita(a) - 100_000_000).abs() < 30_000));
    }

    #[test]
    fn rings_are_regular() {
        for n in 2..=12 {
            let angoli = corona(n, n % 2 == 0);
            let punti: Vec<Punto> = angoli.iter().map(|a| polare(*a, 700)).collect();
            let lato = 2 * 700 * seno(GIRO / 2 / n) / 10_000;
            assert!((closest(&punti) - lato).abs() <= 2, "{n}");
            let raggi = punti.iter().map(|p| distanza(*p, polare(0, 0)));
            assert!(raggi.into_iter().all(|r| (r - 700).abs() <= 1));
        }
    }
}
