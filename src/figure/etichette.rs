//! Labels of the map of spheres: their size, and the radii that they ask for.

use super::anelli::{Pianta, Raggi, first};
use super::mappa::{Mappa, Sfera};
use super::testo::{Brano, fits, raggio};

/// Font sizes, in tenths of a millimetre, on a map as wide as an A4 page's text.
const CORPO_MASSIMO: i32 = 40;
pub(super) const CORPO_MINIMO: i32 = 24;
/// Hundredths of its radius at which the centre's text still has air around.
const ARIOSO: i32 = 94;

/// The labels of the map, ready to be fitted.
pub(super) struct Etichette {
    /// Font size of the rings' names.
    corpo: i32,
    pub centro: Vec<Brano>,
    pub valori: Vec<Vec<Brano>>,
    pub sotto: Vec<Vec<Brano>>,
}

impl Etichette {
    /// The largest labels for which there is room, and their radii. Names shrink first, down to
    /// what is legible; then the centre names fewer beneficiaries; then names shrink as much as
    /// they must.
    pub(super) fn choose(mappa: &Mappa, pianta: Pianta, larghezza: i32) -> Option<(Self, Raggi)> {
        let tutti = count(&mappa.beneficiari);
        let minimo = scala(CORPO_MINIMO, larghezza);
        let massimo = scala(CORPO_MASSIMO, larghezza);
        let attempt = |passo: i32| {
            let tolti = (passo - (massimo - minimo)).clamp(0, tutti);
            let corpo = massimo - (passo - tolti);
            let etichette = Self::new(mappa, corpo, minimo.min(corpo), tutti - tolti);
            let raggi = etichette.raggi(pianta)?;
            Some((etichette, raggi))
        };
        attempt(first(0, massimo - 1 + tutti, |passo| attempt(passo).is_some())?)
    }

    /// Whether the names of the rings are as large as legible ones are.
    pub(super) fn is_legible(&self, larghezza: i32) -> bool {
        self.corpo >= scala(CORPO_MINIMO, larghezza)
    }

    /// Names at `corpo`, and the first `quanti` beneficiaries, never smaller than `minimo`.
    fn new(mappa: &Mappa, corpo: i32, minimo: i32, quanti: i32) -> Self {
        let anello = |v: &[Sfera]| v.iter().map(|s| nomi(s, corpo * 5 / 4, corpo, 0)).collect();
        let centro = centro(mappa, corpo, minimo, quanti);
        Self { corpo, centro, valori: anello(&mappa.valori), sotto: anello(&mappa.sottosezioni) }
    }

    /// Least radii that hold the labels and have room in the plan. The centre stands out, the
    /// more so the emptier the ring around it.
    fn raggi(&self, pianta: Pianta) -> Option<Raggi> {
        let anello =
            |v: &[Vec<Brano>]| v.iter().try_fold(1, |r, b| Some(raggio(b, pianta.mezza)?.max(r)));
        let (valori, sotto) = (anello(&self.valori)?, anello(&self.sotto)?);
        let decimi = if matches!(pianta.valori, 2 | 3) { 16 } else { 14 };
        let minimi = Raggi { centro: valori.max(sotto) * decimi / 10, valori, sotto };
        pianta.place(minimi)?;
        let raggi =
            Raggi { centro: raggio(&self.centro, pianta.mezza)?.max(minimi.centro), ..minimi };
        pianta.place(raggi).map(|_| raggi)
    }

    /// Fills the centre, now that its radius is known: most beneficiaries first, then their names
    /// unbroken, then the largest size that leaves some air.
    pub(super) fn fill(&mut self, mappa: &Mappa, r: i32, larghezza: i32) {
        let minimo = scala(CORPO_MINIMO, larghezza);
        let (corpo, tutti) = (self.corpo, count(&mappa.beneficiari));
        let attempt =
            |corpo: i32, tolti: i32| centro(mappa, corpo, minimo.min(corpo), tutti - tolti);
        let tolti =
            first(0, tutti, |tolti| fits(&attempt(corpo, tolti), r, false)).unwrap_or(tutti);
        let gradi = [true, false]
            .into_iter()
            .flat_map(|puro| (corpo..=corpo * 7 / 5).rev().map(move |c| (c, puro)));
        let ariosa = |c: i32, puro: bool| fits(&attempt(c, tolti), r * ARIOSO / 100, puro);
        let scelto = gradi.into_iter().find(|&(c, puro)| ariosa(c, puro));
        self.centro = attempt(scelto.map_or(corpo, |(c, _)| c), tolti);
    }
}

/// Label of the centre, its name above its mark, with its first `quanti` beneficiaries, never smaller than `minimo`.
fn centro(mappa: &Mappa, corpo: i32, minimo: i32, quanti: i32) -> Vec<Brano> {
    let centro = &mappa.centro;
    let titolo = Brano::new(&centro.nome, corpo * 8 / 5, true, 0).into_iter();
    let mut brani: Vec<Brano> =
        titolo.chain(Brano::new(&centro.segno, corpo * 11 / 10, false, corpo / 5)).collect();
    let primi = mappa.beneficiari.iter().zip(0..quanti).map(|(nome, _)| nome.clone());
    let altri = quanti > 0 && quanti < count(&mappa.beneficiari);
    let beneficiari: Vec<String> = primi.chain(altri.then(|| "…".to_string())).collect();
    brani.extend(Brano::list(&beneficiari, minimo.max(corpo * 4 / 5), corpo / 2));
    brani
}

/// Mark above, name below, `stacco` apart.
fn nomi(s: &Sfera, segno: i32, nome: i32, stacco: i32) -> Vec<Brano> {
    let segno = Brano::new(&s.segno, segno, true, 0);
    segno.into_iter().chain(Brano::new(&s.nome, nome, false, stacco)).collect()
}

/// Width of the map on which measures are given, in tenths of a millimetre.
const BASE: i32 = 1700;

/// A measure given for a map `BASE` wide, on a map `larghezza` wide.
pub(super) fn scala(misura: i32, larghezza: i32) -> i32 {
    (misura * larghezza / BASE).max(1)
}

pub(super) fn count<T>(voci: &[T]) -> i32 {
    i32::try_from(voci.len()).unwrap_or(i32::MAX)
}
