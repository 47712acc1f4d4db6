//! GEN-027.

use crate::model::campo;
use crate::model::scelte::Nature;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    if piao.natura == Some(Nature::ConfermaAnnuale) {
        report
            .at(
                piao.luogo,
                campo::NATURA,
                "il piano è una conferma, ma nel regime ordinario si aggiorna ogni anno",
            )
            .label("si conferma solo la 2.3, e solo sotto i cinquanta dipendenti")
            .help("aggiorna il piano e scrivi natura = \"aggiornamento_annuale\"");
    }
}
