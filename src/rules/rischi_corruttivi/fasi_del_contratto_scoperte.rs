//! RCT-029.

use crate::model::scelte::FasiContratto;
use crate::model::{Processo, campo};
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(fasi) = contesto.elenco::<FasiContratto>() else { return };
    let contracts: Vec<&Processo> =
        contesto.piano.processi.iter().filter(|p| p.area.as_deref() == Some("B")).collect();
    let Some(first) = contracts.first() else { return };
    let missing: Vec<String> = fasi
        .voci
        .iter()
        .filter(|fase| {
            !contracts
                .iter()
                .any(|p| p.fasi_contratto.iter().any(|own| own.as_str() == fase.chiave))
        })
        .map(|fase| format!("«{}»", fase.etichetta))
        .collect();
    if missing.is_empty() {
        return;
    }
    let noun = if missing.len() == 1 { "la fase" } else { "le fasi" };
    report
        .at(
            first.luogo,
            campo::FASI_CONTRATTO,
            format!(
                "nei contratti pubblici nessun processo guarda {noun} {}",
                elenco(&missing, "e")
            ),
        )
        .label("scrivi in «fasi_contratto» le fasi che ogni processo considera");
}
