//! Figures: geometry in integers, tenths of a millimetre, drawn by every renderer alike.
//!
//! A figure decides where its marks are; a renderer only draws them, each by its kind. No float,
//! no platform trigonometry: the same plan gives the same figure on every machine.

mod accanto;
pub mod barre;
pub mod flusso;
pub mod gantt;
pub mod griglia;
pub mod mappa;
mod misure;
pub mod organigramma;
pub mod persone;
pub mod riga;
pub mod striscia;
mod testo;

pub use misure::Ingombro;
use schemars::JsonSchema;
use serde::Serialize;

/// Width at which a figure is laid out for every output: that of an A4 page's text.
pub const LARGHEZZA: i32 = 1700;
/// Width of a figure among the blocks of a part, and of one inside a card.
pub const IN_PARTE: i32 = 1580;
/// See [`IN_PARTE`].
pub const IN_SCHEDA: i32 = 1280;
/// The most that a figure may be high: what goes on is another figure.
pub const PAGINA: i32 = 2200;
/// The least size of a text: 7.6 points on paper, 13 pixels on a screen.
pub const CORPO: i32 = 27;

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
    /// A straight line.
    Linea(Linea),
    /// A rectangle.
    Rettangolo(Rettangolo),
    /// A disc.
    Disco(Disco),
    /// A closed polygon: an arrow, a diamond.
    Poligono(Poligono),
    /// A ribbon between two upright segments.
    Nastro(Nastro),
    /// A line of text.
    Scritta(Scritta),
    /// Marks that lead somewhere together. A layout draws these above the others.
    Rinvio(Rinvio),
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
    /// Thickness.
    pub spessore: i32,
    /// Whether it is dashed.
    pub spezzata: bool,
    /// Hue.
    pub tinta: Tinta,
}

/// A rectangle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rettangolo {
    /// Left side.
    pub x: i32,
    /// Top side.
    pub y: i32,
    /// Width.
    pub larghezza: i32,
    /// Height.
    pub altezza: i32,
    /// Hue.
    pub tinta: Tinta,
    /// How it is filled.
    pub stile: Stile,
}

/// A disc.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Disco {
    /// Centre.
    pub x: i32,
    /// Centre.
    pub y: i32,
    /// Radius.
    pub r: i32,
    /// Hue.
    pub tinta: Tinta,
    /// How it is filled.
    pub stile: Stile,
}

/// A closed polygon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Poligono {
    /// Its corners, each `[x, y]`.
    pub punti: Vec<[i32; 2]>,
    /// Hue.
    pub tinta: Tinta,
    /// How it is filled.
    pub stile: Stile,
}

/// A ribbon as thick at its start as at its end, which are upright; in between it bends half way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Nastro {
    /// Start.
    pub x1: i32,
    /// Middle of the start.
    pub y1: i32,
    /// End.
    pub x2: i32,
    /// Middle of the end.
    pub y2: i32,
    /// Thickness.
    pub spessore: i32,
    /// How many records it stands for.
    pub elementi: usize,
    /// The anchors of the two links that it ties: a layout may light it with them. Empty where it
    /// ties none.
    pub capi: [String; 2],
    /// Hue.
    pub tinta: Tinta,
}

/// A line of text, its base line on `y`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scritta {
    /// The text.
    pub testo: String,
    /// What `allinea` says of the line stands here.
    pub x: i32,
    /// Base line.
    pub y: i32,
    /// Font size.
    pub corpo: i32,
    /// Whether it is set in bold.
    pub forte: bool,
    /// Which point of the line stands on `x`.
    pub allinea: Punto,
    /// Ink.
    pub colore: Colore,
}

/// A point of a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Punto {
    /// Its start.
    Inizio,
    /// Its middle.
    Mezzo,
    /// Its end.
    Fine,
}

/// The ink of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Colore {
    /// That of running text.
    Testo,
    /// That of what is secondary.
    Tenue,
    /// That which reads on a full hue.
    Bianco,
}

/// How a mark is filled. A hue never speaks alone: what two marks differ in is also their filling,
/// their shape or their label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stile {
    /// Filled with its hue.
    Pieno,
    /// Filled with the faint shade of its hue, outlined.
    Tenue,
    /// Outlined, the paper inside.
    Vuoto,
}

/// Marks that lead to an anchor together, and the room that they take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rinvio {
    /// The anchor.
    pub rinvio: String,
    /// What it leads to, in words: what is heard in the place of the marks.
    pub nome: String,
    /// Left side.
    pub x: i32,
    /// Top side.
    pub y: i32,
    /// Width.
    pub larghezza: i32,
    /// Height.
    pub altezza: i32,
    /// The marks: none of them leads anywhere else.
    pub segni: Vec<Segno>,
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
