//! What day it is: known at the edge alone, and only to whoever counts the days that are left.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Seconds in a day.
const DAY: u64 = 24 * 60 * 60;

/// The day of today, in Universal Time; the first that clocks know when the clock is before it.
#[expect(clippy::disallowed_methods, reason = "a command asks it, and no plan does")]
pub(super) fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    after(since.as_secs())
}

/// How long something takes: known to whoever reports of it, and to no plan.
#[derive(Debug)]
pub(super) struct Cronometro(Instant);

impl Cronometro {
    #[expect(clippy::disallowed_methods, reason = "a report says it, and no plan does")]
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The day that comes so many seconds after the first that clocks know.
fn after(seconds: u64) -> Date {
    let first = date(1970, 1, 1);
    let days = i64::try_from(seconds / DAY).unwrap_or_default();
    first.checked_add(days.days()).unwrap_or(first)
}

/// A day of the command line.
pub(super) fn read(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "una data si scrive 2027-01-15".into())
}

#[cfg(test)]
mod tests {
    use super::{after, read};

    #[test]
    fn seconds_make_days() {
        assert_eq!(after(0).to_string(), "1970-01-01");
        assert_eq!(after(1_800_057_599).to_string(), "2027-01-15");
        assert_eq!(after(1_800_057_600).to_string(), "2027-01-16");
        assert!(read("2027-01-15").is_ok() && read("15/01/2027").is_err());
    }
}
