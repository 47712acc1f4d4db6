//! Values as printed.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value;

use super::campi::{Object, is_empty};
use super::contesto::Contesto;
use super::document::Tratto;
use super::formato;
use crate::law::{Base, Campo};

/// A run of plain text.
pub(super) fn plain(text: impl Into<String>) -> Tratto {
    Tratto::Testo { testo: text.into() }
}

/// A number of the model.
pub(super) fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.as_i64().map(Decimal::from),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// Decimals that the cells of a column need.
pub(super) fn scale(campo: &Campo, items: &[&Object]) -> u32 {
    let values = items.iter().filter_map(|item| number(item.get(&campo.chiave)?));
    match campo.forma.base {
        Base::Euro => formato::cents(values),
        Base::Numero | Base::Percento => formato::decimals(values),
        _ => 0,
    }
}

/// A value in a cell: units stand in the column's header.
pub(super) fn cell(
    contesto: &Contesto<'_>,
    campo: &Campo,
    value: &Value,
    scale: u32,
) -> Vec<Tratto> {
    match campo.forma.base {
        Base::Euro | Base::Numero | Base::Percento | Base::Intero if !campo.forma.elenco => {
            number(value).map(|n| vec![plain(formato::number(n, scale))]).unwrap_or_default()
        }
        Base::Data if !campo.forma.elenco => {
            let text = value.as_str().unwrap_or("");
            vec![plain(text.parse().map_or_else(|_| text.into(), formato::short_date))]
        }
        _ => inline(contesto, campo, value),
    }
}

/// A value on a line; the items of a list are set apart by semicolons.
pub(super) fn inline(contesto: &Contesto<'_>, campo: &Campo, value: &Value) -> Vec<Tratto> {
    let Value::Array(items) = value else { return inline_one(contesto, campo, value) };
    let mut out = Vec::new();
    for item in items {
        if !out.is_empty() {
            out.push(plain("; "));
        }
        out.extend(inline_one(contesto, campo, item));
    }
    out
}

/// One value on a line.
pub(super) fn inline_one(contesto: &Contesto<'_>, campo: &Campo, value: &Value) -> Vec<Tratto> {
    let text = value.as_str().unwrap_or("");
    let run = match &campo.forma.base {
        Base::Scelta(list) => plain(contesto.etichetta(list, text)),
        Base::Riferimento(_) => return contesto.reference(text),
        Base::Id => Tratto::Codice { testo: text.into() },
        Base::Data => plain(text.parse::<Date>().map_or_else(|_| text.into(), formato::date)),
        Base::SiNo => plain(if value == &Value::Bool(true) { "Sì" } else { "No" }),
        Base::Anno => plain(value.to_string()),
        Base::Intero | Base::Numero => {
            plain(number(value).map(|n| formato::number(n, 0)).unwrap_or_default())
        }
        Base::Percento => plain(
            number(value).map(|n| format!("{}\u{a0}%", formato::number(n, 0))).unwrap_or_default(),
        ),
        Base::Euro => plain(
            number(value)
                .map(|n| format!("{}\u{a0}€", formato::number(n, formato::cents([n].into_iter()))))
                .unwrap_or_default(),
        ),
        Base::Misura => plain(measure(value)),
        Base::Url => link(text, text.trim_start_matches("https://").trim_end_matches('/')),
        Base::Email => link(&format!("mailto:{text}"), text),
        Base::Riga | Base::Testo => plain(formato::text(text)),
        Base::Record(kind) => return record(contesto, kind, value),
    };
    vec![run]
}

fn link(url: &str, text: &str) -> Tratto {
    Tratto::Link { url: url.into(), tratti: vec![plain(text)] }
}

/// A measured value: a bare number the Italian way, anything else as written.
pub(super) fn measure(value: &Value) -> String {
    let written = value.get("scritto").and_then(Value::as_str).unwrap_or("");
    let bare = value.get("genere").and_then(Value::as_str) == Some("Numero")
        && value.get("qualificatore").and_then(Value::as_str) == Some("esatto");
    match value.get("numero").and_then(number) {
        Some(number) if bare => formato::number(number, 0),
        _ => formato::text(written),
    }
}

/// A small record on a line: its values, each with its label but the first.
fn record(contesto: &Contesto<'_>, kind: &str, value: &Value) -> Vec<Tratto> {
    let Some(record) = contesto.law.record.get(kind) else { return Vec::new() };
    let mut out = Vec::new();
    for campo in &record.campi {
        let Some(field) = value.get(&campo.chiave).filter(|field| !is_empty(field)) else {
            continue;
        };
        if !out.is_empty() {
            out.push(plain(format!("; {}: ", lower_first(&campo.etichetta))));
        }
        out.extend(inline(contesto, campo, field));
    }
    out
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
