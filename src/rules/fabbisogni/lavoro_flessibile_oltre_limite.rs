//! FAB-012.

use super::limiti;
use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

/// Kinds of limit on flexible work.
const TIPI: &[&str] = &["lavoro_flessibile"];

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-012",
    name: "lavoro-flessibile-oltre-limite",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dl-78-2010 art. 9, c. 28"],
    summary: "La spesa per il lavoro flessibile sta sotto il suo limite.",
    page: include_str!("lavoro_flessibile_oltre_limite.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    limiti::check_presence(contesto, report, TIPI, "il limite di spesa del lavoro flessibile");
    limiti::check(contesto, report, TIPI, "il lavoro flessibile costa");
}
