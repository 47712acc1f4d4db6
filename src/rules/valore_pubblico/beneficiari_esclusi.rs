//! VP-005.

use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let azioni = &contesto.piano.accessibilita;
    let is_reached = |who: &str| {
        azioni.iter().flat_map(|azione| &azione.beneficiari).any(|b| b == who || b == "tutti")
    };
    let left_out: Vec<&str> = [
        ("over_65", "alle persone con più di 65 anni"),
        ("disabilita", "alle persone con disabilità"),
    ]
    .into_iter()
    .filter_map(|(who, name)| (!is_reached(who)).then_some(name))
    .collect();
    let Some(first) = azioni.first().filter(|_| !left_out.is_empty()) else { return };
    report
        .at(
            first.luogo,
            "beneficiari",
            format!("nessuna azione per l’accessibilità è rivolta {}", elenco(&left_out, "né")),
        )
        .label("la legge nomina le une e le altre");
}
