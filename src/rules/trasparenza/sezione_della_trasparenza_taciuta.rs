//! TRA-001.

use crate::law::{Voce, elenchi};
use crate::model::campo;
use crate::rules::parole::{conta, elenco};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let obblighi = &piano.obblighi_pubblicazione;
    if obblighi.is_empty() || obblighi.iter().any(|o| report.is_broken(o.luogo, campo::SEZIONE)) {
        return;
    }
    let Some(sezioni) = contesto.law.vocabolari.get(elenchi::AMMINISTRAZIONE_TRASPARENTE) else {
        return;
    };
    let profilo = contesto.profilo;
    let concerns = |sezione: &&Voce| {
        let of = &sezione.riguarda;
        of.is_empty() || of.iter().any(|property| profilo.has_named(property))
    };
    let is_there =
        |sezione: &&Voce| obblighi.iter().any(|o| o.sezione.as_deref() == Some(&sezione.chiave));
    let missing: Vec<&Voce> =
        sezioni.voci.iter().filter(concerns).filter(|sezione| !is_there(sezione)).collect();
    let Some(first) = missing.first() else { return };
    let typed = report.offer(&format!("obblighi_pubblicazione[sezione = {}]", first.chiave));
    let typed = typed.unwrap_or_default();
    let of: Vec<&String> = missing.iter().flat_map(|sezione| &sezione.riguarda).collect();
    let names: Vec<String> = missing.iter().map(|s| format!("«{}»", s.etichetta)).collect();
    let count = i64::try_from(missing.len()).unwrap_or(i64::MAX);
    report
        .at(
            piano.luogo,
            campo::OBBLIGHI_PUBBLICAZIONE,
            format!(
                "nessun obbligo di pubblicazione riguarda {} di Amministrazione trasparente: {}",
                conta(count, "sezione", "sezioni"),
                elenco(&names, "e"),
            ),
        )
        .lacks_rows()
        .label("ogni sezione vuole almeno una riga")
        .help(format!(
            "se un obbligo non vi riguarda, la riga lo dice in «non_applicabile», con il motivo; {typed}"
        ))
        .cap(profilo.fiducia(&of));
}
