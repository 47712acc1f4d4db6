//! PER-040.

use crate::model::{Fase, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let first = obiettivo.fasi.iter().filter_map(|fase| fase.inizio).min();
        let lasts_as_long = |fase: &&Fase| {
            fase.fine.is_some()
                && fase.fine == obiettivo.scadenza
                && (fase.inizio.is_none() || fase.inizio == first)
        };
        let whole: Vec<&Fase> = obiettivo.fasi.iter().filter(lasts_as_long).collect();
        let [fase, _, ..] = whole.as_slice() else { continue };
        let scadenza_at = report.place(obiettivo.luogo, campo::SCADENZA);
        report
            .at(
                fase.luogo,
                campo::FINE,
                format!("{} fasi di «{}» durano quanto l’obiettivo", whole.len(), obiettivo.titolo),
            )
            .label("che cosa deve essere pronto prima, e quando?")
            .see(scadenza_at, "l’obiettivo scade qui");
    }
}
