//! GEN-007.

use crate::model::anagrafica::DatoAl;
use crate::rules::parole::{conta, giorno, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    if let Some(dipendenti) = &contesto.piano.anagrafica.dipendenti {
        check_day(contesto, dipendenti, report);
        check_number(contesto, dipendenti, report);
    }
}

fn check_day(contesto: &Contesto<'_>, dipendenti: &DatoAl, report: &mut Report<'_>) {
    let Some(due) = contesto.piano.data_consistenza() else { return };
    let message = match dipendenti.data {
        Some(data) if data == due => return,
        Some(data) => format!("i dipendenti sono contati al {}", giorno(data)),
        None => "non è detto a quale giorno sono contati i dipendenti".into(),
    };
    report
        .at(dipendenti.luogo, "data", message)
        .label(format!("per questo piano contano quelli in servizio al {}", giorno(due)));
}

fn check_number(contesto: &Contesto<'_>, dipendenti: &DatoAl, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    let others = [
        (rischi.luogo, "dipendenti", "la sottosezione 2.3", rischi.dipendenti),
        (piano.luogo, "consistenza", "la tabella della consistenza", piano.totale_consistenza()),
    ];
    if dipendenti.numero == 0 {
        return;
    }
    let numero_at = report.place(dipendenti.luogo, "numero");
    for (luogo, campo, part, other) in others {
        let Some(other) = other.filter(|other| *other != dipendenti.numero) else { continue };
        let count = conta(other, "dipendente", "dipendenti");
        report
            .at(
                luogo,
                campo,
                format!(
                    "{part} conta {count}, la sezione 1 ne conta {}",
                    numero(dipendenti.numero)
                ),
            )
            .label("il numero deve essere lo stesso in tutto il piano")
            .see(numero_at, "il numero della sezione 1");
    }
}
