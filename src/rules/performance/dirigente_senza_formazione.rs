//! PER-022.

use std::collections::BTreeSet;

use crate::model::performance::ObiettivoPerformance;
use crate::rules::parole::{conta, elenco};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let objectives = &piano.obiettivi_performance;
    let is_training = |o: &&ObiettivoPerformance| o.ambiti.iter().any(|a| a == "formazione");
    let Some(first) = objectives.iter().find(is_training) else { return };
    let is_unclear = |o: &ObiettivoPerformance| {
        ["ambiti", "assegnatari"].iter().any(|campo| report.is_broken(o.luogo, campo))
    };
    if objectives.iter().any(is_unclear) {
        return;
    }
    let trained: BTreeSet<&str> = objectives
        .iter()
        .filter(is_training)
        .flat_map(|o| o.responsabile.iter().chain(&o.assegnatari))
        .map(String::as_str)
        .collect();
    let answering: BTreeSet<&str> =
        objectives.iter().filter_map(|o| o.responsabile.as_deref()).collect();
    let forgotten: Vec<String> = piano
        .unita
        .iter()
        .filter(|unita| answering.contains(unita.id.as_str()))
        .filter(|unita| !trained.contains(unita.id.as_str()))
        .filter(|unita| unita.tipo.as_deref() != Some("vertice"))
        .map(|unita| format!("«{}»", unita.nome))
        .collect();
    if forgotten.is_empty() {
        return;
    }
    let count = i64::try_from(forgotten.len()).unwrap_or(i64::MAX);
    let verb = if count == 1 {
        "risponde di obiettivi ma non ha"
    } else {
        "rispondono di obiettivi ma non hanno"
    };
    report
        .at(
            first.luogo,
            "assegnatari",
            format!(
                "{} {verb} quello sulla formazione: {}",
                conta(count, "unità", "unità"),
                elenco(&forgotten, "e"),
            ),
        )
        .label("chi dirige assicura quaranta ore a testa")
        .help("aggiungi il codice dell’unità ad «assegnatari» di un obiettivo di formazione");
}
