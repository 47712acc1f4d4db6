//! What somebody meant who wrote a value by hand, and how a plan writes it.

use rust_decimal::Decimal;

use super::valori;
use crate::cifre;
use crate::law::{Base, Campo, Law};
use crate::syntax::Value;
use crate::valori::numero_scritto;

/// What to write instead of a value in a wrong form, when it can be understood.
pub(super) fn right(campo: &Campo, value: &Value, law: &Law) -> Option<String> {
    let (Value::String(text) | Value::Cell(text) | Value::Float(text)) = value else {
        return None;
    };
    let right = match campo.forma.base {
        Base::Data => match cifre::giorno_scritto(text.trim())? {
            Some(day) => day.to_string(),
            None => return Some("questo giorno non esiste nel calendario".into()),
        },
        Base::Intero | Base::Conteggio | Base::Anno => match numero_scritto(text)? {
            number if number.is_integer() => number.normalize().to_string(),
            number => return Some(between(number)),
        },
        Base::Numero | Base::Euro | Base::Percento => numero_scritto(text)?.to_string(),
        Base::SiNo => match text.trim().to_lowercase().as_str() {
            "sì" | "si" | "vero" | "true" => "true".into(),
            "no" | "falso" | "false" => "false".into(),
            _ => return None,
        },
        _ => return None,
    };
    // What is understood may still be out of bounds.
    valori::read(&Value::Cell(right.clone()), &campo.forma.base, law).ok()?;
    let whole = !campo.forma.elenco && !matches!(value, Value::Cell(_));
    let key = if whole { format!("{} = ", campo.chiave) } else { String::new() };
    Some(format!("scrivi {key}{right}"))
}

fn between(number: Decimal) -> String {
    let (below, above) = (number.floor(), number.ceil());
    format!("un numero intero non ha decimali: scrivi {below} o {above}")
}
