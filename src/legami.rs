//! How the records of a plan hang together: the true edges, from which the map of spheres, the
//! pages and their reverse links are made.
//!
//! A node is a record. An edge is a reference that a field of the law holds, or a record that holds
//! another. A record *serves* a public value when edges lead from it to the value: it refers to it,
//! to what serves it, or stands inside of either. Units and stakeholders are where edges end: who
//! names the same office as somebody else does not serve what the other serves.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{Campo, Law};
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};
use crate::valori::Luogo;

/// Where edges end.
const CAPI: [Chiave; 2] = [campo::STAKEHOLDER, campo::UNITA];

/// A record of the plan, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Nodo<'a> {
    /// The record.
    pub record: &'a Record<'a>,
    /// The field that holds it.
    pub campo: &'a Campo,
    /// The field of the top level that holds it, directly or not.
    pub cima: &'a Campo,
    /// The sub-section that holds it, by its place in [`Law::sottosezioni`].
    pub parte: usize,
    /// The node that holds it; nothing at the top level.
    padre: Option<usize>,
    /// The node that a reader meets as a card or a row of its own: this one, or the one that holds
    /// it in the outermost list.
    voce: usize,
}

/// A reference from a record to another.
#[derive(Debug, Clone, Copy)]
pub struct Arco<'a> {
    /// The record that refers.
    pub da: Nodo<'a>,
    /// By which field.
    pub campo: &'a Campo,
    /// To what.
    pub a: Nodo<'a>,
}

/// The records of a plan and the edges among them.
#[derive(Debug, Default)]
pub struct Legami<'a> {
    nodi: Vec<Nodo<'a>>,
    luoghi: BTreeMap<Luogo, usize>,
    codici: BTreeMap<&'a str, usize>,
    /// References from each node, in the order of its fields.
    verso: Vec<Vec<(&'a Campo, usize)>>,
    /// References to each node, in the order of the plan.
    da: Vec<Vec<(&'a Campo, usize)>>,
    /// What each node holds.
    figli: Vec<Vec<usize>>,
    /// The public values.
    valori: Vec<usize>,
    /// The values that each node serves, by their place in `valori`.
    serve: Vec<Vec<usize>>,
    /// The cards and rows that are tied to each value.
    legati: Vec<BTreeSet<usize>>,
}

impl<'a> Legami<'a> {
    /// The edges of a plan.
    #[must_use]
    pub fn of(root: &'a Record<'a>, law: &'a Law) -> Self {
        let mut legami = Self::default();
        for (parte, sottosezione) in law.sottosezioni.iter().enumerate() {
            for campo in &sottosezione.campo {
                for record in root.records(campo) {
                    legami.add(record, campo, campo, parte, None);
                }
            }
        }
        legami.refer();
        let is_value = |nodo: &Nodo<'_>| nodo.padre.is_none() && nodo.is_in(campo::OBIETTIVI_VP);
        legami.valori =
            (0..legami.nodi.len()).filter(|index| is_value(&legami.nodi[*index])).collect();
        legami.serve = vec![Vec::new(); legami.nodi.len()];
        for (place, valore) in legami.valori.clone().into_iter().enumerate() {
            legami.spread(place, valore);
        }
        legami
    }

    fn add(
        &mut self,
        record: &'a Record<'a>,
        campo: &'a Campo,
        cima: &'a Campo,
        parte: usize,
        padre: Option<usize>,
    ) {
        let own = self.nodi.len();
        let voce = match padre.map(|padre| self.nodi[padre].voce) {
            Some(voce) if self.nodi[voce].campo.forma.elenco || !campo.forma.elenco => voce,
            _ => own,
        };
        self.nodi.push(Nodo { record, campo, cima, parte, padre, voce });
        self.figli.push(Vec::new());
        if let Some(padre) = padre {
            self.figli[padre].push(own);
        }
        self.luoghi.insert(record.luogo, own);
        if !record.id().is_empty() {
            self.codici.entry(record.id()).or_insert(own);
        }
        for campo in &record.kind.campi {
            for inner in record.records(campo) {
                self.add(inner, campo, cima, parte, Some(own));
            }
        }
    }

    /// Finds where each reference leads: to a record of the kind that the law foresees.
    fn refer(&mut self) {
        self.verso = vec![Vec::new(); self.nodi.len()];
        self.da = vec![Vec::new(); self.nodi.len()];
        for (index, nodo) in self.nodi.iter().enumerate() {
            for campo in &nodo.record.kind.campi {
                let Some(value) = nodo.record.get(campo) else { continue };
                for item in value.items() {
                    let Value::Reference(id) = item else { continue };
                    let Some(to) = self.codici.get(id.as_str()).copied() else { continue };
                    let is_new = self.verso[index]
                        .iter()
                        .all(|(own, known)| *known != to || own.chiave != campo.chiave);
                    if is_new && campo.forma.refers_to(self.nodi[to].kind()) {
                        self.verso[index].push((campo, to));
                        self.da[to].push((campo, index));
                    }
                }
            }
        }
    }

    /// Follows the edges back from a value: whoever serves it, and what that names.
    fn spread(&mut self, place: usize, valore: usize) {
        let mut serving = Vec::new();
        let mut next = vec![valore];
        while let Some(index) = next.pop() {
            if self.serve[index].last() == Some(&place) {
                continue;
            }
            self.serve[index].push(place);
            serving.push(index);
            next.extend(&self.figli[index]);
            if !self.is_end(index) {
                next.extend(self.da[index].iter().map(|(_, from)| from));
            }
        }
        let named = serving.iter().flat_map(|index| &self.verso[*index]).map(|(_, to)| to);
        let tied = serving.iter().chain(named).map(|index| self.nodi[*index].voce);
        self.legati.push(tied.collect());
    }

    /// Every record, in the order of the plan-type.
    #[must_use]
    pub fn nodi(&self) -> &[Nodo<'a>] {
        &self.nodi
    }

    /// The node of a record.
    #[must_use]
    pub fn nodo(&self, luogo: Luogo) -> Option<&Nodo<'a>> {
        self.luoghi.get(&luogo).map(|index| &self.nodi[*index])
    }

    /// The node of the record with a code.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Nodo<'a>> {
        self.codici.get(id).map(|index| &self.nodi[*index])
    }

    /// Every reference.
    pub fn archi(&self) -> impl Iterator<Item = Arco<'a>> + '_ {
        self.nodi.iter().zip(&self.verso).flat_map(|(da, verso)| {
            verso.iter().map(|(campo, a)| Arco { da: *da, campo, a: self.nodi[*a] })
        })
    }

    /// What a record refers to, and by which field.
    #[must_use]
    pub fn cites(&self, luogo: Luogo) -> Vec<(&'a Campo, &Nodo<'a>)> {
        self.arcs(luogo, &self.verso)
    }

    /// What refers to a record, and by which field.
    #[must_use]
    pub fn cited_by(&self, luogo: Luogo) -> Vec<(&'a Campo, &Nodo<'a>)> {
        self.arcs(luogo, &self.da)
    }

    fn arcs(&self, luogo: Luogo, arcs: &[Vec<(&'a Campo, usize)>]) -> Vec<(&'a Campo, &Nodo<'a>)> {
        let own = self.luoghi.get(&luogo).into_iter().flat_map(|index| &arcs[*index]);
        own.map(|(campo, other)| (*campo, &self.nodi[*other])).collect()
    }

    /// The records that hold a record, the nearest first.
    #[must_use]
    pub fn ancestors(&self, luogo: Luogo) -> Vec<&Nodo<'a>> {
        let first = self.nodo(luogo).and_then(|nodo| nodo.padre);
        let chain = std::iter::successors(first, |index| self.nodi[*index].padre);
        chain.map(|index| &self.nodi[index]).collect()
    }

    /// The record that a reader meets as a card or a row of its own: this one, or the one that
    /// holds it in the outermost list.
    #[must_use]
    pub fn voce(&self, luogo: Luogo) -> Option<&Nodo<'a>> {
        self.nodo(luogo).map(|nodo| &self.nodi[nodo.voce])
    }

    /// The public values of the plan.
    pub fn valori(&self) -> impl Iterator<Item = &Nodo<'a>> {
        self.valori.iter().map(|index| &self.nodi[*index])
    }

    /// The public values that a record leads to; a value leads to itself.
    #[must_use]
    pub fn serves(&self, luogo: Luogo) -> Vec<&Nodo<'a>> {
        let own = self.luoghi.get(&luogo).into_iter().flat_map(|index| &self.serve[*index]);
        own.map(|place| &self.nodi[self.valori[*place]]).collect()
    }

    /// The public values that a card or row is tied to: it serves them, holds what serves them, or
    /// is named by what serves them.
    #[must_use]
    pub fn touches(&self, luogo: Luogo) -> Vec<&Nodo<'a>> {
        let Some(index) = self.luoghi.get(&luogo) else { return Vec::new() };
        let tied = self.valori.iter().zip(&self.legati).filter(|(_, tied)| tied.contains(index));
        tied.map(|(valore, _)| &self.nodi[*valore]).collect()
    }

    /// The cards and rows that are tied to a public value, the value itself among them: they serve
    /// it, hold what serves it, or are named by what serves it.
    #[must_use]
    pub fn tied_to(&self, valore: Luogo) -> Vec<&Nodo<'a>> {
        let place = self.place(valore);
        place.map_or_else(Vec::new, |place| self.at(&self.legati[place]))
    }

    /// The stakeholders of a public value: whom it names, and whom what serves it names.
    #[must_use]
    pub fn stakeholders_of(&self, valore: Luogo) -> Vec<&Nodo<'a>> {
        self.tied_in(valore, campo::STAKEHOLDER)
    }

    /// The units of a public value: those that answer for it or for what serves it, or work at it.
    #[must_use]
    pub fn units_of(&self, valore: Luogo) -> Vec<&Nodo<'a>> {
        self.tied_in(valore, campo::UNITA)
    }

    fn tied_in(&self, valore: Luogo, campo: Chiave) -> Vec<&Nodo<'a>> {
        let mut tied = self.tied_to(valore);
        tied.retain(|nodo| nodo.is_in(campo));
        tied
    }

    /// The records that serve a public value and name another record: those for which a stakeholder
    /// or a unit is tied to the value.
    #[must_use]
    pub fn between(&self, luogo: Luogo, valore: Luogo) -> Vec<&Nodo<'a>> {
        let ends = self.luoghi.get(&luogo).zip(self.place(valore));
        let Some((index, place)) = ends else { return Vec::new() };
        let naming = self.da[*index].iter().map(|(_, from)| *from);
        self.at(&naming.filter(|from| self.serve[*from].contains(&place)).collect())
    }

    /// Everything that edges lead to from a record: what it refers to and what holds it, and so on,
    /// as far as offices and people.
    #[must_use]
    pub fn leads_from(&self, luogo: Luogo) -> BTreeSet<Luogo> {
        let mut found = BTreeSet::new();
        let mut next: Vec<usize> = self.luoghi.get(&luogo).copied().into_iter().collect();
        while let Some(index) = next.pop() {
            if !found.insert(self.nodi[index].luogo()) {
                continue;
            }
            next.extend(self.nodi[index].padre);
            let named = self.verso[index].iter().map(|(_, to)| *to);
            next.extend(named.filter(|to| !self.is_end(*to)));
        }
        found.remove(&luogo);
        found
    }

    /// Whether edges end at a node.
    fn is_end(&self, index: usize) -> bool {
        CAPI.iter().any(|capo| self.nodi[index].is_in(*capo))
    }

    fn place(&self, valore: Luogo) -> Option<usize> {
        self.valori.iter().position(|index| self.nodi[*index].record.luogo == valore)
    }

    fn at(&self, indices: &BTreeSet<usize>) -> Vec<&Nodo<'a>> {
        indices.iter().map(|index| &self.nodi[*index]).collect()
    }
}

impl<'a> Nodo<'a> {
    /// Which record it is.
    #[must_use]
    pub fn luogo(&self) -> Luogo {
        self.record.luogo
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        &self.record.kind.chiave
    }

    /// Whether a field of the top level holds it.
    #[must_use]
    pub fn is_in(&self, campo: Chiave) -> bool {
        self.cima.chiave == campo.as_str()
    }
}
