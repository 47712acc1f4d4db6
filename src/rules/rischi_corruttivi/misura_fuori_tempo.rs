//! RCT-018.

use crate::rules::parole::il_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(giorni) = piano.giorni() else { return };
    // A confirmation finds measures that were carried out since the plan was adopted.
    let adozione = piano.piao.adozione.as_ref().filter(|_| !piano.is_conferma());
    let adottato = adozione.and_then(|adozione| adozione.data);
    let triennio_at = report.place(piano.piao.luogo, "triennio");
    let data_at = adozione.map(|adozione| report.place(adozione.luogo, "data"));
    for misura in piano.misure.iter().filter(|misura| misura.in_vigore != Some(true)) {
        let Some(scadenza) = misura.scadenza else { continue };
        let (titolo, giorno) = (&misura.titolo, il_giorno(scadenza));
        if !giorni.contains(&scadenza) {
            report
                .at(
                    misura.luogo,
                    "scadenza",
                    format!("la misura «{titolo}» scade {giorno}, fuori dal triennio"),
                )
                .label("se c’è già, scrivi «in_vigore = true»")
                .see(triennio_at, "il piano copre questi anni");
        } else if let (Some(data), Some(data_at)) = (adottato, data_at)
            && scadenza < data
        {
            report
                .at(
                    misura.luogo,
                    "scadenza",
                    format!("la misura «{titolo}» scade {giorno}, prima dell’adozione del piano"),
                )
                .label("se c’è già, scrivi «in_vigore = true»")
                .see(data_at, "il piano è adottato questo giorno");
        }
    }
}
