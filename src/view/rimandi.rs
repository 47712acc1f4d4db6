//! The last pass: links that lead nowhere become plain text.

use std::collections::BTreeSet;

use super::document::{Block, Inline, Part};

/// Leaves only the internal links whose anchor is in the document, and gives the anchors.
pub(super) fn resolve(parti: &mut [Part]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for part in parti.iter() {
        part_anchors(part, &mut anchors);
    }
    for part in parti {
        walk_part(part, &anchors);
    }
    anchors
}

fn part_anchors(part: &Part, out: &mut BTreeSet<String>) {
    out.insert(part.id.clone());
    part.blocchi.iter().for_each(|block| block_anchors(block, out));
    part.parti.iter().for_each(|inner| part_anchors(inner, out));
}

fn block_anchors(block: &Block, out: &mut BTreeSet<String>) {
    match block {
        Block::Tabella(table) => {
            out.insert(table.id.clone());
            out.extend(table.righe.iter().map(|row| row.id.clone()));
        }
        Block::Scheda(card) => {
            out.insert(card.id.clone());
            card.blocchi.iter().for_each(|block| block_anchors(block, out));
        }
        Block::Glossario { voci, .. } => out.extend(voci.iter().map(|voce| voce.id.clone())),
        _ => {}
    }
}

fn walk_part(part: &mut Part, anchors: &BTreeSet<String>) {
    part.blocchi.iter_mut().for_each(|block| walk_block(block, anchors));
    part.parti.iter_mut().for_each(|inner| walk_part(inner, anchors));
}

fn walk_block(block: &mut Block, anchors: &BTreeSet<String>) {
    match block {
        Block::Paragrafo { testo, .. } | Block::Intestazione { testo, .. } => {
            walk_inlines(testo, anchors);
        }
        Block::Elenco { voci, .. } => {
            for block in voci.iter_mut().flatten() {
                walk_block(block, anchors);
            }
        }
        Block::Tabella(table) => {
            let cells = table.righe.iter_mut().flat_map(|row| &mut row.celle);
            for cell in cells {
                walk_inlines(cell, anchors);
            }
        }
        Block::Scheda(card) => {
            let fields = card.voci.iter_mut().flat_map(|voce| &mut voce.blocchi);
            for block in fields {
                walk_block(block, anchors);
            }
            card.blocchi.iter_mut().for_each(|block| walk_block(block, anchors));
        }
        Block::Nota { blocchi, .. } | Block::Citazione { blocchi, .. } => {
            for block in blocchi {
                walk_block(block, anchors);
            }
        }
        Block::Codice { .. } | Block::Glossario { .. } => {}
    }
}

fn walk_inlines(inlines: &mut Vec<Inline>, anchors: &BTreeSet<String>) {
    let old = std::mem::take(inlines);
    for mut inline in old {
        match &mut inline {
            Inline::Rinvio { id, k } if !anchors.contains(id) => {
                inlines.append(k);
                continue;
            }
            Inline::Forte { k }
            | Inline::Enfasi { k }
            | Inline::Barrato { k }
            | Inline::Link { k, .. }
            | Inline::Rinvio { k, .. }
            | Inline::Nota { k, .. } => walk_inlines(k, anchors),
            _ => {}
        }
        inlines.push(inline);
    }
}
