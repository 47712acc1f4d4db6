//! From where a record starts to where it wants to arrive: as its indicators say, or its own
//! fields.

use super::document::Tratto;
use super::figure::strip;
use super::formato::{self, NBSP};
use super::{parole, valori};
use crate::law::{Base, Ruolo};
use crate::nomi::campo;
use crate::record::{Record, Value};
use crate::valori::{Genere, Misura, Qualificatore};

/// The longest unit that stands beside each number; of a longer one, the row says it once.
const UNIT: usize = 7;
/// How plans write that what is measured is counted.
const COUNTED: &[&str] = &["numero", "n."];

/// A start, an arrival and what lies between them.
pub(super) struct Risultato {
    /// `62 %`; empty when the plan does not say it.
    pub(super) da: String,
    /// Year of the start, when it is said.
    pub(super) dal: Option<i16>,
    /// `90 %`.
    pub(super) a: String,
    /// Year of the arrival, when it is said.
    pub(super) al: Option<i16>,
    /// `+28 punti percentuali`, computed; empty when the two cannot be compared.
    pub(super) differenza: String,
    /// What is measured; empty when the record itself is.
    pub(super) indicatore: String,
    /// The strip of the indicator, when it can be drawn.
    pub(super) percorso: Option<Tratto>,
}

impl Risultato {
    /// `62 % → 90 %`.
    pub(super) fn path(&self) -> String {
        let (da, a) = (&self.da, &self.a);
        if da.is_empty() { a.clone() } else { format!("{da} →{NBSP}{a}") }
    }

    /// `2026-2029`; empty when neither year is said.
    pub(super) fn years(&self) -> String {
        match (self.dal, self.al) {
            (Some(from), Some(to)) => format!("{from}-{to}"),
            (_, Some(to)) => to.to_string(),
            _ => String::new(),
        }
    }

    /// What lies between the two, in time and in value: `2026-2029: +28 punti percentuali
    /// (calcolato)`; empty when neither is known.
    pub(super) fn gap(&self) -> String {
        let years = self.years();
        match (&*years, &*self.differenza) {
            (_, "") => years,
            ("", gap) => format!("{gap} ({})", parole::CALCOLATO),
            (years, gap) => format!("{years}: {gap} ({})", parole::CALCOLATO),
        }
    }
}

/// The result of a record: of the first indicator that says both ends, or else of the first that
/// says where it wants to arrive; of a record without indicators, of its own fields.
pub(super) fn of(item: &Record<'_>) -> Option<Risultato> {
    let campo = item.kind.con_ruolo(Ruolo::Risultato)?;
    if matches!(campo.forma.base, Base::Record(_)) {
        let results: Vec<Risultato> =
            item.records(campo).into_iter().filter_map(of_indicator).collect();
        let whole = results.iter().position(|result| !result.da.is_empty()).unwrap_or(0);
        return results.into_iter().nth(whole);
    }
    let start = item.kind.con_ruolo(Ruolo::Partenza).and_then(|campo| measured(item.filled(campo)));
    let end = measured(item.filled(campo))?;
    Some(between(item, start.map(|misura| (misura, None)), (end, None), String::new()))
}

fn of_indicator(item: &Record<'_>) -> Option<Risultato> {
    let start = item.record(campo::BASELINE).and_then(point);
    let end = item.records(campo::TARGET).into_iter().filter_map(point);
    let end = end.max_by_key(|(_, year)| *year)?;
    let result = between(item, start, end, formato::text(item.title()));
    Some(Risultato { percorso: strip(item), ..result })
}

/// A measured value that says something.
fn measured<'r>(value: Option<&'r Value<'_>>) -> Option<&'r Misura> {
    match value {
        Some(Value::Measure(misura)) if misura.is_nota() => Some(misura),
        _ => None,
    }
}

type Point<'r> = (&'r Misura, Option<i16>);

fn point<'r>(record: &'r Record<'_>) -> Option<Point<'r>> {
    let year = match record.get(campo::ANNO) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    };
    Some((measured(record.filled(campo::VALORE))?, year))
}

fn between(
    item: &Record<'_>,
    start: Option<Point<'_>>,
    end: Point<'_>,
    indicatore: String,
) -> Risultato {
    let unit = item.text(campo::UNITA_MISURA);
    Risultato {
        da: start.map(|(misura, _)| with_unit(misura, unit)).unwrap_or_default(),
        dal: start.and_then(|(_, year)| year),
        a: with_unit(end.0, unit),
        al: end.1,
        differenza: start.map(|start| difference(start.0, end.0, unit)).unwrap_or_default(),
        indicatore,
        percorso: None,
    }
}

/// A measured value with the unit of what is measured, where it says none and this is short.
pub(super) fn with_unit(misura: &Misura, unit: &str) -> String {
    let text = valori::measure(misura);
    let bare = misura.genere == Genere::Numero;
    if bare && is_short(unit) { format!("{text}{NBSP}{unit}") } else { text }
}

/// Whether a unit may stand beside each number.
pub(super) fn is_short(unit: &str) -> bool {
    let short = !unit.is_empty() && unit.chars().count() <= UNIT && !unit.contains(' ');
    short && !COUNTED.contains(&unit.to_lowercase().as_str())
}

/// What lies between two exact values of one unit; nothing when they are the same.
fn difference(from: &Misura, to: &Misura, unit: &str) -> String {
    let exact = |misura: &Misura| misura.qualificatore == Qualificatore::Esatto;
    let numbers =
        from.numero.zip(to.numero).filter(|_| exact(from) && exact(to) && from.is_same_unit(to));
    let Some(gap) = numbers.and_then(|(from, to)| to.checked_sub(from)) else {
        return String::new();
    };
    if gap.is_zero() {
        return String::new();
    }
    let own = [&*to.unita, &*from.unita, unit].into_iter().find(|unit| !unit.is_empty());
    let unit = match own.unwrap_or_default() {
        "%" => parole::PUNTI,
        unit if is_short(unit) => unit,
        _ => "",
    };
    let sign = if gap.is_sign_positive() { "+" } else { "" };
    let number = formato::number(gap.normalize(), 0);
    format!("{sign}{number}{}{unit}", if unit.is_empty() { "" } else { "\u{a0}" })
}
