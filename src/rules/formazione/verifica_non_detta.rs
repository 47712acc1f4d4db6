//! FOR-011.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::conta;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FOR-011",
    name: "verifica-non-detta",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["prassi"],
    summary: "Se di un intervento si dice se l’apprendimento si verifica, si dice di tutti.",
    page: include_str!("verifica_non_detta.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let interventi = &contesto.piano.interventi_formativi;
    let mut silent =
        interventi.iter().filter(|intervento| intervento.verifica.is_none()).peekable();
    let Some(first) = silent.peek().copied() else { return };
    let count = silent.count();
    if count == interventi.len() {
        return;
    }
    let count = conta(count.try_into().unwrap_or(i64::MAX), "intervento", "interventi");
    report
        .at(
            first.luogo,
            "verifica",
            format!("di {count} non è detto se l’apprendimento si verifica"),
        )
        .label("di altri il piano lo dice: il portale lo chiede per ciascuno");
}
