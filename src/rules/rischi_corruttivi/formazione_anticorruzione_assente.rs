//! RCT-027.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.is_omessa("2.3") {
        return;
    }
    let is_taught = piano
        .interventi_formativi
        .iter()
        .any(|intervento| intervento.tema.as_deref() == Some("anticorruzione_etica"));
    let is_a_measure = piano.misure.iter().any(|misura| {
        misura.generale.as_deref() == Some("formazione")
            || misura.tipo.as_deref() == Some("formazione")
    });
    if !is_taught && !is_a_measure {
        report
            .at(piano.luogo, "misure", "non è programmata la formazione contro la corruzione")
            .label("né fra le misure né fra gli interventi formativi");
    }
}
