//! GEN-007.

use jiff::civil::date;

use crate::model::{DatoAl, campo};
use crate::rules::parole::{conta, giorno, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    if let Some(dipendenti) = &contesto.piano.anagrafica.dipendenti {
        check_day(contesto, dipendenti, report);
        check_number(contesto, dipendenti, report);
    }
}

fn check_day(contesto: &Contesto<'_>, dipendenti: &DatoAl, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(due) = piano.data_consistenza() else { return };
    // A confirmation is about 2.3: whoever updates the rest counts anew.
    let anew = piano.atto_di_conferma().map(|(_, data)| date(piano.anno_di(data) - 1, 12, 31));
    if anew.is_some() && dipendenti.data == anew {
        return;
    }
    let message = match dipendenti.data {
        Some(data) if data == due => return,
        Some(data) => format!("i dipendenti sono contati al {}", giorno(data)),
        None => "non è detto a quale giorno sono contati i dipendenti".into(),
    };
    report
        .at(dipendenti.luogo, campo::DATA, message)
        .label(format!("per questo piano contano quelli in servizio al {}", giorno(due)));
}

fn check_number(contesto: &Contesto<'_>, dipendenti: &DatoAl, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    let others = [
        (rischi.luogo, campo::DIPENDENTI, "la sottosezione 2.3", rischi.dipendenti),
        (
            piano.luogo,
            campo::CONSISTENZA,
            "la tabella della consistenza",
            piano.totale_consistenza(),
        ),
    ];
    let Some(count) = dipendenti.quanti() else { return };
    let numero_at = report.place(dipendenti.luogo, campo::NUMERO);
    for (luogo, campo, part, other) in others {
        let Some(other) = other.filter(|other| *other != count) else { continue };
        let wrong = conta(other, "dipendente", "dipendenti");
        report
            .at(
                luogo,
                campo,
                format!("{part} conta {wrong}, la sezione 1 ne conta {}", numero(count)),
            )
            .label("il numero deve essere lo stesso in tutto il piano")
            .see(numero_at, "il numero della sezione 1");
    }
}
