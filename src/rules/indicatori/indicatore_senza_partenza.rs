//! IND-004.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
