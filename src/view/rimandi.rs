//! The last pass: links that lead nowhere become plain text.

use std::collections::BTreeSet;

use super::document::{Blocco, Parte, Tratto};

/// Leaves only the internal links whose anchor is in the document, and gives the anchors.
pub(super) fn resolve(parti: &mut [Parte]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for part in parti.iter() {
        part_anchors(part, &mut anchors);
    }
    for part in parti {
        walk_part(part, &anchors);
    }
    anchors
}

fn part_anchors(part: &Parte, out: &mut BTreeSet<String>) {
    out.insert(part.id.clone());
    part.blocchi.iter().for_each(|block| block_anchors(block, out));
    part.parti.iter().for_each(|inner| part_anchors(inner, out));
}

fn block_anchors(block: &Blocco, out: &mut BTreeSet<String>) {
    match block {
        Blocco::Tabella(table) => {
            out.insert(table.id.clone());
            out.extend(table.righe.iter().map(|row| row.id.clone()));
        }
        Blocco::Scheda(card) => {
            out.insert(card.id.clone());
            card.blocchi.iter().for_each(|block| block_anchors(block, out));
        }
        Blocco::Glossario { voci, .. } => out.extend(voci.iter().map(|voce| voce.id.clone())),
        _ => {}
    }
}

fn walk_part(part: &mut Parte, anchors: &BTreeSet<String>) {
    part.blocchi.iter_mut().for_each(|block| walk_block(block, anchors));
    part.parti.iter_mut().for_each(|inner| walk_part(inner, anchors));
}

fn walk_block(block: &mut Blocco, anchors: &BTreeSet<String>) {
    match block {
        Blocco::Paragrafo { testo, .. } | Blocco::Intestazione { testo, .. } => {
            walk_inlines(testo, anchors);
        }
        Blocco::Elenco { voci, .. } => {
            for block in voci.iter_mut().flatten() {
                walk_block(block, anchors);
            }
        }
        Blocco::Tabella(table) => {
            let cells = table.righe.iter_mut().flat_map(|row| &mut row.celle);
            for cell in cells {
                walk_inlines(cell, anchors);
            }
        }
        Blocco::Scheda(card) => {
            let fields = card.voci.iter_mut().flat_map(|voce| &mut voce.blocchi);
            for block in fields {
                walk_block(block, anchors);
            }
            card.blocchi.iter_mut().for_each(|block| walk_block(block, anchors));
        }
        Blocco::Nota { blocchi, .. } | Blocco::Citazione { blocchi, .. } => {
            for block in blocchi {
                walk_block(block, anchors);
            }
        }
        Blocco::Codice { .. } | Blocco::Glossario { .. } => {}
    }
}

fn walk_inlines(inlines: &mut Vec<Tratto>, anchors: &BTreeSet<String>) {
    let old = std::mem::take(inlines);
    for mut inline in old {
        match &mut inline {
            Tratto::Rinvio { id, tratti } if !anchors.contains(id) => {
                inlines.append(tratti);
                continue;
            }
            Tratto::Forte { tratti }
            | Tratto::Enfasi { tratti }
            | Tratto::Barrato { tratti }
            | Tratto::Link { tratti, .. }
            | Tratto::Rinvio { tratti, .. }
            | Tratto::Nota { tratti, .. } => walk_inlines(tratti, anchors),
            _ => {}
        }
        inlines.push(inline);
    }
}
