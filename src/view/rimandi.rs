//! The last pass: links that lead nowhere become plain text, and whoever follows one that leads to
//! a row finds its table, not a line of it under a header out of sight.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Blocco, Parte, Tratto};
use super::visita::{Nodo, NodoMut, visit, visit_mut};

/// The anchors of some parts.
pub(super) fn anchors(parti: &[Parte]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    visit(parti, |nodo, _| {
        if !nodo.id().is_empty() {
            anchors.insert(nodo.id().to_owned());
        }
    });
    anchors
}

/// Leaves only the internal links whose anchor is in the document.
pub(super) fn resolve(parti: &mut [Parte]) {
    let anchors = anchors(parti);
    let (mut rows, mut table) = (BTreeMap::new(), "");
    visit(parti, |nodo, _| match nodo {
        Nodo::Blocco(Blocco::Tabella(own)) => table = &own.id,
        Nodo::Riga(row) => drop(rows.insert(row.id.clone(), table.to_owned())),
        _ => {}
    });
    visit_mut(parti, &mut |nodo| match nodo {
        NodoMut::Tratti(tratti) => loosen(tratti, &anchors, &rows),
        NodoMut::Blocco(Blocco::Figura(figura)) => {
            figura.disegno.redirect(&rows);
            figura.disegno.loosen(&anchors);
        }
        NodoMut::Blocco(_) => {}
    });
}

/// Puts the words of a link that leads nowhere in its place.
fn loosen(tratti: &mut Vec<Tratto>, anchors: &BTreeSet<String>, rows: &BTreeMap<String, String>) {
    for tratto in std::mem::take(tratti) {
        match tratto {
            Tratto::Rinvio { id, tratti: words, .. } if !anchors.contains(&id) => {
                tratti.extend(words);
            }
            Tratto::Rinvio { id, tratti: words, breve } => {
                let id = rows.get(&id).cloned().unwrap_or(id);
                tratti.push(Tratto::Rinvio { id, tratti: words, breve });
            }
            other => tratti.push(other),
        }
    }
}
