//! The plan as a tree of records, each field resolved against the law: the hub of the house.
//!
//! The walker builds it. Duties, pages and glossary read it as it is, matching on [`Value`]
//! exhaustively; the typed plan of the rules is made from it. What is written in a plan is in this
//! tree or is a finding, empty texts apart: they say nothing.

mod de;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::law::{self, Campo, Voce};
use crate::nomi::Nome;
use crate::valori::{Conteggio, Fascicolo, Immagine, Luogo, Misura};

/// A record of a plan.
#[derive(Debug, Clone)]
pub struct Record<'law> {
    /// Its kind.
    pub kind: &'law law::Record,
    /// Which one it is, for whoever knows its place.
    pub luogo: Luogo,
    /// The fields that say something, in the order in which they are written.
    pub fields: Vec<(&'law Campo, Value<'law>)>,
}

/// What a field says, in the form that the law gives it.
#[derive(Debug, Clone)]
pub enum Value<'law> {
    /// Text on one line.
    Line(String),
    /// A long text, in Markdown.
    Markdown(String),
    /// The code of the record.
    Id(String),
    /// A web address.
    Url(String),
    /// An e-mail address.
    Email(String),
    /// A whole number.
    Integer(i64),
    /// A count, exact or not.
    Count(Conteggio),
    /// A number.
    Number(Decimal),
    /// An amount.
    Euro(Decimal),
    /// A percentage, 0 to 100.
    Percent(Decimal),
    /// A year.
    Year(i16),
    /// A day.
    Day(Date),
    /// Yes or no.
    Bool(bool),
    /// A measured value.
    Measure(Misura),
    /// An image, with the words that stand for it.
    Image(Immagine),
    /// A PDF that the plan carries.
    Pdf(Fascicolo),
    /// A row of a closed list, and what the plan calls it where the list is open and it does so.
    Choice(&'law Voce, Option<String>),
    /// The code of another record.
    Reference(String),
    /// Several values.
    List(Vec<Self>),
    /// A record inside the record.
    Record(Record<'law>),
}

impl<'law> Record<'law> {
    /// What a field says; nothing when it is not there.
    #[must_use]
    pub fn get(&self, campo: impl Nome) -> Option<&Value<'law>> {
        self.fields.iter().find(|(own, _)| own.chiave == campo.nome()).map(|(_, value)| value)
    }

    /// What the field with this key says, unless it says nothing: for the paths of the law.
    pub(crate) fn by_key(&self, chiave: &str) -> Option<&Value<'law>> {
        let found = self.fields.iter().find(|(own, _)| own.chiave == chiave);
        found.map(|(_, value)| value).filter(|value| !value.is_empty())
    }

    /// What a field says, unless it says nothing.
    #[must_use]
    pub fn filled(&self, campo: impl Nome) -> Option<&Value<'law>> {
        self.get(campo).filter(|value| !value.is_empty())
    }

    /// The text of a field of text, a code, an address or the key of a choice; empty when it is
    /// not there.
    #[must_use]
    pub fn text(&self, campo: impl Nome) -> &str {
        self.get(campo).and_then(Value::as_str).unwrap_or_default()
    }

    /// The text of the field that titles the record, empty when there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.by_key(&self.kind.titolo).and_then(Value::as_str).unwrap_or_default()
    }

    /// The code of the record, empty when it has none.
    #[must_use]
    pub fn id(&self) -> &str {
        let code = self.fields.iter().find_map(|(_, value)| match value {
            Value::Id(id) => Some(id.as_str()),
            _ => None,
        });
        code.unwrap_or_default()
    }

    /// What the record is called: its title, or else its code; empty when it has neither.
    #[must_use]
    pub fn name(&self) -> &str {
        let title = self.title();
        if title.is_empty() { self.id() } else { title }
    }

    /// The record that a field holds.
    #[must_use]
    pub fn record(&self, campo: impl Nome) -> Option<&Self> {
        match self.get(campo) {
            Some(Value::Record(record)) => Some(record),
            _ => None,
        }
    }

    /// The records of a field: of its list, or the only one.
    #[must_use]
    pub fn records(&self, campo: impl Nome) -> Vec<&Self> {
        self.get(campo).map(Value::records).unwrap_or_default()
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|(_, value)| value.is_empty())
    }
}

impl<'law> Value<'law> {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Measure(misura) => misura.scritto.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Record(record) => record.is_empty(),
            _ => self.as_str().is_some_and(str::is_empty),
        }
    }

    /// The text of what is written as a text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Line(text)
            | Self::Markdown(text)
            | Self::Id(text)
            | Self::Url(text)
            | Self::Email(text)
            | Self::Reference(text) => Some(text),
            Self::Choice(voce, _) => Some(&voce.chiave),
            Self::Integer(_)
            | Self::Count(_)
            | Self::Number(_)
            | Self::Euro(_)
            | Self::Percent(_)
            | Self::Year(_)
            | Self::Day(_)
            | Self::Bool(_)
            | Self::Measure(_)
            | Self::Image(_)
            | Self::Pdf(_)
            | Self::List(_)
            | Self::Record(_) => None,
        }
    }

    /// What a row of a closed list is called: by the plan, or else by the list.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Choice(_, Some(own)) => Some(own),
            Self::Choice(voce, None) => Some(&voce.etichetta),
            _ => None,
        }
    }

    /// The number of what counts or measures without a unit of its own.
    #[must_use]
    pub fn as_number(&self) -> Option<Decimal> {
        match self {
            Self::Integer(number) => Some(Decimal::from(*number)),
            Self::Count(conteggio) => conteggio.esatto().map(Decimal::from),
            Self::Number(number) | Self::Euro(number) | Self::Percent(number) => Some(*number),
            _ => None,
        }
    }

    /// The records of a list, or the only one.
    #[must_use]
    pub fn records(&self) -> Vec<&Record<'law>> {
        match self {
            Self::Record(record) => vec![record],
            Self::List(items) => items.iter().flat_map(Self::records).collect(),
            _ => Vec::new(),
        }
    }

    /// The values of a list, or the only one.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }
}
