//! GEN-009.

use crate::rules::parole::del_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let Some(differimento) = piao.adozione.as_ref().and_then(|a| a.differimento.as_ref()) else {
        return;
    };
    if differimento.data.is_none() {
        report
            .at(
                differimento.luogo,
                "data",
                "non è detta la data dell’atto che differisce il termine",
            )
            .label("senza, non si può verificare che il differimento ci sia stato")
            .help("aggiungi «data» in [piao.adozione.differimento]");
    }
    // The ordinary term of the budget is 31 December of the year before (TUEL, art. 151).
    let Some(termine) = differimento.termine_bilancio else { return };
    if termine.year() < piao.triennio.inizio {
        report
            .at(
                differimento.luogo,
                "termine_bilancio",
                format!("il termine {} non è un differimento", del_giorno(termine)),
            )
            .label("il bilancio ha già come termine il 31 dicembre dell’anno prima");
    }
}
