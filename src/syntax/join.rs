//! Joins the tables of several files into one plan.

use super::tree::{Entry, Table, Value};
use crate::diag::{Findings, tecniche};

/// Adds the entries of one more file. Tables are joined key by key, lists of tables one after
/// the other; anything else written twice is a finding that shows both places.
pub(super) fn join(into: &mut Table, from: Table, findings: &mut Findings) {
    for entry in from.entries {
        let Some(present) = into.entries.iter_mut().find(|e| e.key == entry.key) else {
            into.entries.push(entry);
            continue;
        };
        match (&mut present.node.value, entry.node.value) {
            (Value::Table(old), Value::Table(new)) => join(old, new, findings),
            (Value::List(old), Value::List(new)) if are_records(old) && are_records(&new) => {
                old.extend(new);
            }
            (_, value) => {
                let second = Entry { node: super::Node { value, ..entry.node }, ..entry };
                let message = format!("«{}» è scritto in due file", second.key);
                findings
                    .push(tecniche::TOML_004.at(second.key_span, message))
                    .label("qui la seconda volta")
                    .help("tieni una sola delle due")
                    .see(present.key_span, "qui la prima volta");
            }
        }
    }
}

fn are_records(items: &[super::Node]) -> bool {
    items.iter().all(|item| matches!(item.value, Value::Table(_)))
}
