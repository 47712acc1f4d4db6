//! RCT-035.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-035",
    name: "redazione-esterna",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["l-190-2012 art. 1, c. 8"],
    summary: "La sottosezione sui rischi corruttivi non è affidata a soggetti esterni.",
    page: include_str!("redazione_esterna.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let rischi = &contesto.piano.rischi_corruttivi;
    if rischi.redazione_esterna == Some(true) {
        report
            .at(
                rischi.luogo,
                "redazione_esterna",
                "la sottosezione sui rischi corruttivi è redatta da soggetti esterni",
            )
            .label("la legge lo vieta: la propone il RPCT");
    }
}
