//! Days as `plan/` writes them: TOML dates.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

/// Reads a day.
///
/// # Errors
///
/// When what is written is a time, or no day of the calendar.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let written = Datetime::deserialize(deserializer)?.to_string();
    written.parse().map_err(|_| D::Error::custom(format!("«{written}» non è un giorno")))
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
