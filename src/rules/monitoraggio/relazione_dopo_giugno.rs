//! MON-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::il_giorno;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "MON-004",
    name: "relazione-dopo-giugno",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 5, c. 2", "dlgs-150-2009 art. 10, c. 1, lett. b)"],
    summary: "La relazione sulla performance è pronta entro il 30 giugno.",
    page: include_str!("relazione_dopo_giugno.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let monitoraggio = &contesto.piano.monitoraggio;
    let Some(data) = monitoraggio.data_relazione else { return };
    if (data.month(), data.day()) <= (6, 30) {
        return;
    }
    report
        .at(
            monitoraggio.luogo,
            "data_relazione",
            format!("la relazione sulla performance è prevista entro {}", il_giorno(data)),
        )
        .label("la legge la vuole ogni anno entro il 30 giugno");
}
