//! GEN-011.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-011",
    name: "organo-non-competente",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 11"],
    summary: "Adotta il piano l’organo che spetta al tipo di amministrazione.",
    page: include_str!("organo_non_competente.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
