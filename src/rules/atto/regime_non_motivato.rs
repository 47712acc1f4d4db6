//! GEN-006.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-006",
    name: "regime-non-motivato",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &[
        "dl-80-2021 art. 6, c. 1",
        "dl-80-2021 art. 6, c. 6",
        "dpr-81-2022 art. 1",
        "pna-2022",
    ],
    summary: "Con cinquanta dipendenti esatti il piano motiva la scelta del regime.",
    page: include_str!("regime_non_motivato.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let Some(dipendenti) = &contesto.piano.anagrafica.dipendenti else { return };
    if dipendenti.numero != 50 || piao.motivazione_regime.is_some() {
        return;
    }
    let numero_at = report.place(dipendenti.luogo, "numero");
    report
        .at(piao.luogo, "regime", "con 50 dipendenti la scelta del regime non è motivata")
        .label("per alcuni testi a 50 spetta il regime ordinario, per altri quello semplificato")
        .help("scrivi il motivo della scelta in «motivazione_regime»")
        .see(numero_at, "i dipendenti in servizio");
}
