//! RCT-009.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-009",
    name: "processo-senza-unita",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 3, c. 1, lett. c)", "pna-2019 allegato 1"],
    summary: "Ogni processo ha l’unità che ne risponde.",
    page: include_str!("processo_senza_unita.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for processo in contesto.piano.processi.iter().filter(|p| p.unita.is_none()) {
        report
            .at(
                processo.luogo,
                "unita",
                format!("del processo «{}» non risponde nessuna unità", processo.nome),
            )
            .label("chi lo svolge, e ne conosce i rischi?");
    }
}
