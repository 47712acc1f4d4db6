//! RCT-027.

use crate::model::campo;
use crate::model::scelte::{MisureGenerali, TemiFormazione, TipiMisura};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.is_omessa("2.3") {
        return;
    }
    let is_taught = piano
        .interventi_formativi
        .iter()
        .any(|intervento| intervento.tema == Some(TemiFormazione::AnticorruzioneEtica));
    let is_a_measure = piano.misure.iter().any(|misura| {
        misura.generale == Some(MisureGenerali::Formazione)
            || misura.tipo == Some(TipiMisura::Formazione)
    });
    if !is_taught && !is_a_measure {
        report
            .at(piano.luogo, campo::MISURE, "non è programmata la formazione contro la corruzione")
            .label("né fra le misure né fra gli interventi formativi");
    }
}
