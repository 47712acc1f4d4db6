//! ORG-003.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Unita, campo};
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let unita = &contesto.piano.unita;
    for cycle in cycles(unita) {
        let names: Vec<String> = cycle.iter().map(|unita| format!("«{}»", unita.nome)).collect();
        let message = match names.as_slice() {
            [only] => format!("{only} dipende da sé stessa"),
            _ => format!("{} dipendono l’una dall’altra", elenco(&names, "e")),
        };
        report
            .at(cycle[0].luogo, campo::PADRE, message)
            .label("correggi «padre»: così non si sa chi decide");
    }
}

/// The rings of units that depend on one another, each once.
fn cycles(unita: &[Unita]) -> Vec<Vec<&Unita>> {
    let by_id: BTreeMap<&str, &Unita> = unita.iter().map(|u| (u.id.as_str(), u)).collect();
    let mut seen = BTreeSet::new();
    let mut cycles = Vec::new();
    for start in unita {
        let mut path: Vec<&Unita> = Vec::new();
        let mut next = Some(start);
        while let Some(current) = next.filter(|unita| seen.insert(unita.id.as_str())) {
            path.push(current);
            next = current.padre.as_deref().and_then(|id| by_id.get(id).copied());
        }
        let closed = next.and_then(|end| path.iter().position(|unita| unita.id == end.id));
        cycles.extend(closed.map(|from| path.split_off(from)));
    }
    cycles
}
