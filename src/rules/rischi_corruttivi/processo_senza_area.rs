//! RCT-007.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for processo in contesto.piano.processi.iter().filter(|p| p.area.is_none()) {
        report
            .at(
                processo.luogo,
                "area",
                format!("il processo «{}» non ha un’area di rischio", processo.nome),
            )
            .label("senza, non si sa se le aree della legge sono coperte");
    }
}
