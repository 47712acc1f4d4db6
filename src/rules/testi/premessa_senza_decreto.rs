//! GEN-025.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::prosa;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-025",
    name: "premessa-senza-decreto",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["prassi"],
    summary: "La premessa, quando c’è, cita il decreto sul contenuto del piano.",
    page: include_str!("premessa_senza_decreto.md"),
    check: Check::Piano(check),
};

/// How the decree is named, once spaces and full stops are gone.
const DECRETO: &[&str] =
    &["132/2022", "2022,n132", "2022n132", "n132del2022", "n132del30giugno2022"];

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let Some(premessa) = &piao.premessa else { return };
    let text = prosa::piana(premessa).replace([' ', '.'], "");
    if DECRETO.iter().any(|form| text.contains(form)) {
        return;
    }
    report
        .at(piao.luogo, "premessa", "la premessa non nomina il decreto 30 giugno 2022, n. 132")
        .label("chi apre il piano cerca qui su quale decreto si fonda");
}
