//! FAB-002.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::giorno;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-002",
    name: "consistenza-a-data-sbagliata",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 4, c. 1, lett. c)"],
    summary: "La consistenza del personale è quella al 31 dicembre dell’anno prima dell’adozione.",
    page: include_str!("consistenza_a_data_sbagliata.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let fabbisogni = &contesto.piano.fabbisogni;
    let (Some(data), Some(due)) = (fabbisogni.data_riferimento, contesto.piano.data_consistenza())
    else {
        return;
    };
    if data != due {
        report
            .at(
                fabbisogni.luogo,
                "data_riferimento",
                format!("la consistenza del personale è al {}", giorno(data)),
            )
            .label(format!("per questo piano deve essere al {}", giorno(due)));
    }
}
