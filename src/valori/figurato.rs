//! What a plan shows or attaches beside its texts: images and PDFs, by the names of their files.

/// An image of the plan, in the place where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Immagine {
    /// Path inside the plan's folder, with `/`.
    pub percorso: String,
    /// What it says to whoever does not see it.
    pub alternativa: String,
    /// How large it is.
    pub misure: Misure,
}

/// How large an image is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Misure {
    /// Width in points of the screen.
    pub larghezza: u32,
    /// Height in points of the screen.
    pub altezza: u32,
    /// Whether it is a drawing, that is sharp however large.
    pub disegno: bool,
}

/// Points in an inch: those of a drawing, and those with which a photograph is printed sharp.
const SCHERMO: u64 = 96;
const STAMPA: u64 = 150;

impl Misure {
    /// Width on paper, in tenths of a millimetre, beyond which it would not be sharp; for a drawing,
    /// the one that it was made for.
    #[must_use]
    pub fn stampa(self) -> u32 {
        let density = if self.disegno { SCHERMO } else { STAMPA };
        u32::try_from(u64::from(self.larghezza) * 254 / density).unwrap_or(u32::MAX).max(1)
    }
}

/// A PDF that the plan carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fascicolo {
    /// Path inside the plan's folder, with `/`.
    pub percorso: String,
    /// Its pages.
    pub pagine: usize,
    /// Its size in bytes.
    pub byte: usize,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub impronta: String,
}
