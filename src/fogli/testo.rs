//! What a cell shows, as it is written in Italian: what the same cell would be in a CSV.

use calamine::ExcelDateTime;
use rust_decimal::Decimal;

use super::Contenuto;

/// Whether a format shows a number as a percentage: a sign that is not inside quotation marks.
pub(super) fn is_percent(format: &str) -> bool {
    let mut quoted = false;
    let mut escaped = false;
    format.chars().any(|c| {
        let literal = quoted || escaped;
        escaped = c == '\\' && !literal;
        quoted ^= c == '"' && !escaped;
        c == '%' && !literal
    })
}

pub(super) fn text(text: &str) -> Contenuto {
    Contenuto::Testo(text.trim().replace("\r\n", "\n"))
}

pub(super) fn boolean(yes: bool) -> Contenuto {
    Contenuto::Testo(if yes { "sì" } else { "no" }.into())
}

pub(super) fn integer(number: i64) -> Contenuto {
    Contenuto::Testo(number.to_string())
}

/// A number with the fifteen digits that spreadsheets show of it; beyond them there is only what
/// the binary form of the number has added.
pub(super) fn number(number: f64, percent: bool) -> Contenuto {
    let Ok(exact) = Decimal::from_scientific(&format!("{number:.14e}")) else {
        return Contenuto::Testo(number.to_string().replace('.', ","));
    };
    let shown = if percent { exact.checked_mul(Decimal::ONE_HUNDRED) } else { Some(exact) };
    let shown = shown.unwrap_or(exact).normalize().to_string().replace('.', ",");
    Contenuto::Testo(if percent { shown + " %" } else { shown })
}

/// A day, an hour, or both.
pub(super) fn moment(moment: ExcelDateTime) -> Contenuto {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let value = moment.as_f64();
    let time = format!("{hour:02}:{minute:02}");
    let date = format!("{day:02}/{month:02}/{year}");
    Contenuto::Testo(if moment.is_duration() {
        lasting(value)
    } else if (0.0..1.0).contains(&value) {
        time
    } else if time == "00:00" {
        date
    } else {
        format!("{date} {time}")
    })
}

/// How long something lasts, in hours and minutes, from a count of days.
fn lasting(days: f64) -> String {
    let minutes = Decimal::from_f64_retain(days * 24.0 * 60.0).unwrap_or_default().round();
    let (hours, minutes) = (minutes / Decimal::from(60), minutes % Decimal::from(60));
    format!("{}:{:02}", hours.trunc(), minutes.abs())
}

/// `2027-01-31T00:00:00` as a day.
pub(super) fn iso(text: &str) -> Contenuto {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let time = time.get(..5).filter(|time| *time != "00:00").unwrap_or_default();
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return Contenuto::Testo(text.into()) };
    Contenuto::Testo(format!("{day}/{month}/{year} {time}").trim_end().to_owned())
}

/// `PT08H30M00S` as `08:30`.
pub(super) fn duration(text: &str) -> Contenuto {
    let read = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, _) = rest.split_once('M')?;
        Some(format!("{hours}:{minutes}"))
    };
    Contenuto::Testo(read().unwrap_or_else(|| text.into()))
}

#[cfg(test)]
mod tests {
    use super::{Contenuto, duration, is_percent, iso, number};

    #[test]
    fn numbers_are_those_that_the_spreadsheet_shows() {
        let shown = |value: f64, percent: bool| match number(value, percent) {
            Contenuto::Testo(text) => text,
            other => panic!("{other:?}"),
        };
        assert_eq!(shown(0.1 + 0.2, false), "0,3");
        assert_eq!(shown(1_234_567.89, false), "1234567,89");
        assert_eq!(shown(4_503_599_627_370.01, false), "4503599627370,01");
        assert_eq!(shown(1.005, false), "1,005");
        assert_eq!(shown(-12.5, false), "-12,5");
        assert_eq!(shown(2027.0, false), "2027");
        assert_eq!(shown(0.075, true), "7,5 %");
        assert_eq!(shown(0.29, true), "29 %");
        assert_eq!(shown(1e300, false).len(), 301);
    }

    #[test]
    fn a_percent_sign_in_quotes_is_a_word() {
        for (format, percent) in
            [("0%", true), ("0.00%", true), ("General", false), ("0\" %\"", false), ("0\\%", false)]
        {
            assert_eq!(is_percent(format), percent, "{format}");
        }
    }

    #[test]
    fn days_and_hours_are_written_as_in_italian() {
        assert_eq!(iso("2027-01-31"), Contenuto::Testo("31/01/2027".into()));
        assert_eq!(iso("2027-01-31T00:00:00"), Contenuto::Testo("31/01/2027".into()));
        assert_eq!(iso("2027-01-31T08:30:00"), Contenuto::Testo("31/01/2027 08:30".into()));
        assert_eq!(duration("PT08H30M00S"), Contenuto::Testo("08:30".into()));
    }
}
