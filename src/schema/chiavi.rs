//! What to write instead of a key that is not there.

use crate::law::{Law, Record};
use crate::suggest;

/// Tables beyond which saying where a key lives is of no help.
const FEW: usize = 3;

/// What somebody who wrote an unknown key in a table may do: the key that was probably meant, where
/// the one that was written lives, the keys that the table has.
pub(super) fn help(key: &str, kind: &Record, law: &Law) -> String {
    let mut pieces = Vec::new();
    let names = || kind.campi.iter().map(|campo| campo.chiave.as_str());
    let homes = homes(key, law);
    let meant = law.campo_detto(key, kind).or_else(|| law.sinonimo(key, kind));
    let meant = meant.map(|campo| campo.chiave.as_str());
    let near = || suggest::nearest(key, names()).filter(|_| homes.is_empty());
    if let Some(near) = meant.or_else(near) {
        pieces.push(format!("forse intendevi «{near}»"));
    }
    if !homes.is_empty() {
        pieces.push(format!("«{key}» si scrive {}", homes.join(" o ")));
    }
    if pieces.is_empty() {
        pieces.push("togli la chiave, o scrivila in [[sottosezioni_libere]]".into());
    }
    pieces.push(format!("qui valgono: {}", names().collect::<Vec<_>>().join(", ")));
    pieces.join("; ")
}

/// The places where a key is written; none when they are too many to tell which was meant.
fn homes(key: &str, law: &Law) -> Vec<String> {
    let homes: Vec<String> = law
        .posti_di(key)
        .iter()
        .map(|posto| match posto.tabella() {
            Some(table) => format!("in {table}"),
            None => format!("in cima al piano, come {}", posto.intestazione()),
        })
        .collect();
    if homes.len() <= FEW { homes } else { Vec::new() }
}
