//! RCT-010.

use std::collections::BTreeSet;

use crate::model::Piano;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.processi.iter().all(|processo| processo.unita.is_none()) {
        return;
    }
    let mapped = mapped(piano);
    let motivated = &piano.rischi_corruttivi.unita_motivate;
    for unita in &piano.unita {
        let is_motivated = motivated.iter().any(|row| row.unita == unita.id);
        if is_motivated || mapped.contains(unita.id.as_str()) {
            continue;
        }
        report
            .at(unita.luogo, "nome", format!("«{}» non ha processi nella mappatura", unita.nome))
            .label("né propri né delle unità che ne dipendono")
            .help("mappane uno, o scrivi perché non ne ha in [[rischi_corruttivi.unita_motivate]]");
    }
}

/// The units that own a process, with those above them.
fn mapped(piano: &Piano) -> BTreeSet<&str> {
    let mut mapped = BTreeSet::new();
    for processo in &piano.processi {
        let mut next = processo.unita.as_deref();
        while let Some(id) = next.filter(|id| mapped.insert(*id)) {
            next = piano.unita_by_id(id).and_then(|unita| unita.padre.as_deref());
        }
    }
    mapped
}
