//! The organisation chart as a list in a list: the same facts for every reader.

use serde_json::Value;

use super::campi::{At, Object};
use super::contesto::Contesto;
use super::document::{Blocco, Tratto};
use super::formato;
use super::valori::plain;

/// The units, each inside the one that it depends on.
pub(super) fn tree(contesto: &mut Contesto<'_>, units: &[&Object], at: &At) -> Vec<Blocco> {
    let known: Vec<&str> = units.iter().map(|unit| text(unit, "id")).collect();
    let roots: Vec<&Object> =
        units.iter().copied().filter(|unit| !known.contains(&text(unit, "padre"))).collect();
    if roots.is_empty() || units.len() < 2 {
        return Vec::new();
    }
    vec![branch(contesto, &roots, units, at, 0)]
}

fn branch(
    contesto: &mut Contesto<'_>,
    level: &[&Object],
    units: &[&Object],
    at: &At,
    depth: usize,
) -> Blocco {
    let voci = level
        .iter()
        .map(|unit| {
            let mut line = contesto.reference(text(unit, "id"));
            if !text(unit, "responsabile").is_empty() {
                line.push(plain(format!(", {}", formato::text(text(unit, "responsabile")))));
            }
            let mut blocks = vec![contesto.paragraph(&at.ancora, line as Vec<Tratto>)];
            let inner: Vec<&Object> = units
                .iter()
                .copied()
                .filter(|other| text(other, "padre") == text(unit, "id"))
                .collect();
            if !inner.is_empty() && depth < units.len() {
                blocks.push(branch(contesto, &inner, units, at, depth + 1));
            }
            blocks
        })
        .collect();
    Blocco::Elenco { id: contesto.ancore.under(&at.ancora), ordinato: false, inizio: 1, voci }
}

fn text<'a>(unit: &'a Object, key: &str) -> &'a str {
    unit.get(key).and_then(Value::as_str).unwrap_or("")
}
