//! Numbers and days as Italian writes them.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// The names of the months.
pub const MESI: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// `1.234,5`, with at least this many decimals.
#[must_use]
pub fn number(value: Decimal, decimals: u32) -> String {
    let value = value.normalize();
    let decimals = decimals.max(value.scale()) as usize;
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if value.is_sign_negative() && !value.is_zero() { "−" } else { "" };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", thousands(whole))
}

fn thousands(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `31 gennaio 2027`, with this sign between the words; the first day of a month is `1º`.
#[must_use]
pub fn giorno(day: Date, space: char) -> String {
    let month = usize::try_from(day.month()).map_or("", |month| MESI[month - 1]);
    let first = if day.day() == 1 { "º" } else { "" };
    format!("{}{first}{space}{month}{space}{}", day.day(), day.year())
}

/// `il 31 gennaio 2027`, `l’8 marzo 2027`.
#[must_use]
pub fn il_giorno(day: Date) -> String {
    articolo(day, "il ", "l’")
}

/// `del 31 gennaio 2027`, `dell’8 marzo 2027`.
#[must_use]
pub fn del_giorno(day: Date) -> String {
    articolo(day, "del ", "dell’")
}

fn articolo(day: Date, whole: &str, elided: &str) -> String {
    let article = if matches!(day.day(), 8 | 11) { elided } else { whole };
    format!("{article}{}", giorno(day, ' '))
}
/// A day as it is written by hand, `31.1.2027`, `2027-1-31`, `31 gennaio 2027`, if a text is one;
/// nothing inside when the calendar lacks it.
#[must_use]
pub fn giorno_scritto(text: &str) -> Option<Option<Date>> {
    let parts: Vec<&str> =
        text.split(['.', '/', '-', ' ', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let day = day.trim_end_matches(['º', '°']);
    let short = |text: &str| text.len() <= 2;
    let named = month.to_lowercase();
    let month = match (1..).zip(MESI).find(|(_, name)| *name == named) {
        Some((number, _)) => number,
        None => month.parse().ok().filter(|_| short(month))?,
    };
    let (year, day): (i16, i8) =
        (year.parse().ok().filter(|_| year.len() == 4)?, day.parse().ok().filter(|_| short(day))?);
    Some(Date::new(year, month, day).ok())
}
