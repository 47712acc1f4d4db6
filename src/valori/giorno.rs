//! Days as `plan/` writes them: dates in TOML, text in JSON.

use std::fmt;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

/// Reads a day.
///
/// # Errors
///
/// When what is written is a time, or no day of the calendar.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    deserializer.deserialize_any(Day)
}

struct Day;

impl<'de> Visitor<'de> for Day {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("un giorno")
    }

    fn visit_str<E: Error>(self, written: &str) -> Result<Date, E> {
        written.parse().map_err(|_| E::custom(format!("«{written}» non è un giorno")))
    }

    /// How TOML hands a date over.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Date, A::Error> {
        let written = Datetime::deserialize(MapAccessDeserializer::new(map))?;
        self.visit_str(&written.to_string())
    }
}

/// Reads a day that may not be there.
///
/// # Errors
///
/// As [`day`].
pub fn maybe<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    day(deserializer).map(Some)
}

/// Whether something valid between two days, where they are said, is in force on a third.
#[must_use]
pub fn in_force(dal: Option<Date>, al: Option<Date>, today: Option<Date>) -> bool {
    today.is_none_or(|today| dal.is_none_or(|dal| dal <= today) && al.is_none_or(|al| today <= al))
}
