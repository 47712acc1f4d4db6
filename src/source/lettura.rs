//! What a file is, by its name and its bytes: which kind, which text, or why none.

use std::path::Path;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::fogli::{Genere, Guasto};
use crate::{fascicoli, immagini};

/// What a source file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A part of the plan.
    Toml,
    /// A long text.
    Markdown,
    /// A table of records.
    Csv,
    /// A workbook of a spreadsheet: what is read of it are its sheets.
    Workbook,
    /// A sheet of a workbook that the plan names.
    Sheet,
    /// An image.
    Image,
    /// A PDF.
    Pdf,
}

/// Why a file was found but not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Not UTF-8; line and character of the first wrong byte, both from 1.
    NotUtf8(usize, usize),
    /// UTF-16.
    Utf16,
    /// The workbook of a spreadsheet, called as a table.
    Workbook,
    /// A workbook as spreadsheets kept them once, `.xls`.
    OldWorkbook,
    /// A workbook that cannot be opened.
    Shut(Guasto),
    /// An image that cannot be shown.
    Image(immagini::Guasto),
    /// A PDF that cannot be carried.
    Pdf(fascicoli::Guasto),
    /// What the disk says, of a file that the plan names.
    Disk(String),
    /// The copy of another file of the plan.
    Copy(String),
    /// A part of the plan, called as a text: what it should be called.
    Renamed(String),
    /// A link that leads outside the plan's folder.
    Outside,
    /// More than the greatest size allowed.
    TooLarge,
    /// No file: a pipe or a device, which may never end.
    Special,
}

/// How the bytes of a file were understood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Codifica {
    /// UTF-8.
    #[default]
    Utf8,
    /// Windows-1252, as spreadsheets save a table.
    Windows1252,
    /// UTF-16, with its mark.
    Utf16,
}

/// The text of a file, or why it is none.
#[derive(Debug, Default)]
pub(super) struct Lettura {
    pub(super) text: String,
    pub(super) refused: Option<Refusal>,
    pub(super) codifica: Codifica,
    /// Its bytes, where they are not those of the text.
    pub(super) bytes: Vec<u8>,
}

impl Lettura {
    pub(super) fn refused(refusal: Refusal) -> Self {
        Self { refused: Some(refusal), ..Self::default() }
    }

    fn text(text: &str, codifica: Codifica, bytes: &[u8]) -> Self {
        let text = plain(text);
        let bytes = if text.as_bytes() == bytes { Vec::new() } else { bytes.to_vec() };
        Self { text, refused: None, codifica, bytes }
    }
}

/// Reads the bytes of a file. A table may be as a spreadsheet saves it; everything else is UTF-8.
pub(super) fn decode(bytes: &[u8], kind: Kind) -> Lettura {
    let table = kind == Kind::Csv;
    if matches!(kind, Kind::Workbook | Kind::Image | Kind::Pdf) {
        return Lettura { bytes: bytes.to_vec(), ..Lettura::default() };
    }
    if table && bytes.starts_with(b"PK\x03\x04") {
        return Lettura::refused(Refusal::Workbook);
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Lettura::text(text, Codifica::Utf8, bytes),
        Err(error) => error,
    };
    if let Some((coding, mark)) = Encoding::for_bom(bytes).filter(|(_, mark)| *mark == 2) {
        let (text, broken) = coding.decode_without_bom_handling(&bytes[mark..]);
        return if table && !broken {
            Lettura::text(&text, Codifica::Utf16, bytes)
        } else {
            Lettura::refused(Refusal::Utf16)
        };
    }
    if table && !bytes.contains(&0) {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        return Lettura::text(&text, Codifica::Windows1252, bytes);
    }
    let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
    let last = good.rsplit('\n').next().unwrap_or("");
    let line = good.matches('\n').count() + 1;
    Lettura::refused(Refusal::NotUtf8(line, last.chars().count() + 1))
}

/// A text without byte order mark, its lines ended by `\n`.
pub(super) fn plain(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n")
}

/// How the names of images end, those included that no output draws: whoever names one is told so.
const IMAGES: &[&str] = &[
    "png", "jpg", "jpeg", "svg", "gif", "webp", "bmp", "tif", "tiff", "avif", "heic", "emf", "eps",
];

/// What a file is for, by its name.
pub(super) fn kind(name: &str) -> Option<Kind> {
    if renamed(name).is_some() {
        return Some(Kind::Toml);
    }
    let end = Path::new(name).extension()?.to_str()?;
    match end {
        "toml" => Some(Kind::Toml),
        "md" => Some(Kind::Markdown),
        "csv" => Some(Kind::Csv),
        "xlsx" | "xls" | "ods" if !is_lock(name) => Some(Kind::Workbook),
        _ if end.eq_ignore_ascii_case("pdf") => Some(Kind::Pdf),
        _ if IMAGES.iter().any(|image| end.eq_ignore_ascii_case(image)) => Some(Kind::Image),
        _ => None,
    }
}

/// Whether a file only says that a program has another one open.
fn is_lock(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with(".~lock.")
}

/// Which workbook a file is, by its name; nothing for one that is kept as once.
pub(super) fn genere(name: &str) -> Option<Genere> {
    match Path::new(name).extension()?.to_str()? {
        "xlsx" => Some(Genere::Xlsx),
        "ods" => Some(Genere::Ods),
        _ => None,
    }
}

/// What a part of the plan should be called, when an editor has called it `piao.toml.txt`.
pub(super) fn renamed(name: &str) -> Option<&str> {
    name.strip_suffix(".txt").filter(|rest| rest.ends_with(".toml"))
}

/// The file of which another is the copy, as systems name copies: `piao - Copia (2).toml`.
pub(super) fn original(name: &str) -> Option<String> {
    let stem = name.strip_suffix(".toml")?;
    let unnumbered = stem.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let counted =
        unnumbered.filter(|(_, n)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let bare = counted.map_or(stem, |(rest, _)| rest);
    let bare = bare.strip_prefix("Copia di ").unwrap_or(bare);
    let marks = [" - Copia", " - copia", " - Copy", " (copia)", " copia", " copy"];
    let bare = marks.iter().find_map(|mark| bare.strip_suffix(mark)).unwrap_or(bare);
    (bare != stem).then(|| format!("{bare}.toml"))
}

#[cfg(test)]
mod tests {
    use super::original;

    #[test]
    fn copies_are_known_by_their_names() {
        for copy in ["piao - Copia", "piao - Copia (2)", "piao (1)", "Copia di piao", "piao copy"] {
            assert_eq!(original(&format!("{copy}.toml")).as_deref(), Some("piao.toml"), "{copy}");
        }
        for own in ["piao.toml", "2.1-valore-pubblico.toml", "piao (bis).toml", "fotocopia.toml"] {
            assert_eq!(original(own), None, "{own}");
        }
    }
}
