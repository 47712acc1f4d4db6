//! What becomes of a field in the plan of the next year.

use serde::Deserialize;

/// What becomes of a field in the plan of the next year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Riporto {
    /// It says the same: identity, structure, values.
    #[default]
    Resta,
    /// It is of the plan that was: the act of adoption, a revision.
    Cade,
    /// It is the result of a year, and the next has its own to write.
    DaScrivere,
    /// It was said of a day that is past, and may be so no more.
    DaConfermare,
    /// A day or a year by which something is done: one that is past moves by a year, to be confirmed.
    Sposta,
    /// The year of a record: that of a year that is past goes.
    Scade,
    /// A list of values by year: that of the year that is past is what the field of this name was to
    /// be.
    Diventa(String),
}

impl TryFrom<String> for Riporto {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.as_str() {
            "resta" => Self::Resta,
            "cade" => Self::Cade,
            "da_scrivere" => Self::DaScrivere,
            "da_confermare" => Self::DaConfermare,
            "sposta" => Self::Sposta,
            "scade" => Self::Scade,
            other => match other.strip_prefix("diventa ") {
                Some(key) => Self::Diventa(key.into()),
                None => return Err(format!("nessun riporto è «{text}»")),
            },
        })
    }
}
