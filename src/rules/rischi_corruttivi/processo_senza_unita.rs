//! RCT-009.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for processo in contesto.piano.processi.iter().filter(|p| p.unita.is_none()) {
        report
            .at(
                processo.luogo,
                "unita",
                format!("del processo «{}» non risponde nessuna unità", processo.nome),
            )
            .label("chi lo svolge, e ne conosce i rischi?");
    }
}
