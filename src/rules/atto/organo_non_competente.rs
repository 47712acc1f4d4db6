//! GEN-011.

use crate::model::campo;
use crate::model::scelta::Scelta;
use crate::model::scelte::Organi;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (Some(ente), Some(adozione)) = (&contesto.profilo.ente, &contesto.piano.piao.adozione)
    else {
        return;
    };
    let organi = contesto.profilo.organi();
    let Some(organo) = adozione.organo else { return };
    if organi.is_empty() || organi.iter().any(|key| key == organo.as_str()) {
        return;
    }
    let name =
        |key: &'_ String| contesto.law.etichetta(Organi::LISTA, key).unwrap_or(key).to_owned();
    let competent: Vec<String> = organi.iter().map(name).collect();
    let tipologia_at = report.place(contesto.piano.anagrafica.luogo, campo::TIPOLOGIA);
    report
        .at(
            adozione.luogo,
            campo::ORGANO,
            format!("«{}» non è l’organo che adotta questo piano", contesto.etichetta(organo)),
        )
        .label(format!("qui serve {}", elenco(&competent, "o")))
        .see(tipologia_at, format!("il tipo di amministrazione: {}", ente.nome))
        .cap(ente.adozione.fiducia);
}
