//! What a value is in a cell, and in JSON: as a plan writes it.

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};

use crate::law::Voce;
use crate::law::vocabolario::ALTRO;
use crate::record::{Record, Value};
use crate::valori::{Conteggio, Immagine, cella};

/// A value in a cell; nothing of what has cells of its own.
pub(super) fn cell(value: &Value<'_>) -> String {
    match value {
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            cella::write(&cella::list(items.iter().map(String::as_str)))
        }
        Value::Integer(_) | Value::Number(_) | Value::Euro(_) | Value::Percent(_) => plain(value),
        _ => cella::write(&plain(value)),
    }
}

fn plain(value: &Value<'_>) -> String {
    match value {
        Value::Line(text)
        | Value::Markdown(text)
        | Value::Id(text)
        | Value::Url(text)
        | Value::Email(text)
        | Value::Reference(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Count(conteggio) => conteggio.scritto.clone(),
        Value::Number(number) | Value::Euro(number) | Value::Percent(number) => decimal(*number),
        Value::Year(year) => year.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Measure(misura) => misura.scritto.clone(),
        Value::Image(immagine) => immagine.percorso.clone(),
        Value::Pdf(fascicolo) => fascicolo.percorso.clone(),
        Value::Choice(voce, None) => voce.chiave.clone(),
        Value::Choice(voce, Some(own)) => format!("{}: {own}", voce.chiave),
        Value::List(_) | Value::Record(_) => String::new(),
    }
}

/// A number with a point before its decimals; never three of them, which an Italian reader would
/// take for thousands.
fn decimal(number: Decimal) -> String {
    let mut number = number;
    if number.scale() == 3 {
        number.rescale(4);
    }
    number.to_string()
}

/// A whole record, under the keys of the plan.
pub(super) fn whole(record: &Record<'_>) -> Json {
    let fields = record.fields.iter().filter(|(_, value)| !value.is_empty());
    let fields: Map<String, Json> =
        fields.map(|(campo, value)| (campo.chiave.clone(), tree(value))).collect();
    fields.into()
}

fn tree(value: &Value<'_>) -> Json {
    match value {
        Value::Integer(number) => json!(number),
        Value::Count(Conteggio { numero, circa: false, .. }) => json!(numero),
        Value::Number(number) | Value::Euro(number) | Value::Percent(number) => {
            serde_json::from_str(&number.to_string()).unwrap_or_default()
        }
        Value::Year(year) => json!(year),
        Value::Bool(yes) => json!(yes),
        Value::Image(Immagine { percorso, alternativa, .. }) => {
            json!({ "file": percorso, "alternativa": alternativa })
        }
        Value::Choice(voce, Some(own)) => own_words(voce, own),
        Value::List(items) => items.iter().map(tree).collect(),
        Value::Record(record) => whole(record),
        Value::Line(_)
        | Value::Markdown(_)
        | Value::Id(_)
        | Value::Url(_)
        | Value::Email(_)
        | Value::Reference(_)
        | Value::Count(_)
        | Value::Day(_)
        | Value::Measure(_)
        | Value::Pdf(_)
        | Value::Choice(_, None) => json!(plain(value)),
    }
}

/// A row of an open list in the words of the plan.
fn own_words(voce: &Voce, own: &str) -> Json {
    if voce.chiave == ALTRO {
        json!({ ALTRO: own })
    } else {
        json!({ "valore": voce.chiave, "etichetta": own })
    }
}
