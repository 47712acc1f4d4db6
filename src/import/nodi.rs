//! Values as a plan writes them.

use super::voci::stringa;
use crate::syntax::{Entry, Node, Table, Value};

/// The table that a value is.
pub(super) fn table(node: &Node) -> Option<&Table> {
    match &node.value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

/// The file in which a value stands.
pub(super) fn file(node: Option<&Node>) -> Option<&str> {
    table(node?)?.get("file")?.value.as_str()
}

/// A value as a plan writes it, on one line.
pub(super) fn scritto(value: &Value) -> String {
    match value {
        Value::String(text) | Value::Cell(text) => stringa(text),
        Value::Integer(number) => number.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Float(text) | Value::Date(text) => text.clone(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| scritto(&item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) => {
            let pairs = table.entries.iter();
            let pair =
                |own: &Entry| format!("{} = {}", stringa(&own.key), scritto(&own.node.value));
            format!("{{ {} }}", pairs.map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}
