//! Figures: geometry in integers, tenths of a millimetre, drawn by every renderer alike.
//!
//! A figure decides where things are; a renderer only draws them. No float, no platform
//! trigonometry: the same view gives the same figure on every machine.

mod anelli;
mod etichette;
pub mod mappa;
mod testo;

use serde::Serialize;

/// A drawing whose every mark is placed. Lengths are tenths of a millimetre; the origin is the
/// top left corner and `y` grows downwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figura {
    /// Anchor.
    pub id: String,
    /// Title.
    pub titolo: String,
    /// Text alternative.
    pub descrizione: String,
    /// Width.
    pub larghezza: i32,
    /// Height.
    pub altezza: i32,
    /// Lines behind the discs.
    pub linee: Vec<Linea>,
    /// Discs, in reading order.
    pub dischi: Vec<Disco>,
}

/// A straight line between two discs' edges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Linea {
    /// Start.
    pub x1: i32,
    /// Start.
    pub y1: i32,
    /// End.
    pub x2: i32,
    /// End.
    pub y2: i32,
    /// Hue, as in [`Disco::tinta`].
    pub tinta: u8,
}

/// A disc with its label, leading to an anchor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disco {
    /// Anchor that the disc leads to.
    pub rinvio: String,
    /// Whole name, for those who do not see the drawing.
    pub nome: String,
    /// Hue: 1 to 4 for the sections, 0 for the centre, 5 for the values.
    pub tinta: u8,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
