//! Runs of text, the smallest pieces of a document.

use schemars::JsonSchema;
use serde::Serialize;

use crate::figure::Disegno;

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "tipo", rename_all = "snake_case")]
pub enum Tratto {
    /// Plain text.
    Testo {
        /// The text.
        testo: String,
    },
    /// Strong importance.
    Forte {
        /// Content.
        tratti: Vec<Tratto>,
    },
    /// Emphasis.
    Enfasi {
        /// Content.
        tratti: Vec<Tratto>,
    },
    /// Deleted text.
    Barrato {
        /// Content.
        tratti: Vec<Tratto>,
    },
    /// Code, as written.
    Codice {
        /// The text.
        testo: String,
    },
    /// A link outside the document.
    Link {
        /// Address, of an allowed scheme.
        url: String,
        /// Text, never empty.
        tratti: Vec<Tratto>,
    },
    /// A link to an anchor of the document.
    Rinvio {
        /// Anchor.
        id: String,
        /// Text, never empty.
        tratti: Vec<Tratto>,
        /// The same in fewer letters, for paper, where many links stand together; empty where the text is said whole.
        breve: String,
    },
    /// Words of another language.
    Straniero {
        /// Language, a BCP 47 tag.
        lingua: &'static str,
        /// The words.
        testo: String,
    },
    /// A footnote, at its mark.
    Nota {
        /// Anchor.
        id: String,
        /// Number, counted through the document.
        numero: u32,
        /// Text of the note.
        tratti: Vec<Tratto>,
    },
    /// A forced line end.
    Acapo,
    /// A small drawing, that repeats what stands beside it.
    Disegno {
        /// The drawing.
        disegno: Disegno,
    },
    /// A datum that is due and not given, as printed.
    Mancante {
        /// The text.
        testo: String,
    },
}

impl Tratto {
    /// A link to an anchor of the document.
    #[must_use]
    pub fn rinvio(id: impl Into<String>, tratti: Vec<Self>) -> Self {
        Self::Rinvio { id: id.into(), tratti, breve: String::new() }
    }

    /// The runs inside this one.
    #[must_use]
    pub fn tratti(&self) -> &[Self] {
        match self {
            Self::Forte { tratti }
            | Self::Enfasi { tratti }
            | Self::Barrato { tratti }
            | Self::Link { tratti, .. }
            | Self::Rinvio { tratti, .. }
            | Self::Nota { tratti, .. } => tratti,
            Self::Testo { .. }
            | Self::Straniero { .. }
            | Self::Codice { .. }
            | Self::Acapo
            | Self::Disegno { .. }
            | Self::Mancante { .. } => &[],
        }
    }

    /// The runs inside this one, to be changed.
    pub(super) fn tratti_mut(&mut self) -> Option<&mut Vec<Self>> {
        match self {
            Self::Forte { tratti }
            | Self::Enfasi { tratti }
            | Self::Barrato { tratti }
            | Self::Link { tratti, .. }
            | Self::Rinvio { tratti, .. }
            | Self::Nota { tratti, .. } => Some(tratti),
            Self::Testo { .. }
            | Self::Straniero { .. }
            | Self::Codice { .. }
            | Self::Acapo
            | Self::Disegno { .. }
            | Self::Mancante { .. } => None,
        }
    }
}
