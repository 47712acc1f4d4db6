//! The tree of a plan: values with their places.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use crate::source::Span;

/// A value and where it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// A value as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text between quotation marks.
    String(String),
    /// Text of a table's cell, which may stand for any kind of value.
    Cell(String),
    /// A whole number.
    Integer(i64),
    /// Any other number, as written.
    Float(String),
    /// True or false.
    Boolean(bool),
    /// A date, a time or both, as written.
    Date(String),
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Table),
}

/// A table: entries in the order in which they are written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Entries.
    pub entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key is written.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

impl Value {
    /// What the value is, as a finding says it.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Self::String(_) | Self::Cell(_) => "un testo",
            Self::Integer(_) => "un numero intero",
            Self::Float(_) => "un numero con la virgola",
            Self::Boolean(_) => "vero o falso",
            Self::Date(_) => "una data",
            Self::List(_) => "un elenco",
            Self::Table(_) => "una tabella",
        }
    }

    /// The text of a string or of a cell.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) | Self::Cell(text) => Some(text),
            _ => None,
        }
    }
}

impl Table {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The files that are named in it: what stands at a key «file», wherever it is.
    #[must_use]
    pub fn files(&self) -> BTreeSet<&str> {
        fn inside<'a>(value: &'a Value, names: &mut BTreeSet<&'a str>) {
            match value {
                Value::Table(table) => {
                    names.extend(table.get("file").and_then(|node| node.value.as_str()));
                    table.entries.iter().for_each(|entry| inside(&entry.node.value, names));
                }
                Value::List(items) => items.iter().for_each(|item| inside(&item.value, names)),
                _ => {}
            }
        }
        let mut names = BTreeSet::new();
        self.entries.iter().for_each(|entry| inside(&entry.node.value, &mut names));
        names
    }

    /// Every text that is written in it.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        fn inside<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
            match value {
                Value::String(text) | Value::Cell(text) => texts.push(text),
                Value::Table(table) => {
                    table.entries.iter().for_each(|entry| inside(&entry.node.value, texts));
                }
                Value::List(items) => items.iter().for_each(|item| inside(&item.value, texts)),
                _ => {}
            }
        }
        let mut texts = Vec::new();
        self.entries.iter().for_each(|entry| inside(&entry.node.value, &mut texts));
        texts
    }

    /// The last key with this name that is written before a byte, anywhere inside the table.
    #[must_use]
    pub fn last_key_before(&self, name: &str, start: u32) -> Option<Span> {
        fn inside(value: &Value, name: &str, start: u32) -> Option<Span> {
            match value {
                Value::Table(table) => table.last_key_before(name, start),
                Value::List(items) => {
                    items.iter().filter_map(|item| inside(&item.value, name, start)).max()
                }
                _ => None,
            }
        }
        let own = self
            .entries
            .iter()
            .filter(|entry| entry.key == name && entry.key_span.start < start)
            .map(|entry| entry.key_span)
            .max();
        let inner =
            self.entries.iter().filter_map(|entry| inside(&entry.node.value, name, start)).max();
        own.max(inner)
    }
}

/// A table of the `toml` crate as ours, its entries in the order of the text.
pub(super) fn table(table: DeTable<'_>, span: &dyn Fn(Range<usize>) -> Span) -> Table {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| {
            let at = span(value.span());
            Entry {
                key_span: span(key.span()),
                key: key.into_inner().into_owned(),
                node: Node { span: at, value: super::value(value.into_inner(), span) },
            }
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    Table { entries }
}
