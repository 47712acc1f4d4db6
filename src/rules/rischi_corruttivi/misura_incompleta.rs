//! RCT-017.

use crate::model::{Chiave, MisuraPrevenzione, campo};
use crate::rules::parole::manca;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for misura in &contesto.piano.misure {
        let Some(missing) = report.absent(misura.luogo, asked(misura)) else { continue };
        let message = format!("alla misura «{}» {}", misura.titolo, manca(&missing.names));
        report
            .at(misura.luogo, missing.first, message)
            .label("senza, nessuno potrà dire se è attuata");
    }
}

/// What a measure has to say.
fn asked(misura: &MisuraPrevenzione) -> [(bool, Chiave, &'static str); 5] {
    let is_timed =
        misura.scadenza.is_some() || misura.fasi.is_some() || misura.in_vigore == Some(true);
    [
        (misura.tipo.is_some() || misura.generale.is_some(), campo::TIPO, "il tipo"),
        (misura.responsabile.is_some(), campo::RESPONSABILE, "il responsabile"),
        (is_timed, campo::SCADENZA, "la scadenza"),
        (misura.indicatore.is_some(), campo::INDICATORE, "l’indicatore"),
        (misura.target.is_some(), campo::TARGET, "il traguardo"),
    ]
}
