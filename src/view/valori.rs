//! Values as printed.

use rust_decimal::Decimal;

use super::document::Tratto;
use super::maker::Maker;
use super::{formato, frasi};
use crate::law::{Base, Campo, Voce};
use crate::record::{Record, Value};
use crate::valori::{Conteggio, Genere, Misura, Qualificatore};

/// A run of plain text.
pub(super) fn plain(text: impl Into<String>) -> Tratto {
    Tratto::Testo { testo: text.into() }
}

/// Decimals that the cells of a column need.
pub(super) fn scale(campo: &Campo, items: &[&Record<'_>]) -> u32 {
    let values = items.iter().filter_map(|item| item.get(campo)?.as_number());
    match campo.forma.base {
        Base::Euro => formato::cents(values),
        Base::Numero | Base::Percento => formato::decimals(values),
        _ => 0,
    }
}

/// A value in a cell: amounts are all in euro, which the caption says.
pub(super) fn cell(maker: &Maker<'_>, value: &Value<'_>, scale: u32) -> Vec<Tratto> {
    match value {
        Value::Integer(_) | Value::Number(_) | Value::Euro(_) => {
            let number = value.as_number().unwrap_or_default();
            vec![plain(formato::number(number, scale))]
        }
        Value::Percent(number) => vec![plain(percent(*number, scale))],
        Value::Day(day) => vec![plain(formato::short_date(*day))],
        _ => inline(maker, value),
    }
}

/// A computed number in a cell of a column.
pub(super) fn number(campo: &Campo, value: Decimal, scale: u32) -> String {
    if campo.forma.base == Base::Percento {
        return percent(value, scale);
    }
    formato::number(value, scale)
}

fn percent(value: Decimal, scale: u32) -> String {
    format!("{}\u{a0}%", formato::number(value, scale))
}

/// A value on a line; the items of a list are set apart by semicolons.
pub(super) fn inline(maker: &Maker<'_>, value: &Value<'_>) -> Vec<Tratto> {
    let run = match value {
        Value::List(items) => return list(maker, items),
        Value::Record(inner) => return frasi::record(maker, inner),
        Value::Reference(id) => return maker.reference(id),
        Value::Choice(voce, own) => plain(choice(voce, own.as_deref())),
        Value::Id(id) => Tratto::Codice { testo: id.clone() },
        Value::Day(day) => plain(formato::date(*day)),
        Value::Bool(yes) => plain(if *yes { "Sì" } else { "No" }),
        Value::Year(year) => plain(year.to_string()),
        Value::Integer(number) => plain(formato::number(Decimal::from(*number), 0)),
        Value::Count(conteggio) => plain(count(conteggio)),
        Value::Number(number) => plain(formato::number(*number, 0)),
        Value::Percent(number) => plain(percent(*number, 0)),
        Value::Euro(number) => {
            let cents = formato::cents([*number].into_iter());
            plain(format!("{}\u{a0}€", formato::number(*number, cents)))
        }
        Value::Measure(misura) => plain(measure(misura)),
        Value::Url(url) => link(url, url.trim_start_matches("https://").trim_end_matches('/')),
        Value::Email(address) => link(&format!("mailto:{address}"), address),
        Value::Image(immagine) => plain(formato::text(&immagine.alternativa)),
        Value::Pdf(fascicolo) => plain(fascicolo.percorso.clone()),
        Value::Line(text) | Value::Markdown(text) => plain(formato::text(text)),
    };
    vec![run]
}

/// A row of a closed list after its sign, as the plan calls it or as the list does.
fn choice(voce: &Voce, own: Option<&str>) -> String {
    let name = formato::text(own.unwrap_or(&voce.etichetta));
    if voce.segno.is_empty() { name } else { format!("{}\u{a0}{name}", voce.segno) }
}

fn list(maker: &Maker<'_>, items: &[Value<'_>]) -> Vec<Tratto> {
    let mut out = Vec::new();
    for item in items {
        if !out.is_empty() {
            out.push(plain("; "));
        }
        out.extend(inline(maker, item));
    }
    out
}

fn link(url: &str, text: &str) -> Tratto {
    Tratto::Link { url: url.into(), tratti: vec![plain(text)] }
}

/// A count: a number the Italian way, or the words that say that it is not exact.
fn count(conteggio: &Conteggio) -> String {
    match conteggio.esatto() {
        Some(number) => formato::number(Decimal::from(number), 0),
        None => formato::text(&conteggio.scritto),
    }
}

/// A measured value: a bare number the Italian way, with its decimals; anything else as written.
pub(super) fn measure(misura: &Misura) -> String {
    let bare = misura.genere == Genere::Numero && misura.qualificatore == Qualificatore::Esatto;
    match misura.numero.filter(|_| bare) {
        Some(number) => formato::number(number, number.scale()),
        None => formato::text(&misura.scritto),
    }
}

/// A label inside a sentence: abbreviations keep their capitals.
pub(super) fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            let rest = &label[first.len_utf8()..];
            format!("{}{rest}", first.to_lowercase())
        }
        _ => label.into(),
    }
}
