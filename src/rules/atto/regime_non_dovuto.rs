//! GEN-005.

use crate::rules::parole::conta;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let (Some(regime), Some(dipendenti)) = (&piao.regime, &contesto.piano.anagrafica.dipendenti)
    else {
        return;
    };
    // The regime of a triennium is that of its start: staff of another day does not change it.
    let start = contesto.piano.data_consistenza();
    if contesto.piano.is_conferma() && dipendenti.data.is_some() && dipendenti.data != start {
        return;
    }
    // At fifty the texts do not meet: the plan chooses.
    let due = match dipendenti.numero {
        1..=49 => "semplificato",
        51.. => "ordinario",
        _ => return,
    };
    if regime != due {
        let numero_at = report.place(dipendenti.luogo, "numero");
        let count = conta(dipendenti.numero, "dipendente", "dipendenti");
        report
            .at(
                piao.luogo,
                "regime",
                format!("il piano dichiara il regime {regime}, ma con {count} spetta quello {due}"),
            )
            .label(format!("le regole applicate sono quelle del regime {due}"))
            .see(numero_at, "i dipendenti in servizio");
    }
}
