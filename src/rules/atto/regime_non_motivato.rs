//! GEN-006.

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let Some(dipendenti) = &contesto.piano.anagrafica.dipendenti else { return };
    if dipendenti.quanti() != Some(50) || piao.motivazione_regime.is_some() {
        return;
    }
    let numero_at = report.place(dipendenti.luogo, campo::NUMERO);
    report
        .at(piao.luogo, campo::REGIME, "con 50 dipendenti la scelta del regime non è motivata")
        .label("per alcuni testi a 50 spetta il regime ordinario, per altri quello semplificato")
        .help("scrivi il motivo della scelta in «motivazione_regime»")
        .see(numero_at, "i dipendenti in servizio");
}
