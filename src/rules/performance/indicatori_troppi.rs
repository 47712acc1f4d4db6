//! PER-014.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-014",
    name: "indicatori-troppi",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["prassi"],
    summary: "Un obiettivo si misura con pochi indicatori.",
    page: include_str!("indicatori_troppi.md"),
    check: Check::Piano(check),
};

/// Beyond these, practice says, nobody reads them.
const MOLTI: usize = 4;

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let count = obiettivo.indicatori.len();
        if count > MOLTI {
            report
                .at(
                    obiettivo.luogo,
                    "titolo",
                    format!("l’obiettivo «{}» ha {count} indicatori", obiettivo.titolo),
                )
                .label(format!("tieni i {MOLTI} che dicono di più, o dividi l’obiettivo"));
        }
    }
}
