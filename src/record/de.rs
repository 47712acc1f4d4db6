//! Records as the typed plan reads them: through serde, so that the model stays plain derives.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::{Record, Value};
use crate::valori::Luogo;

impl Record<'_> {
    /// The record as a type of the model. What the type does not name is left out, what the
    /// record does not say is the type's default.
    ///
    /// # Errors
    ///
    /// When the type gives a field a form that the law does not.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        T::deserialize(Piece::Record(self))
    }
}

/// What a deserialiser reads from.
#[derive(Clone, Copy)]
enum Piece<'a, 'law> {
    Record(&'a Record<'law>),
    Value(&'a Value<'law>),
    Luogo(Luogo),
}

impl IntoDeserializer<'_> for Piece<'_, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Piece<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = match self {
            Self::Luogo(luogo) => return visitor.visit_u32(luogo.0),
            Self::Record(record) => return visit_record(record, visitor),
            Self::Value(value) => value,
        };
        match value {
            Value::Line(text)
            | Value::Markdown(text)
            | Value::Id(text)
            | Value::Url(text)
            | Value::Email(text)
            | Value::Reference(text) => visitor.visit_str(text),
            Value::Count(conteggio) => visitor.visit_str(&conteggio.scritto),
            Value::Integer(number) => visitor.visit_i64(*number),
            Value::Number(number) | Value::Euro(number) | Value::Percent(number) => {
                visitor.visit_string(number.to_string())
            }
            Value::Year(year) => visitor.visit_i16(*year),
            Value::Day(day) => visitor.visit_string(day.to_string()),
            Value::Bool(yes) => visitor.visit_bool(*yes),
            Value::Measure(misura) => visitor.visit_str(&misura.scritto),
            Value::Choice(voce, _) => visitor.visit_str(&voce.chiave),
            Value::Image(immagine) => visitor.visit_str(&immagine.percorso),
            Value::Pdf(fascicolo) => visitor.visit_str(&fascicolo.percorso),
            Value::List(items) => {
                visitor.visit_seq(SeqDeserializer::new(items.iter().map(Piece::Value)))
            }
            Value::Record(record) => visit_record(record, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let text = match self {
            Self::Value(value) => value.as_str(),
            Self::Record(_) | Self::Luogo(_) => None,
        };
        text.unwrap_or_default().into_deserializer().deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn visit_record<'de, V: Visitor<'de>>(record: &Record<'_>, visitor: V) -> Result<V::Value, Error> {
    let luogo = [(Luogo::CHIAVE, Piece::Luogo(record.luogo))];
    let fields = record.fields.iter().map(|(campo, v)| (campo.chiave.as_str(), Piece::Value(v)));
    visitor.visit_map(MapDeserializer::new(luogo.into_iter().chain(fields)))
}
