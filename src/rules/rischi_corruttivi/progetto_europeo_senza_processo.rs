//! RCT-036.

use std::collections::BTreeSet;

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let processi = &contesto.piano.processi;
    if processi.is_empty() || processi.iter().any(|p| report.is_broken(p.luogo, campo::FONDI)) {
        return;
    }
    let followed: BTreeSet<&String> = processi.iter().flat_map(|p| &p.fondi).collect();
    let alone = contesto.piano.progetti_aperti().filter(|fondo| !followed.contains(&fondo.id));
    for fondo in alone {
        let (progetto, id) = (&fondo.progetto, &fondo.id);
        report
            .at(
                fondo.luogo,
                campo::PROGETTO,
                format!("nessun processo della mappatura gestisce il progetto «{progetto}»"),
            )
            .label("chi ne guarda i rischi?")
            .help(format!("scrivi fondi = [\"{id}\"] nel processo che lo gestisce"));
    }
}
