//! The organisation chart as a list in a list: the same facts for every reader.

use super::campi::At;
use super::document::{Blocco, Tratto};
use super::formato;
use super::maker::Maker;
use super::valori::plain;
use crate::nomi::campo;
use crate::record::Record;

/// The units, each inside the one that it depends on.
pub(super) fn tree(maker: &mut Maker<'_>, units: &[&Record<'_>], at: &At) -> Vec<Blocco> {
    let known: Vec<&str> = units.iter().map(|unit| unit.id()).collect();
    let roots: Vec<&Record<'_>> =
        units.iter().copied().filter(|unit| !known.contains(&unit.text(campo::PADRE))).collect();
    if roots.is_empty() || units.len() < 2 {
        return Vec::new();
    }
    let base = format!("{}-albero", at.ancora);
    vec![branch(maker, &roots, units, &base, 0)]
}

fn branch(
    maker: &mut Maker<'_>,
    level: &[&Record<'_>],
    units: &[&Record<'_>],
    base: &str,
    depth: usize,
) -> Blocco {
    let voci = level
        .iter()
        .map(|unit| {
            let mut line = maker.reference(unit.id());
            if !unit.text(campo::RESPONSABILE).is_empty() {
                line.push(plain(format!(", {}", formato::text(unit.text(campo::RESPONSABILE)))));
            }
            let own = format!("{base}-{}", formato::slug(unit.id()));
            let mut blocks = vec![maker.paragraph(&own, line as Vec<Tratto>)];
            let inner: Vec<&Record<'_>> = units
                .iter()
                .copied()
                .filter(|other| other.text(campo::PADRE) == unit.id())
                .collect();
            if !inner.is_empty() && depth < units.len() {
                blocks.push(branch(maker, &inner, units, base, depth + 1));
            }
            blocks
        })
        .collect();
    let above = level.first().map_or("", |unit| unit.text(campo::PADRE));
    let id = maker.ancore.unique(&format!("{base}-{}-elenco", formato::slug(above)));
    Blocco::Elenco { id, ordinato: false, inizio: 1, voci }
}
