//! The ribbons of the map: one for each pair of spheres that records tie, as thick as they are many.

use std::collections::{BTreeMap, BTreeSet};

use super::{Capo, Filo, Nodo};
use crate::figure::{Nastro, Tinta};

/// The thinnest ribbon, and the thickest that one record makes.
const SOTTILE: i32 = 4;
const SPESSO: i32 = 10;
/// Radii of a sphere that all its ribbons together may take beside it.
const LARGHEZZA: i32 = 3;
/// How far a ribbon goes under its disc.
const SOTTO: i32 = 4;

/// The pairs of spheres that are shown, the last of a column standing for those that are not.
pub(super) fn fold(fili: &[Filo], [chi, valori, parti]: [usize; 3]) -> Vec<Filo> {
    let shown = |capo: Capo| match capo {
        Capo::Chi(index) => chi.checked_sub(1).map(|last| Capo::Chi(index.min(last))),
        Capo::Valore(index) => valori.checked_sub(1).map(|last| Capo::Valore(index.min(last))),
        Capo::Parte(index) => parti.checked_sub(1).map(|last| Capo::Parte(index.min(last))),
    };
    let mut pairs: BTreeMap<(Capo, Capo), BTreeSet<u32>> = BTreeMap::new();
    for filo in fili.iter().filter(|filo| !filo.elementi.is_empty()) {
        if let Some(pair) = shown(filo.da).zip(shown(filo.a)) {
            pairs.entry(pair).or_default().extend(&filo.elementi);
        }
    }
    pairs.into_iter().map(|((da, a), elementi)| Filo { da, a, elementi }).collect()
}

/// The order of the first column in which ribbons cross least: each sphere at the mean height of
/// those that it is tied to. The sphere that stands for the others stays last.
pub(super) fn untangle(fili: &[Filo], quante: usize, is_short: bool) -> Vec<usize> {
    let height = |index: &usize| {
        let own = fili.iter().filter(|filo| filo.da == Capo::Chi(*index));
        let ends: Vec<usize> = own.map(|filo| filo.a.place()).collect();
        let mean = (ends.iter().sum::<usize>() * 100).checked_div(ends.len());
        (is_short && index + 1 == quante, mean.unwrap_or(usize::MAX))
    };
    let mut order: Vec<usize> = (0..quante).collect();
    order.sort_by_key(height);
    order
}

/// The same pairs, the first column in another order.
pub(super) fn reorder(fili: Vec<Filo>, order: &[usize]) -> Vec<Filo> {
    let moved = |capo: Capo| match capo {
        Capo::Chi(old) => Capo::Chi(order.iter().position(|index| *index == old).unwrap_or(old)),
        other => other,
    };
    fili.into_iter().map(|filo| Filo { da: moved(filo.da), ..filo }).collect()
}

/// The ribbons of some pairs, between spheres in their places.
pub(super) fn draw(fili: &[Filo], nodi: &BTreeMap<Capo, Nodo>) -> Vec<Nastro> {
    let spessori = spessori(fili, nodi);
    let starts = ends(fili, &spessori, nodi, |filo| (filo.da, filo.a));
    let stops = ends(fili, &spessori, nodi, |filo| (filo.a, filo.da));
    let ribbon = |(index, filo): (usize, &Filo)| {
        let (da, a) = (&nodi[&filo.da], &nodi[&filo.a]);
        let (up, down) = (starts[&index], stops[&index]);
        let from = da.porta.unwrap_or_else(|| da.x + da.edge(up));
        let tinta = match filo.a {
            Capo::Parte(_) => a.sfera.tinta,
            Capo::Chi(_) | Capo::Valore(_) => Tinta::Neutra,
        };
        Nastro {
            x1: from,
            y1: da.y + up,
            x2: a.x - a.edge(down),
            y2: a.y + down,
            spessore: spessori[index],
            elementi: filo.elementi.len(),
            capi: [da.sfera.rinvio.clone(), a.sfera.rinvio.clone()],
            tinta,
        }
    };
    fili.iter().enumerate().map(ribbon).collect()
}

/// How thick each ribbon is: all of them by one measure, for which no side of a sphere has too
/// many; a thin one is still seen.
fn spessori(fili: &[Filo], nodi: &BTreeMap<Capo, Nodo>) -> Vec<i32> {
    let count = |filo: &Filo| i32::try_from(filo.elementi.len()).unwrap_or(i32::MAX / 1000);
    let mut sums: BTreeMap<(Capo, bool), i32> = BTreeMap::new();
    for filo in fili {
        *sums.entry((filo.da, true)).or_default() += count(filo);
        *sums.entry((filo.a, false)).or_default() += count(filo);
    }
    let room = |capo: &Capo| (nodi[capo].r * LARGHEZZA).min(2 * nodi[capo].mezza.max(nodi[capo].r));
    let measure = |((capo, _), sum): (&(Capo, bool), &i32)| room(capo) * 1000 / sum.max(&1);
    let one = sums.iter().map(measure).min().unwrap_or(0).min(SPESSO * 1000);
    fili.iter().map(|filo| (count(filo) * one / 1000).max(SOTTILE)).collect()
}

/// Where each ribbon touches one of its spheres, above or below the middle: in the order of the
/// other ends, beside one another, or closer where there is no room.
fn ends(
    fili: &[Filo],
    spessori: &[i32],
    nodi: &BTreeMap<Capo, Nodo>,
    sides: impl Fn(&Filo) -> (Capo, Capo),
) -> BTreeMap<usize, i32> {
    let mut by_sphere: BTreeMap<Capo, Vec<(i32, usize)>> = BTreeMap::new();
    for (index, filo) in fili.iter().enumerate() {
        let (own, other) = sides(filo);
        by_sphere.entry(own).or_default().push((nodi[&other].y, index));
    }
    let mut out = BTreeMap::new();
    for (capo, mut ribbons) in by_sphere {
        ribbons.sort_unstable();
        let total: i32 = ribbons.iter().map(|(_, index)| spessori[*index]).sum();
        let room = (2 * nodi[&capo].mezza).min(total);
        let mut before = 0;
        for (_, index) in ribbons {
            let middle = before + spessori[index] / 2;
            out.insert(index, middle * room / total.max(1) - room / 2);
            before += spessori[index];
        }
    }
    out
}

impl Capo {
    fn place(self) -> usize {
        match self {
            Self::Chi(index) | Self::Valore(index) | Self::Parte(index) => index,
        }
    }
}

impl Nodo {
    /// From the middle of the disc to its edge, at a height above or below the middle.
    fn edge(&self, y: i32) -> i32 {
        (self.r * self.r - y * y).max(0).isqrt() - SOTTO
    }
}
