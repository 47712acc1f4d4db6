//! GEN-015.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-015",
    name: "contenuto-finanziario-estraneo",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 2, c. 2"],
    summary: "Le somme che il piano riporta servono a un obiettivo: il resto sta nei documenti finanziari.",
    page: include_str!("contenuto_finanziario_estraneo.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for risorsa in contesto.piano.risorse.iter().filter(|risorsa| risorsa.obiettivo.is_none()) {
        report
            .at(
                risorsa.luogo,
                "obiettivo",
                format!("le somme di «{}» non sono legate a un obiettivo", risorsa.iniziativa),
            )
            .label("quale obiettivo di valore pubblico sostengono?")
            .help("indica «obiettivo», o lascia la somma al bilancio");
    }
}
