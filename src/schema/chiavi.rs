//! What to write instead of a key that is not there.

use super::intese;
use crate::law::{Base, Campo, Law, Record};
use crate::suggest;
use crate::syntax::Value;

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

/// How a field that was written in a wrong form is written.
pub(super) fn right(campo: &Campo, value: &Value, law: &Law) -> String {
    if let Some(right) = intese::right(campo, value, law) {
        return right;
    }
    let records = matches!(campo.forma.base, Base::Record(_));
    let key = &campo.chiave;
    match value {
        Value::Table(_) if records && campo.forma.elenco => {
            format!("un elenco si scrive con due parentesi quadre: [[{key}]], non [{key}]")
        }
        Value::List(_) if records && !campo.forma.elenco => {
            format!("ce n’è una sola, e si scrive con una parentesi quadra: [{key}]")
        }
        _ => {
            let has = |kind: &&Record| kind.campi.iter().any(|own| std::ptr::eq(own, campo));
            let kind = law.record.values().find(has).unwrap_or(&law.radice);
            format!("per esempio: {}", law.esempio(None).riga(kind, campo))
        }
    }
}
