//! ORG-007.

use rust_decimal::Decimal;

use crate::model::{Piano, campo};
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(written) = piano.struttura.ampiezza_media else { return };
    let Some(total) = total(piano, report) else { return };
    let units = i64::try_from(piano.unita.len()).unwrap_or(i64::MAX);
    if units == 0 || is_close(written, total, units) {
        return;
    }
    let Some(exact) = Decimal::from(total).checked_div(Decimal::from(units)) else { return };
    report
        .at(
            piano.struttura.luogo,
            campo::AMPIEZZA_MEDIA,
            format!(
                "l’ampiezza media è {}, ma {} in {} fanno {}",
                numero(written),
                conta(total, "dipendente", "dipendenti"),
                conta(units, "unità", "unità"),
                numero(exact.round_dp(written.scale().max(2))),
            ),
        )
        .label("sono i dipendenti divisi per le unità");
}

/// Everybody who works there: what the units add up to, or else what section 1 says.
fn total(piano: &Piano, report: &Report<'_>) -> Option<i64> {
    if piano.unita.iter().any(|unita| report.is_broken(unita.luogo, campo::DIPENDENTI)) {
        return None;
    }
    piano
        .unita
        .iter()
        .try_fold(0, |sum: i64, unita| Some(sum.saturating_add(unita.dipendenti?)))
        .or_else(|| piano.anagrafica.dipendenti.as_ref()?.quanti())
}

/// Whether the average is the written one, rounded or cut at its last decimal: the remainder is
/// from half a unit of that decimal below to less than a whole one above.
fn is_close(written: Decimal, total: i64, units: i64) -> bool {
    let units = Decimal::from(units);
    let Some(counted) = written.checked_mul(units) else { return false };
    let Some(step) = Decimal::new(1, written.scale()).checked_mul(units) else { return false };
    let Some(rest) = Decimal::from(total).checked_sub(counted) else { return false };
    rest < step && rest * Decimal::TWO >= -step
}
