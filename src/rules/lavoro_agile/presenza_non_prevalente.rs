//! LAV-004.

use rust_decimal::Decimal;

use crate::model::campo;
use crate::rules::parole::{elenco, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(prevalenza) = &piano.lavoro_agile.prevalenza else {
        if !piano.is_omessa("3.2") {
            report
                .at(
                    piano.lavoro_agile.luogo,
                    campo::PREVALENZA,
                    "non è detto come prevale il lavoro in presenza",
                )
                .label("quanti giorni da remoto, su quanti lavorativi?");
        }
        return;
    };
    let data = [
        (prevalenza.giorni_remoto.is_some(), campo::GIORNI_REMOTO, "i giorni da remoto"),
        (prevalenza.giorni_lavorativi.is_some(), campo::GIORNI_LAVORATIVI, "i giorni lavorativi"),
        (prevalenza.periodo.is_some(), campo::PERIODO, "il periodo"),
    ];
    if let Some(missing) = report.absent(prevalenza.luogo, data) {
        let names = elenco(&missing.names, "né");
        report
            .at(
                prevalenza.luogo,
                missing.first,
                format!("della prevalenza in presenza il piano non dice {names}"),
            )
            .label("senza, la prevalenza non si può verificare");
    }
    let (Some(remoto), Some(lavorativi)) = (prevalenza.giorni_remoto, prevalenza.giorni_lavorativi)
    else {
        return;
    };
    if remoto >= lavorativi / Decimal::TWO && prevalenza.eccezioni.is_none() {
        let (days, all) = (numero(remoto), numero(lavorativi));
        let lavorativi_at = report.place(prevalenza.luogo, campo::GIORNI_LAVORATIVI);
        report
            .at(
                prevalenza.luogo,
                campo::GIORNI_REMOTO,
                format!("i giorni da remoto sono {days} su {all}: la presenza non prevale"),
            )
            .label("devono essere meno della metà")
            .see(lavorativi_at, "dei giorni lavorativi del periodo")
            .help("se la legge o il contratto lo permettono, dichiaralo in «eccezioni»");
    }
}
