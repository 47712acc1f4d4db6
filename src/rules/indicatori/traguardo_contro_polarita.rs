//! IND-008.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::model::scelte::Polarita;
use crate::model::{Indicatore, Misura, Traguardo, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for misurazione in contesto.piano.indicatori() {
        let indicatore = misurazione.indicatore;
        let nome = &indicatore.nome;
        match indicatore.polarita {
            Some(Polarita::Mantenimento) if indicatore.motivo_mantenimento.is_none() => {
                report
                    .at(
                        indicatore.luogo,
                        campo::POLARITA,
                        format!("l’indicatore «{nome}» mantiene un valore e non dice perché"),
                    )
                    .label("perché non migliorare? scrivilo in «motivo_mantenimento»");
            }
            Some(Polarita::Mantenimento) => {}
            Some(word @ Polarita::Crescente) => {
                check_direction(indicatore, word.as_str(), Ordering::Less, report);
            }
            Some(word @ Polarita::Decrescente) => {
                check_direction(indicatore, word.as_str(), Ordering::Greater, report);
            }
            None => {
                report
                    .at(
                        indicatore.luogo,
                        campo::POLARITA,
                        format!("l’indicatore «{nome}» non dice in che verso deve andare"),
                    )
                    .label("scrivi in «polarita» crescente, decrescente o mantenimento");
            }
        }
    }
}

/// Reports the targets whose step is `wrong`, or a last one where the indicator starts.
fn check_direction(indicatore: &Indicatore, word: &str, wrong: Ordering, report: &mut Report<'_>) {
    let nome = &indicatore.nome;
    let mut targets: Vec<&Traguardo> =
        indicatore.target.iter().filter(|traguardo| traguardo.anno.is_positive()).collect();
    targets.sort_by_key(|traguardo| traguardo.anno);
    let start = indicatore.baseline.as_ref().and_then(|baseline| baseline.valore.as_ref());
    let polarita_at = report.place(indicatore.luogo, campo::POLARITA);
    let mut before: Vec<&Misura> = start.into_iter().collect();
    let mut is_told = false;
    for traguardo in &targets {
        let Some(to) = &traguardo.valore else { continue };
        let from = before.iter().rev().find_map(|from| Some((from, step(Some(from), Some(to))?)));
        if let Some((from, step)) = from
            && step.cmp(&Decimal::ZERO) == wrong
        {
            report
                .at(
                    traguardo.luogo,
                    campo::VALORE,
                    format!(
                        "l’indicatore «{nome}» è {word}, ma nel {} va da {} a {}",
                        traguardo.anno, from.scritto, to.scritto
                    ),
                )
                .label("questo traguardo va nel verso opposto")
                .see(polarita_at, "il verso dichiarato");
            is_told = true;
        }
        before.push(to);
    }
    let Some(last) = targets.last().filter(|_| !is_told) else { return };
    if step(start, last.valore.as_ref()) == Some(Decimal::ZERO) {
        report
            .at(
                last.luogo,
                campo::VALORE,
                format!("l’indicatore «{nome}» è {word}, ma finisce al valore da cui parte"),
            )
            .label("nulla è cambiato: forse la polarità è «mantenimento»")
            .see(polarita_at, "il verso dichiarato");
    }
}

/// How far a value is from the one before, when both are numbers in the same unit.
fn step(from: Option<&Misura>, to: Option<&Misura>) -> Option<Decimal> {
    let (from, to) = (from?, to?);
    from.is_same_unit(to).then_some(to.numero?.saturating_sub(from.numero?))
}
