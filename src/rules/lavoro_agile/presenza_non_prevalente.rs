//! LAV-004.

use rust_decimal::Decimal;

use crate::rules::parole::{elenco, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(prevalenza) = &piano.lavoro_agile.prevalenza else {
        if !piano.is_omessa("3.2") {
            report
                .at(piano.luogo, "lavoro_agile", "non è detto come prevale il lavoro in presenza")
                .label("quanti giorni da remoto, su quanti lavorativi?");
        }
        return;
    };
    let missing: Vec<(&str, &str)> = [
        (prevalenza.giorni_remoto.is_none(), "giorni_remoto", "i giorni da remoto"),
        (prevalenza.giorni_lavorativi.is_none(), "giorni_lavorativi", "i giorni lavorativi"),
        (prevalenza.periodo.is_none(), "periodo", "il periodo"),
    ]
    .into_iter()
    .filter(|(missing, campo, _)| *missing && !report.is_broken(prevalenza.luogo, campo))
    .map(|(_, campo, name)| (campo, name))
    .collect();
    if let Some((campo, _)) = missing.first() {
        let names: Vec<&str> = missing.iter().map(|(_, name)| *name).collect();
        report
            .at(
                prevalenza.luogo,
                campo,
                format!("della prevalenza in presenza il piano non dice {}", elenco(&names, "né")),
            )
            .label("senza, la prevalenza non si può verificare");
    }
    let (Some(remoto), Some(lavorativi)) = (prevalenza.giorni_remoto, prevalenza.giorni_lavorativi)
    else {
        return;
    };
    if remoto >= lavorativi / Decimal::TWO && prevalenza.eccezioni.is_none() {
        let (days, all) = (numero(remoto), numero(lavorativi));
        let lavorativi_at = report.place(prevalenza.luogo, "giorni_lavorativi");
        report
            .at(
                prevalenza.luogo,
                "giorni_remoto",
                format!("i giorni da remoto sono {days} su {all}: la presenza non prevale"),
            )
            .label("devono essere meno della metà")
            .see(lavorativi_at, "dei giorni lavorativi del periodo")
            .help("se la legge o il contratto lo permettono, dichiaralo in «eccezioni»");
    }
}
