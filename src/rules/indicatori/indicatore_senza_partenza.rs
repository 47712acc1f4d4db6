//! IND-004.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "IND-004",
    name: "indicatore-senza-partenza",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["piano-tipo sottosezione 2.1", "piano-tipo sottosezione 2.2"],
    summary: "Ogni indicatore dice da dove parte: un valore con il suo anno, o quando ci sarà.",
    page: include_str!("indicatore_senza_partenza.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for misurazione in contesto.piano.indicatori() {
        let indicatore = misurazione.indicatore;
        let nome = &indicatore.nome;
        let (luogo, campo, message) = match &indicatore.baseline {
            Some(baseline) if baseline.is_complete() => continue,
            Some(baseline) if report.is_broken(baseline.luogo, "disponibile_dal") => continue,
            Some(baseline) if baseline.has_value() => (
                baseline.luogo,
                "anno",
                format!("il valore di partenza di «{nome}» non dice di quale anno è"),
            ),
            Some(baseline) => (
                baseline.luogo,
                "valore",
                format!("il valore di partenza di «{nome}» non dice quanto è"),
            ),
            None => (
                indicatore.luogo,
                "baseline",
                format!("l’indicatore «{nome}» non ha un valore di partenza"),
            ),
        };
        report
            .at(luogo, campo, message)
            .label("servono «valore» e «anno», oppure «disponibile_dal»");
    }
}
