//! The map of spheres: for whom the plan is, the public values, the parts of the plan, in three
//! columns; between two columns, a ribbon for each pair that records tie.

mod chiave;
mod colonne;
mod nastri;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::testo::{Brano, compose, raggio};
use super::{CORPO, Disco, Disegno, Linea, Punto, Rinvio, Scritta, Segno, Stile, Tinta};
use chiave::Chiave;
use colonne::{Fila, Mezzo, Pianta};

/// Width of the map: that of an A4 page with the margin that tables use.
pub const LARGHEZZA: i32 = 1600;
/// Height that it never exceeds: what a page leaves below a title.
pub const ALTEZZA: i32 = 2050;

/// Room for the title of a column.
const TESTA: i32 = 70;
/// Font size of the titles.
const CORPO_TITOLI: i32 = 34;
/// What the map of spheres shows.
#[derive(Debug, Clone)]
pub struct Mappa {
    /// Above the first column and above the last.
    pub titoli: [String; 2],
    /// The sphere above the values; nothing where the plan has none.
    pub centro: Option<Sfera>,
    /// For whom the plan is.
    pub chi: Colonna,
    /// The public values.
    pub valori: Colonna,
    /// The parts of the plan.
    pub parti: Colonna,
    /// What ties them.
    pub fili: Vec<Filo>,
    /// What the hues are.
    pub chiave: Vec<(Tinta, String)>,
    /// What the ribbons are.
    pub nota: String,
}

/// A column of spheres.
#[derive(Debug, Clone)]
pub struct Colonna {
    /// The spheres, those that matter most first.
    pub sfere: Vec<Sfera>,
    /// Stands for those for which there is no room: its name is followed by how many they are.
    pub altri: Sfera,
}

/// A sphere: a name, a short mark, a hue, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sfera {
    /// Anchor that the sphere leads to.
    pub rinvio: String,
    /// Short mark inside the sphere, `2.1`.
    pub segno: String,
    /// Name.
    pub nome: String,
    /// What is heard in its place: its name, and how much it is tied to.
    pub detto: String,
    /// Hue.
    pub tinta: Tinta,
}

/// A sphere of a column, by its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capo {
    /// Of the first column.
    Chi(usize),
    /// Of the values.
    Valore(usize),
    /// Of the parts.
    Parte(usize),
}

/// What ties two spheres, the left one first: the records, each by its number.
#[derive(Debug, Clone)]
pub struct Filo {
    /// The left sphere.
    pub da: Capo,
    /// The right one.
    pub a: Capo,
    /// The records.
    pub elementi: BTreeSet<u32>,
}

/// A sphere in its place, with the marks that it is made of.
struct Nodo {
    sfera: Sfera,
    x: i32,
    y: i32,
    r: i32,
    /// How far from its middle ribbons may start and end.
    mezza: i32,
    /// Where ribbons to the right start, when it is not the edge of the disc.
    porta: Option<i32>,
    segni: Vec<Segno>,
}

/// Draws the map of spheres. Each column shows as many spheres as legible names leave room for on
/// a page; one stands for the others, with all their ribbons.
#[must_use]
pub fn draw(mappa: &Mappa) -> Disegno {
    let chiave = Chiave::new(mappa);
    let room = ALTEZZA - chiave.altezza();
    let pianta = Pianta::of(mappa);
    let mut chi = Fila::new(&mappa.chi, pianta.chi, room - TESTA);
    let parti = Fila::new(&mappa.parti, pianta.parti, room - TESTA);
    let sides = TESTA + chi.altezza().max(parti.altezza());
    let mezzo = Mezzo::new(mappa, sides, room);
    let alta = sides.max(mezzo.altezza()).min(room);
    let fili = nastri::fold(&mappa.fili, [chi.quante(), mezzo.quante(), parti.quante()]);
    let is_short = chi.quante() < mappa.chi.sfere.len();
    let order = nastri::untangle(&fili, chi.quante(), is_short);
    chi.reorder(&order);
    let fili = nastri::reorder(fili, &order);
    let (centro, valori) = mezzo.place(&pianta, alta);
    let mut nodi: BTreeMap<Capo, Nodo> = BTreeMap::new();
    nodi.extend((0..).map(Capo::Chi).zip(chi.place(TESTA, alta)));
    nodi.extend((0..).map(Capo::Valore).zip(valori));
    nodi.extend((0..).map(Capo::Parte).zip(parti.place(TESTA, alta)));

    let spina = spina(centro.as_ref(), &nodi);
    let mut segni: Vec<Segno> = spina.into_iter().map(Segno::Linea).collect();
    segni.extend(nastri::draw(&fili, &nodi).into_iter().map(Segno::Nastro));
    segni.extend(titoli(mappa, &nodi));
    let altezza = alta + chiave.altezza();
    segni.extend(chiave.draw(alta));
    let spheres = centro.into_iter().chain(nodi.into_values());
    segni.extend(spheres.flat_map(Nodo::into_segni));
    if segni.is_empty() {
        return Disegno::empty(LARGHEZZA);
    }
    Disegno { larghezza: LARGHEZZA, altezza, segni }
}

impl Nodo {
    /// Its marks, as a link when it leads somewhere.
    fn into_segni(self) -> Vec<Segno> {
        let disco =
            Disco { x: self.x, y: self.y, r: self.r, tinta: self.sfera.tinta, stile: Stile::Pieno };
        let segni: Vec<Segno> = [Segno::Disco(disco)].into_iter().chain(self.segni).collect();
        if self.sfera.rinvio.is_empty() {
            return segni;
        }
        vec![Segno::Rinvio(Rinvio::new(&self.sfera.rinvio, &self.sfera.detto, segni))]
    }
}

/// The line on which the values hang.
fn spina(centro: Option<&Nodo>, nodi: &BTreeMap<Capo, Nodo>) -> Option<Linea> {
    let centro = centro?;
    let last = nodi.iter().rfind(|(capo, _)| matches!(capo, Capo::Valore(_)))?.1;
    Some(Linea {
        x1: centro.x,
        y1: centro.y,
        x2: last.x,
        y2: last.y,
        spessore: 6,
        spezzata: false,
        tinta: Tinta::Valori,
    })
}

/// The titles of the outer columns, each above its first sphere.
fn titoli(mappa: &Mappa, nodi: &BTreeMap<Capo, Nodo>) -> Vec<Segno> {
    let [chi, parti] = &mappa.titoli;
    let above = |testo: &String, capo: Capo| {
        let nodo = nodi.get(&capo)?;
        let top = nodo.segni.iter().map(|segno| segno.ingombro().alto).min();
        let y = top.unwrap_or(nodo.y).min(nodo.y - nodo.r) - CORPO;
        let x = if matches!(capo, Capo::Chi(_)) { nodo.x + nodo.r } else { nodo.x - nodo.r };
        Some(Scritta::new(testo, x, y, CORPO_TITOLI).bold())
    };
    let chi = above(chi, Capo::Chi(0)).map(|scritta| scritta.at(Punto::Fine));
    [chi, above(parti, Capo::Parte(0))].into_iter().flatten().map(Segno::Scritta).collect()
}

/// Radius of the sphere above the values, and its text.
fn centro(sfera: &Sfera) -> (i32, Vec<Segno>) {
    let brani = [
        Brano::new(&sfera.nome, CORPO * 13 / 10, true, 0),
        Brano::new(&sfera.segno, CORPO, false, CORPO / 5),
    ];
    let brani: Vec<Brano> = brani.into_iter().flatten().collect();
    let r = raggio(&brani, 200).unwrap_or(100);
    (r, compose(&brani, r).unwrap_or_default().into_iter().map(Segno::Scritta).collect())
}
