//! TRA-009.

use std::collections::BTreeSet;

use crate::model::scelte::{AmbitiObiettivo, AmbitiPrevenzione};
use crate::model::{ObiettivoPerformance, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let called: BTreeSet<&str> = piano
        .obiettivi_prevenzione
        .iter()
        .filter(|obiettivo| obiettivo.ambito == Some(AmbitiPrevenzione::Trasparenza))
        .filter_map(|obiettivo| obiettivo.obiettivo.as_deref())
        .collect();
    let on_transparency: Vec<&ObiettivoPerformance> = piano
        .obiettivi_performance
        .iter()
        .filter(|o| {
            o.ambiti.contains(&AmbitiObiettivo::Trasparenza) || called.contains(o.id.as_str())
        })
        .collect();
    let Some(first) = on_transparency.first() else { return };
    // Of objectives that are assigned to nobody PER-038 speaks.
    if !piano.obiettivi_performance.iter().any(ObiettivoPerformance::is_assegnato) {
        return;
    }
    let organizational = on_transparency.iter().filter(|o| o.is_organizzativo()).count();
    let missing = if organizational == 0 {
        "organizzativo"
    } else if organizational == on_transparency.len() {
        "individuale"
    } else {
        return;
    };
    report
        .at(
            first.luogo,
            campo::AMBITI,
            format!("nessun obiettivo {missing} riguarda la trasparenza"),
        )
        .label("la legge vuole obiettivi organizzativi e individuali");
}
