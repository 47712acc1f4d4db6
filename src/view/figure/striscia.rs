//! The strip of an indicator: where it starts, where it wants to arrive, and which way is better.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figure::striscia::{Verso, draw};
use crate::nomi::campo;
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::Polarita;
use crate::record::{Record, Value};
use crate::valori::{Genere, Misura};
use crate::view::document::Tratto;

/// The strip of an indicator; nothing unless its start and all its targets are numbers of one
/// unit.
pub(in crate::view) fn strip(item: &Record<'_>) -> Option<Tratto> {
    let start = measured(item.record(campo::BASELINE)?)?;
    let mut targets = Vec::new();
    for target in item.records(campo::TARGET) {
        let Some(Value::Year(year)) = target.get(campo::ANNO) else { return None };
        targets.push((*year, measured(target)?));
    }
    targets.sort_by_key(|(year, _)| *year);
    let values: Vec<&Misura> = targets.iter().map(|(_, misura)| *misura).collect();
    if values.is_empty() || !values.iter().all(|misura| start.is_same_unit(misura)) {
        return None;
    }
    let percent = item.text(campo::UNITA_MISURA).contains('%')
        || values.iter().any(|misura| misura.genere == Genere::Percento);
    let from = start.numero?;
    let to = values.iter().map(|misura| misura.numero).collect::<Option<Vec<Decimal>>>()?;
    let ends = if percent { vec![Decimal::ZERO, Decimal::ONE_HUNDRED] } else { Vec::new() };
    let all = || to.iter().chain(&ends).chain([&from]);
    let (least, most) = (all().min()?, all().max()?);
    let width = most.checked_sub(*least)?;
    let place = |value: &Decimal| {
        if width.is_zero() {
            return Some(500);
        }
        let share = value.checked_sub(*least)?.checked_div(width)?;
        share.checked_mul(Decimal::ONE_THOUSAND)?.round().to_i32()
    };
    let verso = match Polarita::read(item.text(campo::POLARITA)) {
        Some(Polarita::Crescente) => Verso::Sale,
        Some(Polarita::Decrescente) => Verso::Scende,
        Some(Polarita::Mantenimento) | None => Verso::Resta,
    };
    let traguardi = to.iter().map(place).collect::<Option<Vec<i32>>>()?;
    Some(Tratto::Disegno { disegno: draw(place(&from)?, &traguardi, verso) })
}

/// The value of a start or of a target, when it is a number.
fn measured<'r>(record: &'r Record<'_>) -> Option<&'r Misura> {
    match record.get(campo::VALORE) {
        Some(Value::Measure(misura)) => match misura.genere {
            Genere::Numero | Genere::Percento | Genere::Euro | Genere::Quantita => {
                Some(misura).filter(|misura| misura.numero.is_some())
            }
            Genere::Data | Genere::SiNo | Genere::Testo | Genere::Ignoto => None,
        },
        _ => None,
    }
}
