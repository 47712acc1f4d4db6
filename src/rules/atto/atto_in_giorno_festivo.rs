//! GEN-022.

use jiff::civil::Date;

use crate::law::proprieta;
use crate::model::campo;
use crate::model::scelte::Pareri;
use crate::rules::parole::giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    check_termine(contesto, report);
    let adozione = piano.piao.adozione.iter().map(|a| (a.luogo, "l’adozione".to_owned(), a.data));
    let documenti =
        piano.documenti_finanziari.iter().map(|d| (d.luogo, format!("«{}»", d.titolo), d.data));
    let pareri = piano
        .pareri
        .iter()
        .filter(|p| !matches!(p.tipo, Some(Pareri::Consultazione | Pareri::Altro)))
        .map(|p| (p.luogo, format!("«{}»", p.oggetto), p.data));
    let updates = piano.revisioni.iter().filter(|riga| riga.is_atto());
    let updates =
        updates.map(|riga| (riga.luogo, format!("l’aggiornamento «{}»", riga.versione), riga.data));
    for (luogo, name, data) in adozione.chain(documenti).chain(pareri).chain(updates) {
        let Some(data) = data else { continue };
        let Some(festa) = contesto.law.calendario.festa(data) else { continue };
        report
            .at(
                luogo,
                campo::DATA,
                format!("{name} ha la data di un giorno festivo: {}", con_festa(data, festa)),
            )
            .label("giorno, mese o anno potrebbero essere sbagliati");
    }
}

/// The term of a plan still to be adopted.
fn check_termine(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let adozione = piao.adozione.as_ref();
    let (None, inizio @ 1..) = (adozione.and_then(|a| a.data), piao.triennio.inizio) else {
        return;
    };
    if !contesto.profilo.has(proprieta::BOZZA) {
        return;
    }
    let bilancio = adozione.and_then(|a| a.differimento.as_ref()?.termine_bilancio);
    let calendario = &contesto.law.calendario;
    let termine = calendario.termine(inizio, bilancio, contesto.profilo);
    if let Some(festa) = calendario.festa(termine) {
        let (luogo, campo) =
            adozione.map_or((piao.luogo, campo::ADOZIONE), |act| (act.luogo, campo::DATA));
        report
            .at(
                luogo,
                campo,
                format!(
                    "il termine di adozione è un giorno festivo: {}",
                    con_festa(termine, festa)
                ),
            )
            .label("conviene adottare il piano prima");
    }
}

/// A day with the reason for which it is a holiday.
fn con_festa(data: Date, festa: &str) -> String {
    format!("{}, {festa}", giorno(data))
}
