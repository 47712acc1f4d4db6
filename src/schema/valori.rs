//! Single values: each form read into its clean value.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::scelte;
use crate::law::{Base, Law};
use crate::record::Value as Clean;
use crate::syntax::Value;
use crate::valori::{Conteggio, Misura, numero_scritto, parse_number};

/// The value does not have the form asked for.
pub(super) struct Wrong;

/// Reads a value in a form. Cells of tables are text and may stand for any form; the values of a
/// TOML file have the type that they are written in.
pub(super) fn read<'law>(value: &Value, base: &Base, law: &'law Law) -> Result<Clean<'law>, Wrong> {
    Ok(match base {
        Base::Id => Clean::Id(check(one_line(value)?, is_id)?),
        Base::Riga => Clean::Line(one_line(value)?),
        Base::Riferimento(_) => Clean::Reference(one_line(value)?),
        Base::Url => Clean::Url(check(one_line(value)?, is_url)?),
        Base::Email => Clean::Email(check(one_line(value)?, is_email)?),
        Base::Intero => Clean::Integer(whole(value).filter(|n| *n >= 0).ok_or(Wrong)?),
        Base::Conteggio => Clean::Count(count(value).ok_or(Wrong)?),
        Base::Anno => Clean::Year(year(value).ok_or(Wrong)?),
        Base::Numero => Clean::Number(number(value).ok_or(Wrong)?),
        Base::Euro => Clean::Euro(number(value).ok_or(Wrong)?),
        Base::Percento => Clean::Percent(
            number(value)
                .filter(|n| *n >= Decimal::ZERO && *n <= Decimal::ONE_HUNDRED)
                .ok_or(Wrong)?,
        ),
        Base::Data => Clean::Day(date(value).ok_or(Wrong)?),
        Base::SiNo => Clean::Bool(yes_no(value).ok_or(Wrong)?),
        Base::Misura => Clean::Measure(Misura::read(&measure(value).ok_or(Wrong)?)),
        Base::Scelta(list) => {
            let list = law.vocabolari.get(list).ok_or(Wrong)?;
            let key = match value {
                Value::Integer(number) => number.to_string(),
                other => one_line(other)?,
            };
            scelte::cell(value, &key, list)
                .or_else(|| Some(Clean::Choice(list.detta(&key)?, None)))
                .ok_or(Wrong)?
        }
        Base::Testo | Base::Immagine | Base::Pdf | Base::Record(_) => return Err(Wrong),
    })
}

/// What the cell of a table says in a form; nothing when it does not have it.
pub(crate) fn cella<'law>(text: &str, base: &Base, law: &'law Law) -> Option<Clean<'law>> {
    read(&Value::Cell(text.to_owned()), base, law).ok()
}

fn check(text: String, test: impl Fn(&str) -> bool) -> Result<String, Wrong> {
    if test(&text) { Ok(text) } else { Err(Wrong) }
}

fn one_line(value: &Value) -> Result<String, Wrong> {
    let text = value.as_str().ok_or(Wrong)?.trim();
    check(text.to_owned(), |text| !text.contains('\n'))
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

fn is_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or("");
        host.contains('.') && !rest.contains(char::is_whitespace)
    })
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains('@')
            && !text.contains(char::is_whitespace)
    })
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        Value::Cell(text) => {
            let number = parse_number(text)?;
            number.is_integer().then(|| i64::try_from(number).ok()).flatten()
        }
        _ => None,
    }
}

/// A whole number, or the words that say about how many.
fn count(value: &Value) -> Option<Conteggio> {
    let exact = || whole(value).filter(|n| *n >= 0).map(Conteggio::contato);
    value.as_str().and_then(Conteggio::read).or_else(exact)
}

fn year(value: &Value) -> Option<i16> {
    let year = i16::try_from(whole(value)?).ok()?;
    (1900..=2200).contains(&year).then_some(year)
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Integer(number) => Some(Decimal::from(*number)),
        Value::Float(text) => {
            let plain = text.replace('_', "");
            plain.parse().ok().or_else(|| Decimal::from_scientific(&plain).ok())
        }
        Value::Cell(text) => numero_scritto(text),
        _ => None,
    }
}

/// A date of the calendar: as TOML, or as text in one of the two usual orders.
fn date(value: &Value) -> Option<Date> {
    let text = match value {
        Value::Date(text) | Value::String(text) | Value::Cell(text) => text.trim(),
        _ => return None,
    };
    if let Ok(day) = text.parse::<Date>() {
        return (text.len() == 10).then_some(day);
    }
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn yes_no(value: &Value) -> Option<bool> {
    match value {
        Value::Boolean(yes) => Some(*yes),
        Value::Cell(text) => match text.trim().to_lowercase().as_str() {
            "sì" | "si" | "true" | "vero" => Some(true),
            "no" | "false" | "falso" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A measured value as written; numbers in the Italian way.
fn measure(value: &Value) -> Option<String> {
    match value {
        Value::String(text) | Value::Cell(text) => {
            let text = text.trim();
            (!text.contains('\n')).then(|| text.to_owned())
        }
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(_) => number(value).map(|n| n.to_string().replace('.', ",")),
        Value::Boolean(yes) => Some(if *yes { "sì" } else { "no" }.into()),
        Value::Date(_) => date(value).map(|d| d.strftime("%d/%m/%Y").to_string()),
        Value::List(_) | Value::Table(_) => None,
    }
}
