//! Images of a plan: PNG, JPEG and SVG, opened whole before anything is drawn with them.
//!
//! What is let in here must be drawn by every output: the same libraries open photographs that
//! the PDF opens them with, and a drawing holds nothing that runs, that leads out of its file, or
//! that one output would draw and another would not.

mod punti;
mod svg;

use crate::valori::Misure;

/// Greatest size of an image, in bytes.
const MAX_BYTES: usize = 5 * 1024 * 1024;
/// Most points of an image: opened, it takes four bytes for each.
const MAX_PUNTI: u64 = 24_000_000;

/// What an image is, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formato {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// SVG.
    Svg,
}

impl Formato {
    /// What some bytes begin as; nothing where it is none of these.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Some(Self::Jpeg);
        }
        let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
        let is_drawing = text.contains("<svg") || text.contains(":svg");
        (text.starts_with('<') && is_drawing).then_some(Self::Svg)
    }

    /// Its name on the network.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }

    /// How the name of a file of this format ends.
    #[must_use]
    pub fn fine(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Svg => "svg",
        }
    }

    /// Whether a name is that of a file of this format.
    fn is_of(self, name: &str) -> bool {
        let end = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        end == self.fine() || (self == Self::Jpeg && end == "jpeg")
    }
}

/// Why an image is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guasto {
    /// It is none of the formats that every output draws.
    Formato,
    /// It is of another format than its name says: this one.
    Nome(Formato),
    /// It has too many bytes.
    Pesante,
    /// It has too many points.
    Smisurata,
    /// It cannot be opened to its end.
    Rotta,
    /// Its colours are those of a printing press.
    Quadricromia,
    /// A drawing that does not say how large it is.
    SenzaMisure,
    /// A drawing with entities, which may never end.
    Entita,
    /// A drawing that holds what is not drawn alike everywhere, or what runs: the name of it.
    Elemento(String),
    /// A drawing that leads out of its file.
    Esterno(String),
    /// A drawing whose pieces repeat one another without end.
    Ripetuta,
    /// A drawing with a character that no font of the documents holds.
    Carattere(char),
}

/// Opens an image.
///
/// # Errors
///
/// When it cannot be drawn by every output.
pub fn read(name: &str, bytes: &[u8]) -> Result<Misure, Guasto> {
    if bytes.len() > MAX_BYTES {
        return Err(Guasto::Pesante);
    }
    let formato = Formato::of(bytes).ok_or(Guasto::Formato)?;
    if !formato.is_of(name) {
        return Err(Guasto::Nome(formato));
    }
    match formato {
        Formato::Png => punti::png(bytes),
        Formato::Jpeg => punti::jpeg(bytes),
        Formato::Svg => svg::read(bytes),
    }
}

/// Refuses what is too large to be opened.
fn within(larghezza: u64, altezza: u64) -> Result<(u32, u32), Guasto> {
    match larghezza.checked_mul(altezza) {
        Some(0) => Err(Guasto::Rotta),
        Some(points) if points <= MAX_PUNTI => {
            let small = |side| u32::try_from(side).map_err(|_| Guasto::Smisurata);
            Ok((small(larghezza)?, small(altezza)?))
        }
        _ => Err(Guasto::Smisurata),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest PNG: one point, `IHDR`, `IDAT`, `IEND`.
    fn png() -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 8, 4);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().expect("memory");
        writer.write_image_data(&[7; 32]).expect("memory");
        writer.finish().expect("memory");
        bytes
    }

    #[test]
    fn a_photograph_is_opened_to_its_end() {
        let whole = png();
        let measures = read("a.PNG", &whole).expect("a PNG");
        assert_eq!((measures.larghezza, measures.altezza, measures.stampa()), (8, 4, 13));
        assert_eq!(read("a.png", &whole[..whole.len() - 20]), Err(Guasto::Rotta));
        let mut spoilt = whole.clone();
        let at = spoilt.len() - 20;
        spoilt[at] ^= 0xff;
        assert_eq!(read("a.png", &spoilt), Err(Guasto::Rotta));
        assert_eq!(read("a.jpg", &whole), Err(Guasto::Nome(Formato::Png)));
        assert_eq!(read("a.gif", b"GIF89a"), Err(Guasto::Formato));
        assert_eq!(read("a.png", &vec![0; MAX_BYTES + 1]), Err(Guasto::Pesante));
    }

    #[test]
    fn an_image_that_says_to_be_huge_is_not_opened() {
        let mut huge = png();
        huge[16..20].copy_from_slice(&200_000_u32.to_be_bytes());
        huge[20..24].copy_from_slice(&200_000_u32.to_be_bytes());
        // Its checksum is wrong too: either way it is not opened.
        assert!(matches!(read("a.png", &huge), Err(Guasto::Rotta | Guasto::Smisurata)));
        assert_eq!(within(200_000, 200_000), Err(Guasto::Smisurata));
        assert_eq!(within(0, 4), Err(Guasto::Rotta));
    }
}
