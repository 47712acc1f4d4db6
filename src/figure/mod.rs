//! Figures: geometry in integers, tenths of a millimetre, drawn by every renderer alike.
//!
//! A figure decides where its marks are; a renderer only draws them, each by its kind. No float,
//! no platform trigonometry: the same plan gives the same figure on every machine.

mod anelli;
mod etichette;
pub mod mappa;
mod testo;

use schemars::JsonSchema;
use serde::Serialize;

/// Width at which a figure is laid out for every output: that of an A4 page's text.
pub const LARGHEZZA: i32 = 1700;

/// A drawing whose every mark is placed. Lengths are tenths of a millimetre; the origin is the
/// top left corner and `y` grows downwards. It repeats what the rows of its figure say: without
/// marks, those say it alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Disegno {
    /// Width.
    pub larghezza: i32,
    /// Height.
    pub altezza: i32,
    /// Marks, in the order in which they cover one another and are read.
    pub segni: Vec<Segno>,
}

/// A mark of a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "tipo", rename_all = "snake_case")]
pub enum Segno {
    /// A straight line, that leads nowhere and says nothing.
    Linea(Linea),
    /// A disc with its label, leading to an anchor.
    Disco(Disco),
}

/// A straight line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Linea {
    /// Start.
    pub x1: i32,
    /// Start.
    pub y1: i32,
    /// End.
    pub x2: i32,
    /// End.
    pub y2: i32,
    /// Hue.
    pub tinta: Tinta,
}

/// A disc with its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Disco {
    /// Anchor that the disc leads to.
    pub rinvio: String,
    /// Hue.
    pub tinta: Tinta,
    /// Centre.
    pub x: i32,
    /// Centre.
    pub y: i32,
    /// Radius.
    pub r: i32,
    /// Lines of text.
    pub righe: Vec<Scritta>,
}

/// A line of text, centred on `x`, its base line on `y`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scritta {
    /// The text.
    pub testo: String,
    /// Middle of the line.
    pub x: i32,
    /// Base line.
    pub y: i32,
    /// Font size.
    pub corpo: i32,
    /// Whether it is set in bold.
    pub forte: bool,
}

/// What gives a mark its hue; a layout knows it by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "u8")]
#[schemars(with = "u8")]
pub enum Tinta {
    /// No section: 0.
    Neutra,
    /// A section of the scheme: 1 to 4.
    Sezione(u8),
    /// The public values: 5.
    Valori,
}

impl From<Tinta> for u8 {
    fn from(tinta: Tinta) -> Self {
        match tinta {
            Tinta::Neutra => 0,
            Tinta::Sezione(numero) => numero,
            Tinta::Valori => 5,
        }
    }
}
