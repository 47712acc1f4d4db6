//! Where something may be written in a plan: its fields, each with the keys that lead to it.

use crate::law::{Base, Campo, Law};

/// A field of a plan that stands in no list.
#[derive(Debug, Clone)]
pub(super) struct Ambito<'a> {
    /// The sub-section, by its place in the law.
    pub(super) part: usize,
    /// The keys that lead to it, with points between them.
    pub(super) path: String,
    /// The field.
    pub(super) campo: &'a Campo,
    /// The keys of the record that holds it; nothing at the top level.
    pub(super) dentro: Option<String>,
}

/// The fields of a plan that stand in no list, in the order of the law.
pub(super) fn ambiti(law: &Law) -> Vec<Ambito<'_>> {
    let mut out = Vec::new();
    for (part, sottosezione) in law.sottosezioni.iter().enumerate() {
        for campo in &sottosezione.campo {
            gather(law, part, None, campo, &mut out);
        }
    }
    out
}

fn gather<'a>(
    law: &'a Law,
    part: usize,
    dentro: Option<&str>,
    campo: &'a Campo,
    out: &mut Vec<Ambito<'a>>,
) {
    let path = dentro.map_or_else(|| campo.chiave.clone(), |own| format!("{own}.{}", campo.chiave));
    let inner = match &campo.forma.base {
        Base::Record(kind) if !campo.forma.elenco => law.record.get(kind),
        _ => None,
    };
    out.push(Ambito { part, path: path.clone(), campo, dentro: dentro.map(str::to_owned) });
    for own in inner.into_iter().flat_map(|kind| &kind.campi) {
        gather(law, part, Some(&path), own, out);
    }
}

/// The text that opens a record, where the law gives it one.
pub(super) fn apertura(law: &Law, part: usize, gruppo: Option<&str>) -> Option<String> {
    let all = ambiti(law);
    let here = all.iter().filter(|own| own.part == part && own.campo.senza_titolo);
    let is_of = |own: &&Ambito<'_>| gruppo.is_none_or(|name| own.dentro.as_deref() == Some(name));
    here.filter(is_of).map(|own| own.path.clone()).next()
}
