//! RCT-018.

use crate::model::campo;
use crate::rules::parole::il_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(giorni) = piano.giorni() else { return };
    // An update or a confirmation finds measures that were carried out since the first adoption.
    let prima = piano.prima_adozione();
    let triennio_at = report.place(piano.piao.luogo, campo::TRIENNIO);
    let prima = prima.map(|(adozione, data)| (data, report.place(adozione.luogo, campo::DATA)));
    for misura in piano.misure.iter().filter(|misura| misura.in_vigore != Some(true)) {
        let Some(scadenza) = misura.scadenza else { continue };
        let (titolo, giorno) = (&misura.titolo, il_giorno(scadenza));
        if !giorni.contains(&scadenza) {
            report
                .at(
                    misura.luogo,
                    campo::SCADENZA,
                    format!("la misura «{titolo}» scade {giorno}, fuori dal triennio"),
                )
                .label("se c’è già, scrivi «in_vigore = true»")
                .see(triennio_at, "il piano copre questi anni");
        } else if let Some((data, data_at)) = prima
            && scadenza < data
        {
            report
                .at(
                    misura.luogo,
                    campo::SCADENZA,
                    format!("la misura «{titolo}» scade {giorno}, prima dell’adozione del piano"),
                )
                .label("se c’è già, scrivi «in_vigore = true»")
                .see(data_at, "il piano è adottato questo giorno");
        }
    }
}
