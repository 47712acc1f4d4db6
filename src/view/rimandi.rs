//! The last pass: links that lead nowhere become plain text.

use std::collections::BTreeSet;

use super::document::{Blocco, Parte, Tratto};
use super::visita::{NodoMut, visit, visit_mut};

/// Leaves only the internal links whose anchor is in the document, and gives the anchors.
pub(super) fn resolve(parti: &mut [Parte]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    visit(parti, |nodo, _| {
        if !nodo.id().is_empty() {
            anchors.insert(nodo.id().to_owned());
        }
    });
    visit_mut(parti, &mut |nodo| match nodo {
        NodoMut::Tratti(tratti) => loosen(tratti, &anchors),
        NodoMut::Blocco(Blocco::Figura(figura)) => figura.disegno.loosen(&anchors),
        NodoMut::Blocco(_) => {}
    });
    anchors
}

/// Puts the words of a link that leads nowhere in its place.
fn loosen(tratti: &mut Vec<Tratto>, anchors: &BTreeSet<String>) {
    for tratto in std::mem::take(tratti) {
        match tratto {
            Tratto::Rinvio { id, tratti: words } if !anchors.contains(&id) => tratti.extend(words),
            other => tratti.push(other),
        }
    }
}
