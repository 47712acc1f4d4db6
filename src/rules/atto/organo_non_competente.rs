//! GEN-011.

use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (Some(ente), Some(adozione)) = (&contesto.profilo.ente, &contesto.piano.piao.adozione)
    else {
        return;
    };
    let organi = contesto.profilo.organi();
    let Some(organo) = &adozione.organo else { return };
    if organi.is_empty() || organi.contains(organo) {
        return;
    }
    let name = |key: &'_ String| contesto.law.etichetta("organi", key).unwrap_or(key).to_owned();
    let competent: Vec<String> = organi.iter().map(name).collect();
    let tipologia_at = report.place(contesto.piano.anagrafica.luogo, "tipologia");
    report
        .at(
            adozione.luogo,
            "organo",
            format!("«{}» non è l’organo che adotta questo piano", name(organo)),
        )
        .label(format!("qui serve {}", elenco(&competent, "o")))
        .see(tipologia_at, format!("il tipo di amministrazione: {}", ente.nome))
        .cap(ente.adozione.fiducia);
}
