//! RCT-029.

use crate::diag::Severity;
use crate::model::rischi_corruttivi::Processo;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-029",
    name: "fasi-del-contratto-scoperte",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["pna-agg-2023", "pna-2025"],
    summary: "L’area dei contratti pubblici guarda tutte le fasi, dalla programmazione all’esecuzione.",
    page: include_str!("fasi_del_contratto_scoperte.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(fasi) = contesto.law.vocabolari.get("fasi_contratto") else { return };
    let contracts: Vec<&Processo> =
        contesto.piano.processi.iter().filter(|p| p.area.as_deref() == Some("B")).collect();
    let Some(first) = contracts.first() else { return };
    let missing: Vec<String> = fasi
        .voci
        .iter()
        .filter(|fase| !contracts.iter().any(|p| p.fasi_contratto.contains(&fase.chiave)))
        .map(|fase| format!("«{}»", fase.etichetta))
        .collect();
    if missing.is_empty() {
        return;
    }
    let noun = if missing.len() == 1 { "la fase" } else { "le fasi" };
    report
        .at(
            first.luogo,
            "fasi_contratto",
            format!(
                "nei contratti pubblici nessun processo guarda {noun} {}",
                elenco(&missing, "e")
            ),
        )
        .label("scrivi in «fasi_contratto» le fasi che ogni processo considera");
}
