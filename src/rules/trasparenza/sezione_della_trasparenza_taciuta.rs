//! TRA-001.

use crate::law::elenchi;
use crate::model::campo;
use crate::rules::parole::{conta, elenco};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let obblighi = &piano.obblighi_pubblicazione;
    if obblighi.is_empty() || obblighi.iter().any(|o| report.is_broken(o.luogo, campo::SEZIONE)) {
        return;
    }
    let missing: Vec<String> = contesto
        .law
        .chiavi(elenchi::AMMINISTRAZIONE_TRASPARENTE)
        .into_iter()
        .filter(|chiave| !obblighi.iter().any(|o| o.sezione.as_deref() == Some(chiave)))
        .filter_map(|chiave| contesto.law.etichetta(elenchi::AMMINISTRAZIONE_TRASPARENTE, chiave))
        .map(|etichetta| format!("«{etichetta}»"))
        .collect();
    if missing.is_empty() {
        return;
    }
    let count = i64::try_from(missing.len()).unwrap_or(i64::MAX);
    report
        .at(
            piano.luogo,
            campo::OBBLIGHI_PUBBLICAZIONE,
            format!(
                "nessun obbligo di pubblicazione riguarda {} di Amministrazione trasparente: {}",
                conta(count, "sezione", "sezioni"),
                elenco(&missing, "e"),
            ),
        )
        .label("ogni sezione vuole almeno una riga")
        .help("se un obbligo non vi riguarda, la riga lo dice in «non_applicabile», con il motivo");
}
