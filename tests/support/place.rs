//! Where in a plan a finding points, in the words of a duty's path.

use piao::diag::Findings;
use piao::source::{Source, Span};
use piao::syntax::{self, Node, Table, Value};

/// The record or the field at a span, `obiettivi_performance[op-1].scadenza`; the file, where
/// something would be that is not there.
pub fn path(source: &Source, span: Span) -> String {
    let tree = syntax::parse(source, &mut Findings::default());
    let mut found = (u32::MAX, source.files[span.file as usize].name.clone());
    if span.start < span.end {
        within(&tree, span, "", &mut found);
    }
    found.1
}

/// Keeps the narrowest of what holds the span.
fn keep(own: Span, span: Span, path: &str, found: &mut (u32, String)) {
    let holds = own.file == span.file && own.start <= span.start && span.end <= own.end;
    if holds && own.end - own.start <= found.0 {
        *found = (own.end - own.start, path.to_owned());
    }
}

fn within(table: &Table, span: Span, above: &str, found: &mut (u32, String)) {
    for entry in &table.entries {
        let dot = if above.is_empty() { "" } else { "." };
        let path = format!("{above}{dot}{}", entry.key);
        keep(entry.key_span, span, &path, found);
        value(&entry.node, span, &path, found);
    }
}

fn value(node: &Node, span: Span, path: &str, found: &mut (u32, String)) {
    keep(node.span, span, path, found);
    match &node.value {
        Value::Table(table) => within(table, span, path, found),
        Value::List(items) => {
            for (index, item) in (1..).zip(items) {
                let named = match &item.value {
                    Value::Table(table) => table.get("id").and_then(|id| id.value.as_str()),
                    _ => None,
                };
                let name = named.map_or_else(|| index.to_string(), str::to_owned);
                value(item, span, &format!("{path}[{name}]"), found);
            }
        }
        _ => {}
    }
}
