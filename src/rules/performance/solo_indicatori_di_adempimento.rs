//! PER-015.

use crate::diag::Severity;
use crate::model::Genere;
use crate::model::performance::Indicatore;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-015",
    name: "solo-indicatori-di-adempimento",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dlgs-150-2009 art. 5, c. 2, lett. c)"],
    summary: "Almeno un indicatore dell’obiettivo misura un risultato, non solo un atto o una data.",
    page: include_str!("solo_indicatori_di_adempimento.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let indicatori = &obiettivo.indicatori;
        if !indicatori.is_empty() && indicatori.iter().all(is_formal) {
            report
                .at(
                    obiettivo.luogo,
                    "indicatori",
                    format!("l’obiettivo «{}» si misura solo con atti o date", obiettivo.titolo),
                )
                .label("che cosa migliora quando l’atto c’è?");
        }
    }
}

/// Whether every target of an indicator is a yes or a day.
fn is_formal(indicatore: &Indicatore) -> bool {
    !indicatore.target.is_empty()
        && indicatore.target.iter().all(|traguardo| {
            let valore = traguardo.valore.as_ref();
            valore.is_some_and(|misura| matches!(misura.genere, Genere::SiNo | Genere::Data))
        })
}
