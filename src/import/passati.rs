//! What is past when a plan ends: the records of its first year, whatever refers to them, the days
//! that will have gone by.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::law::Riporto;
use crate::record::{Record, Value};

/// What is past.
pub(super) struct Passati {
    /// The first year that is not.
    nuovo: i16,
    /// The codes of the records that are, each after its kind.
    codici: BTreeSet<(String, String)>,
}

impl Passati {
    /// What of a plan is past in a year.
    pub(super) fn of(radice: &Record<'_>, nuovo: i16) -> Self {
        let mut passati = Self { nuovo, codici: BTreeSet::new() };
        passati.gather(radice);
        passati
    }

    fn gather(&mut self, record: &Record<'_>) {
        for inner in record.fields.iter().flat_map(|(_, value)| value.records()) {
            if self.is_past(inner) && !inner.id().is_empty() {
                self.codici.insert((inner.kind.chiave.clone(), inner.id().to_owned()));
            }
            self.gather(inner);
        }
    }

    /// Whether a record is of a year that is past.
    pub(super) fn is_past(&self, record: &Record<'_>) -> bool {
        let year = record.fields.iter().find(|(campo, _)| campo.riporto == Riporto::Scade);
        year.is_some_and(|(_, own)| matches!(own, Value::Year(year) if *year < self.nuovo))
    }

    /// What is left of references to records of a kind.
    pub(super) fn left<'law>(&self, kind: &str, value: &Value<'law>) -> Vec<Value<'law>> {
        let lasts = |own: &&Value<'_>| {
            let code = own.as_str().unwrap_or_default().to_owned();
            !self.codici.contains(&(kind.to_owned(), code))
        };
        value.items().iter().filter(lasts).cloned().collect()
    }

    /// A day or a year that is past, a year later; nothing for one that is still to come.
    pub(super) fn moved(&self, value: &Value<'_>) -> Option<Value<'static>> {
        match value {
            Value::Year(year) if *year < self.nuovo => Some(Value::Year(year + 1)),
            Value::Day(day) if day.year() < self.nuovo => {
                // The twenty-ninth of February is not there the year after.
                let last = if (day.month(), day.day()) == (2, 29) { 28 } else { day.day() };
                Date::new(day.year() + 1, day.month(), last).ok().map(Value::Day)
            }
            _ => None,
        }
    }
}
