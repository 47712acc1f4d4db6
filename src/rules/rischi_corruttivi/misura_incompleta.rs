//! RCT-017.

use crate::model::rischi_corruttivi::MisuraPrevenzione;
use crate::rules::parole::manca;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for misura in &contesto.piano.misure {
        let missing = missing(misura);
        let Some((first, _)) = missing.first() else { continue };
        let names: Vec<&str> = missing.iter().map(|(_, name)| *name).collect();
        report
            .at(misura.luogo, first, format!("alla misura «{}» {}", misura.titolo, manca(&names)))
            .label("senza, nessuno potrà dire se è attuata");
    }
}

/// What the measure does not say: the field and its name.
fn missing(misura: &MisuraPrevenzione) -> Vec<(&'static str, &'static str)> {
    let is_timed =
        misura.scadenza.is_some() || misura.fasi.is_some() || misura.in_vigore == Some(true);
    [
        (misura.tipo.is_some() || misura.generale.is_some(), "tipo", "il tipo"),
        (misura.responsabile.is_some(), "responsabile", "il responsabile"),
        (is_timed, "scadenza", "la scadenza"),
        (misura.indicatore.is_some(), "indicatore", "l’indicatore"),
        (misura.target.is_some(), "target", "il traguardo"),
    ]
    .into_iter()
    .filter_map(|(present, campo, name)| (!present).then_some((campo, name)))
    .collect()
}
