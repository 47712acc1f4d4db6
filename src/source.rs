//! Plan files as read from the disk, and places inside them.
//!
//! Everything that a plan may name is read here, once: after this module nobody opens a file.
//! Each path is resolved before it is opened, so that no link leads outside the plan's folder.

mod disco;
mod griglia;
mod lettura;
mod segni;
mod sistema;

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::iter;
use std::ops::Range;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;

use crate::fascicoli;
use crate::fogli::{self, Foglio};
use crate::immagini;
use crate::valori::Misure;
pub use disco::{folder, layouts, whole};
pub use griglia::{Cella, Griglia};
pub use lettura::{Codifica, Kind, Refusal};
use lettura::{Lettura, decode, kind};
pub use segni::Segni;
pub use sistema::io_message;

/// Greatest size of a source file, in bytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// What stands between a workbook, a sheet of it and a cell of this.
const WITHIN: &str = " › ";

/// A stretch of one file: bytes `start..end` of the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Index of the file in [`Source::files`].
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// A stretch of the file with this index in [`Source::files`].
    #[must_use]
    pub fn new(file: usize, range: Range<usize>) -> Self {
        Self { file: small(file), start: small(range.start), end: small(range.end) }
    }

    /// The beginning of a file.
    #[must_use]
    pub fn top(file: usize) -> Self {
        Self::new(file, 0..0)
    }

    /// A stretch of this one, its bytes counted from its start; it never goes past its end.
    #[must_use]
    pub fn within(self, range: Range<usize>) -> Self {
        let at = |byte: usize| self.start.saturating_add(small(byte)).min(self.end);
        Self { start: at(range.start), end: at(range.end), ..self }
    }

    /// Its bytes in the text of the file.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A count as spans keep it: no file that is read from the disk comes near the limit.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A file of the plan.
#[derive(Debug, Clone)]
pub struct File {
    /// Path inside the plan's folder, with `/`.
    pub name: String,
    /// What it is for.
    pub kind: Kind,
    /// Text without byte order mark, lines ended by `\n`; empty when refused.
    pub text: String,
    /// Why it could not be read, if so.
    pub refused: Option<Refusal>,
    /// How its bytes were understood.
    pub codifica: Codifica,
    /// The sheet that it is, if it is one.
    pub griglia: Option<Griglia>,
    /// What it is when it is no text, once the plan has named it and it was opened.
    pub figurato: Option<Figurato>,
    /// Where it is on the disk, until somebody names it.
    place: Option<PathBuf>,
    /// Its bytes, where they are not those of the text.
    bytes: Vec<u8>,
    /// First byte of each line.
    lines: Vec<usize>,
}

impl File {
    fn new(name: String, kind: Kind, lettura: Lettura) -> Self {
        let Lettura { text, refused, codifica, bytes } = lettura;
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = iter::once(0).chain(after).collect();
        let (griglia, figurato, place) = (None, None, None);
        Self { name, kind, text, refused, codifica, griglia, figurato, place, bytes, lines }
    }

    /// A sheet of a workbook.
    fn sheet(workbook: &str, foglio: Foglio) -> Self {
        let name = format!("{workbook}{WITHIN}{}", foglio.nome);
        let (griglia, text) = Griglia::new(foglio);
        let lettura = Lettura { text, ..Lettura::default() };
        Self { griglia: Some(griglia), ..Self::new(name, Kind::Sheet, lettura) }
    }

    /// Its bytes, as they are on the disk.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        if self.bytes.is_empty() { self.text.as_bytes() } else { &self.bytes }
    }

    /// Opens an image or a PDF.
    fn open(&mut self) {
        if let Some(place) = self.place.take() {
            let Lettura { bytes, refused, .. } = disco::later(&place, self.kind);
            (self.bytes, self.refused) = (bytes, refused);
        }
        if self.refused.is_some() {
            return;
        }
        let opened = match self.kind {
            Kind::Pdf => {
                fascicoli::read(&self.bytes).map(Figurato::Fascicolo).map_err(Refusal::Pdf)
            }
            _ => immagini::read(&self.name, &self.bytes)
                .map(Figurato::Immagine)
                .map_err(Refusal::Image),
        };
        match opened {
            Ok(figurato) => self.figurato = Some(figurato),
            Err(refusal) => self.refused = Some(refusal),
        }
    }

    /// The file on the disk, and the sheet inside it where it is one.
    #[must_use]
    pub fn on_disk(&self) -> (&str, Option<&str>) {
        match self.name.split_once(WITHIN).filter(|_| self.griglia.is_some()) {
            Some((workbook, sheet)) => (workbook, Some(sheet)),
            None => (&self.name, None),
        }
    }

    /// Line and column of a byte, both from 1, columns in characters; in a sheet, row and column
    /// of its cell.
    fn position(&self, byte: usize) -> (usize, usize) {
        if let Some(griglia) = &self.griglia {
            let (row, column) = griglia.at(byte);
            return (row as usize, column as usize);
        }
        let byte = self.text.floor_char_boundary(byte);
        let line = self.lines.partition_point(|start| *start <= byte);
        let column = self.text[self.lines[line - 1]..byte].chars().count() + 1;
        (line, column)
    }
}

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figurato {
    /// An image.
    Immagine(Misure),
    /// A PDF of so many pages.
    Fascicolo(usize),
}

/// A plan as read.
#[derive(Debug, Clone)]
pub struct Source {
    /// The name the plan was called by.
    pub name: String,
    /// Its folder, as it was called; empty for a plan in memory.
    pub folder: String,
    /// Files sorted by name.
    pub files: Vec<File>,
}

/// Why a plan could not be read at all.
#[derive(Debug)]
pub enum SourceError {
    /// Nothing there.
    Missing(PathBuf),
    /// The disk said no.
    Io(PathBuf, io::Error),
    /// A link that leads elsewhere.
    Outside(PathBuf),
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => {
                write!(f, "{} non esiste", path.display())
            }
            Self::Outside(path) => {
                write!(
                    f,
                    "{} è un collegamento, e porta altrove: copia qui ciò a cui porta",
                    path.display()
                )
            }
            Self::Io(path, error) => {
                write!(f, "non riesco a leggere {}: {}", path.display(), io_message(error))
            }
        }
    }
}

impl std::error::Error for SourceError {}

impl Source {
    /// Reads a plan: a folder, or the one TOML file that it is made of.
    ///
    /// # Errors
    ///
    /// Only when the path does not exist or a folder cannot be listed; what is wrong with a
    /// single file is kept in [`File::refused`].
    pub fn load(path: &Path) -> Result<Self, SourceError> {
        let meta = fs::metadata(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => SourceError::Missing(path.into()),
            _ => SourceError::Io(path.into(), error),
        })?;
        let (folder, only) = if meta.is_dir() {
            (path.to_path_buf(), None)
        } else {
            let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
            (parent.unwrap_or(Path::new(".")).to_path_buf(), name)
        };
        let root = fs::canonicalize(&folder).map_err(|e| SourceError::Io(folder.clone(), e))?;
        let mut files = Vec::new();
        disco::collect(&folder, "", &root, only.as_deref(), &mut files)?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        disco::refuse_copies(&mut files);
        Ok(Self { name: path.display().to_string(), folder: folder.display().to_string(), files })
    }

    /// A plan of one file that is not on the disk, and the name that the plan was called by.
    #[must_use]
    pub fn from_bytes(name: &str, file: &str, bytes: &[u8]) -> Self {
        let lettura = if bytes.len() as u64 > MAX_BYTES {
            Lettura::refused(Refusal::TooLarge)
        } else {
            decode(bytes, Kind::Toml)
        };
        let file = File::new(file.into(), Kind::Toml, lettura);
        Self { name: name.into(), folder: name.into(), files: vec![file] }
    }

    /// A plan made of texts, for tests and for callers that hold the files themselves.
    #[must_use]
    pub fn from_texts(texts: &[(&str, &str)]) -> Self {
        Self::from_files(texts.iter().map(|(name, text)| (*name, text.as_bytes())))
    }

    /// A plan made of files, each with its name; of two with one name, the first.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let mut files: Vec<_> = files
            .into_iter()
            .filter_map(|(name, bytes)| {
                let kind = kind(name)?;
                Some(File::new(name.into(), kind, decode(bytes, kind)))
            })
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        files.dedup_by(|next, kept| next.name == kept.name);
        Self { name: "piano".into(), folder: String::new(), files }
    }

    /// Opens some of its workbooks: their sheets are files of the plan from then on, each after
    /// those that it had.
    pub fn open(&mut self, names: &BTreeSet<String>) {
        let mut sheets = Vec::new();
        for file in &mut self.files {
            let genere = lettura::genere(&file.name);
            let named = file.refused.is_none() && names.contains(&file.name);
            let Some(genere) = genere.filter(|_| named) else { continue };
            match fogli::read(&file.bytes, genere) {
                Ok(all) => sheets.extend(all.into_iter().map(|own| File::sheet(&file.name, own))),
                Err(guasto) => file.refused = Some(Refusal::Shut(guasto)),
            }
        }
        self.files.extend(sheets);
    }

    /// Opens the images and the PDFs that some texts of the plan name, and the tables and the long
    /// texts among its files that are named so far; gives the names of what it has opened.
    pub fn show(&mut self, texts: &[&str], named: &BTreeSet<String>) -> BTreeSet<String> {
        let is_figure = |file: &File| matches!(file.kind, Kind::Image | Kind::Pdf);
        let all: Vec<&str> =
            self.files.iter().filter(|file| is_figure(file)).map(|file| &*file.name).collect();
        let Ok(finder) = AhoCorasick::new(&all) else { return BTreeSet::new() };
        let is_named = |file: &&File| !is_figure(file) && named.contains(file.on_disk().0);
        let files = self.files.iter().filter(is_named).map(|file| file.text.as_str());
        let texts = texts.iter().copied().chain(files);
        let found = texts.flat_map(|text| finder.find_overlapping_iter(text));
        let found: BTreeSet<String> =
            found.map(|hit| all[hit.pattern().as_usize()].to_owned()).collect();
        for file in self.files.iter_mut().filter(|file| found.contains(&file.name)) {
            file.open();
        }
        found
    }

    /// The sheets of a workbook: name of the sheet, index of the file.
    pub fn sheets(&self, workbook: &str) -> impl Iterator<Item = (&str, usize)> {
        self.files.iter().enumerate().filter_map(move |(index, file)| {
            let (own, sheet) = file.on_disk();
            Some((sheet.filter(|_| own == workbook)?, index))
        })
    }

    /// The path of a file as whoever called the plan finds it, with the sheet where it is one.
    #[must_use]
    pub fn path(&self, file: u32) -> String {
        self.found(self.files.get(file as usize).map_or("piao.toml", |file| &file.name))
    }

    /// The path of the file on the disk that holds a file, and the sheet where it is one.
    #[must_use]
    pub fn on_disk(&self, file: u32) -> (String, Option<&str>) {
        let (name, sheet) =
            self.files.get(file as usize).map_or(("piao.toml", None), File::on_disk);
        (self.found(name), sheet)
    }

    /// A place as it is said in one word: `file:line:column`, or workbook, sheet and cell.
    #[must_use]
    pub fn place(&self, span: Span) -> String {
        let path = self.path(span.file);
        if let Some(cell) = self.cell(span) {
            return format!("{path}{WITHIN}{cell}");
        }
        let (line, column) = self.position(span);
        format!("{path}:{line}:{column}")
    }

    /// The name of the cell at a span's start, in a sheet: `F17`.
    #[must_use]
    pub fn cell(&self, span: Span) -> Option<String> {
        let griglia = self.files.get(span.file as usize)?.griglia.as_ref()?;
        Some(fogli::nome(griglia.at(span.start as usize)))
    }

    fn found(&self, name: &str) -> String {
        match self.folder.trim_end_matches('/') {
            "" | "." => name.to_owned(),
            folder => format!("{folder}/{name}"),
        }
    }

    /// The text under a span.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.files
            .get(span.file as usize)
            .and_then(|file| file.text.get(span.range()))
            .unwrap_or("")
    }

    /// The span of a whole file, by its index.
    #[must_use]
    pub fn whole(&self, file: usize) -> Span {
        Span::new(file, 0..self.files.get(file).map_or(0, |file| file.text.len()))
    }

    /// Some lines of a file, the first and the last counted from 1: their first byte, their text.
    #[must_use]
    pub fn lines(&self, file: u32, first: usize, last: usize) -> (usize, &str) {
        let Some(file) = self.files.get(file as usize) else { return (0, "") };
        let start = file.lines.get(first.saturating_sub(1)).copied().unwrap_or(file.text.len());
        let end = file.lines.get(last).copied().unwrap_or(file.text.len());
        (start, &file.text[start..end])
    }

    /// Line and column of a span's start, both from 1, columns in characters.
    #[must_use]
    pub fn position(&self, span: Span) -> (usize, usize) {
        let file = self.files.get(span.file as usize);
        file.map_or((1, 1), |file| file.position(span.start as usize))
    }
}
