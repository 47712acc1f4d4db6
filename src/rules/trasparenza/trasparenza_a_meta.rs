//! TRA-009.

use std::collections::BTreeSet;

use crate::model::performance::ObiettivoPerformance;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let called: BTreeSet<&str> = piano
        .obiettivi_prevenzione
        .iter()
        .filter(|obiettivo| obiettivo.ambito == "trasparenza")
        .filter_map(|obiettivo| obiettivo.obiettivo.as_deref())
        .collect();
    let on_transparency: Vec<&ObiettivoPerformance> = piano
        .obiettivi_performance
        .iter()
        .filter(|o| o.ambiti.iter().any(|a| a == "trasparenza") || called.contains(o.id.as_str()))
        .collect();
    let Some(first) = on_transparency.first() else { return };
    let organizational = on_transparency.iter().filter(|o| o.is_organizzativo()).count();
    let missing = if organizational == 0 {
        "organizzativo"
    } else if organizational == on_transparency.len() {
        "individuale"
    } else {
        return;
    };
    report
        .at(first.luogo, "ambiti", format!("nessun obiettivo {missing} riguarda la trasparenza"))
        .label("la legge vuole obiettivi organizzativi e individuali");
}
