//! PER-026.

use rust_decimal::Decimal;

use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let titolo = &obiettivo.titolo;
        let indicatori = &obiettivo.indicatori;
        let Some(weighed) = indicatori.iter().find(|i| i.peso.is_some()) else { continue };
        let weighed_at = report.place(weighed.luogo, "peso");
        if let Some(bare) = indicatori.iter().find(|i| i.peso.is_none()) {
            report
                .at(
                    bare.luogo,
                    "peso",
                    format!("l’indicatore «{}» di «{titolo}» non ha un peso", bare.nome),
                )
                .label("o tutti gli indicatori dell’obiettivo hanno un peso, o nessuno")
                .see(weighed_at, "questo lo ha");
            continue;
        }
        let sum: Decimal = indicatori.iter().filter_map(|i| i.peso).sum();
        if sum != Decimal::ONE_HUNDRED {
            report
                .at(
                    obiettivo.luogo,
                    "titolo",
                    format!("i pesi degli indicatori di «{titolo}» sommano a {}", numero(sum)),
                )
                .label("devono fare 100")
                .see(weighed_at, "il primo peso");
        }
    }
}
