//! PER-033.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-033",
    name: "obiettivo-copiato",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dlgs-150-2009 art. 5, c. 2, lett. c)"],
    summary: "Un obiettivo non ripete parola per parola quello del piano precedente.",
    page: include_str!("obiettivo_copiato.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for obiettivo in &piano.obiettivi_performance {
        let titolo = words(&obiettivo.titolo);
        let descrizione = obiettivo.descrizione.as_deref().map(words).filter(|d| !d.is_empty());
        let same = piano.obiettivi_precedenti.iter().find(|old| {
            let same_words = old.descrizione.as_deref().map(words) == descrizione;
            (!titolo.is_empty() && words(&old.titolo) == titolo)
                || (descrizione.is_some() && same_words)
        });
        let Some(old) = same else { continue };
        let old_at = report.place(old.luogo, "titolo");
        report
            .at(
                obiettivo.luogo,
                "titolo",
                format!("l’obiettivo «{}» è uguale a quello dell’anno prima", obiettivo.titolo),
            )
            .label("che cosa migliora, rispetto ad allora?")
            .see(old_at, "nel piano precedente");
    }
}

/// The letters and figures of a text: case, spaces and punctuation forgiven.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
