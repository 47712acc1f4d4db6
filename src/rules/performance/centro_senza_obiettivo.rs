//! PER-028.

use std::collections::BTreeSet;

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let mut served: BTreeSet<String> = BTreeSet::new();
    for obiettivo in &piano.obiettivi_performance {
        let unita = obiettivo.responsabile.as_deref().and_then(|id| piano.unita_by_id(id));
        served.extend(obiettivo.centro_responsabilita.as_deref().map(plain));
        served.extend(unita.map(|unita| plain(&unita.nome)));
    }
    if piano.obiettivi_performance.is_empty() {
        return;
    }
    for centro in &piano.performance.centri_responsabilita {
        if !served.contains(&plain(centro)) {
            report
                .at(
                    piano.performance.luogo,
                    "centri_responsabilita",
                    format!("il centro di responsabilità «{centro}» non ha nessun obiettivo"),
                )
                .label("il PEG gli dà risorse: per fare che cosa?")
                .help("scrivi lo stesso nome in «centro_responsabilita» di un obiettivo");
        }
    }
}

/// A name as it is compared: case and outer spaces forgiven.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}
