//! GEN-026.

use crate::model::campo;
use crate::model::scelte::{Nature, Stati};
use crate::rules::parole::manca;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let piao = &piano.piao;
    let adottato = piao.adozione.as_ref().and_then(|adozione| adozione.data);
    let is_later = |data: Option<_>| data.zip(adottato).is_some_and(|(own, first)| own > first);
    let mut told = false;
    for riga in piano.revisioni.iter().filter(|riga| is_later(riga.data)) {
        told = true;
        let asked = [
            (riga.organo.is_some(), campo::ORGANO, "l’organo"),
            (riga.tipo.is_some(), campo::TIPO, "il tipo di atto"),
            (riga.numero.is_some(), campo::NUMERO, "il numero"),
        ];
        let Some(missing) = report.absent(riga.luogo, asked) else { continue };
        let message = format!("all’aggiornamento «{}» {}", riga.versione, manca(&missing.names));
        report
            .on(riga.luogo, message)
            .label("viene dopo l’adozione: un atto lo approva")
            .help("in questa riga di [[revisioni]] scrivi «organo», «tipo» e «numero» dell’atto");
    }
    if told || adottato.is_none() {
        return;
    }
    let promised = match (piao.natura, piao.stato) {
        (Some(Nature::AggiornamentoInfrannuale), _) => {
            (campo::NATURA, "l’aggiornamento in corso d’anno non dice quale atto lo approva")
        }
        (_, Some(Stati::Aggiornato)) => {
            (campo::STATO, "il piano è aggiornato, e non dice con quale atto")
        }
        _ => return,
    };
    report
        .at(piao.luogo, promised.0, promised.1)
        .label("nessuna riga delle revisioni viene dopo l’adozione")
        .help(
            "in [piao.adozione] lascia il primo atto, e aggiungi [[revisioni]] con versione, data, \
             descrizione, organo, tipo e numero del nuovo",
        );
}
