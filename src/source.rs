//! Plan files as read from the disk, and places inside them.
//!
//! Everything that a plan may name is read here, once: after this module nobody opens a file.
//! Each path is resolved before it is opened, so that no link leads outside the plan's folder.

mod lettura;
mod sistema;

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::iter;
use std::ops::Range;
use std::path::{Path, PathBuf};

pub use lettura::{Codifica, Kind, Refusal};
use lettura::{Lettura, decode, kind, plain};
pub use sistema::io_message;

/// Folders of a plan that hold no source.
const SKIPPED: &[&str] = &["dist", "layouts", "node_modules", "target"];
/// The file of a folder of outputs, wherever it is: nothing in it is a source.
const MANIFEST: &str = "manifest.json";
/// Greatest size of a source file, in bytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

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
    /// First byte of each line.
    lines: Vec<usize>,
}

impl File {
    fn new(name: String, kind: Kind, lettura: Lettura) -> Self {
        let Lettura { text, refused, codifica } = lettura;
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = iter::once(0).chain(after).collect();
        Self { name, kind, text, refused, codifica, lines }
    }

    /// Line and column of a byte, both from 1, columns in characters.
    fn position(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.lines.partition_point(|start| *start <= byte);
        let column = self.text[self.lines[line - 1]..byte].chars().count() + 1;
        (line, column)
    }
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
        collect(&folder, "", &root, only.as_deref(), &mut files)?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        refuse_copies(&mut files);
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
        let mut files: Vec<_> = texts
            .iter()
            .filter_map(|(name, text)| {
                let lettura = Lettura { text: plain(text), ..Lettura::default() };
                Some(File::new((*name).into(), kind(name)?, lettura))
            })
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Self { name: "piano".into(), folder: String::new(), files }
    }

    /// The path of a file as whoever called the plan finds it.
    #[must_use]
    pub fn path(&self, file: u32) -> String {
        let name = self.files.get(file as usize).map_or("piao.toml", |file| &file.name);
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

/// Reads what `folder` holds: TOML files at the top only, texts and tables everywhere.
fn collect(
    folder: &Path,
    prefix: &str,
    root: &Path,
    only: Option<&str>,
    files: &mut Vec<File>,
) -> Result<(), SourceError> {
    let failed = |error| SourceError::Io(folder.to_path_buf(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        let inside = fs::canonicalize(&path).is_ok_and(|real| real.starts_with(root));
        if inside && path.is_dir() {
            let linked = entry.file_type().is_ok_and(|t| t.is_symlink());
            let outputs = path.join(MANIFEST).is_file();
            if !linked && !outputs && !SKIPPED.contains(&name.as_str()) {
                collect(&path, &format!("{prefix}{name}/"), root, only, files)?;
            }
            continue;
        }
        let Some(kind) = kind(&name) else { continue };
        let wanted = prefix.is_empty() && only.is_none_or(|only| only == name);
        if kind == Kind::Toml && !wanted {
            continue;
        }
        let lettura = match lettura::renamed(&name) {
            _ if !inside => Lettura::refused(Refusal::Outside),
            _ if kind == Kind::Workbook => Lettura::refused(Refusal::Workbook),
            Some(right) => Lettura::refused(Refusal::Renamed(right.into())),
            None => read(&path, kind)?,
        };
        files.push(File::new(format!("{prefix}{name}"), kind, lettura));
    }
    Ok(())
}

/// Leaves out what is the copy of another part of the plan.
fn refuse_copies(files: &mut [File]) {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    for file in files.iter_mut().filter(|file| file.kind == Kind::Toml) {
        if let Some(original) = lettura::original(&file.name).filter(|name| names.contains(name)) {
            *file =
                File::new(file.name.clone(), Kind::Toml, Lettura::refused(Refusal::Copy(original)));
        }
    }
}

fn read(path: &Path, kind: Kind) -> Result<Lettura, SourceError> {
    let failed = |error| SourceError::Io(path.to_path_buf(), error);
    let meta = fs::metadata(path).map_err(failed)?;
    if !meta.is_file() {
        return Ok(Lettura::refused(Refusal::Special));
    }
    if meta.len() > MAX_BYTES {
        return Ok(Lettura::refused(Refusal::TooLarge));
    }
    steady(path, meta).map(|bytes| decode(&bytes, kind)).map_err(failed)
}

/// The bytes of a file that nobody writes to meanwhile.
fn steady(path: &Path, mut before: fs::Metadata) -> io::Result<Vec<u8>> {
    const TIMES: usize = 3;
    for _ in 0..TIMES {
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        let after = fs::metadata(path)?;
        let is_still = before.modified().ok() == after.modified().ok();
        if is_still && before.len() == after.len() && after.len() == bytes.len() as u64 {
            return Ok(bytes);
        }
        before = after;
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// The folder of a plan: itself, or the one that holds its only file.
#[must_use]
pub fn folder(path: &Path) -> PathBuf {
    if path.is_dir() {
        return path.into();
    }
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.into(),
        _ => PathBuf::from("."),
    }
}

/// The layouts that a plan brings with it, by their name below `layouts/`.
///
/// # Errors
///
/// When the disk refuses, or a link leads outside the plan's folder.
pub fn layouts(plan: &Path) -> Result<Vec<(String, Vec<u8>)>, SourceError> {
    let plan = folder(plan);
    let folder = plan.join("layouts");
    let mut files = Vec::new();
    if folder.is_dir() {
        let root = fs::canonicalize(&plan).map_err(|e| SourceError::Io(plan.clone(), e))?;
        let real = fs::canonicalize(&folder).map_err(|e| SourceError::Io(folder.clone(), e))?;
        if !real.starts_with(&root) {
            return Err(SourceError::Outside(folder));
        }
        collect_layouts(&folder, "", &real, &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn collect_layouts(
    folder: &Path,
    prefix: &str,
    root: &Path,
    files: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), SourceError> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |error| SourceError::Io(path, error)
    };
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let real = fs::canonicalize(&path).map_err(failed(&path))?;
        if !real.starts_with(root) {
            return Err(SourceError::Outside(path));
        }
        let meta = fs::metadata(&path).map_err(failed(&path))?;
        let is_linked = fs::symlink_metadata(&path).map_err(failed(&path))?.is_symlink();
        if meta.is_dir() && is_linked {
            // A folder that holds itself would never end.
            return Err(SourceError::Outside(path));
        }
        if !meta.is_dir() && (!meta.is_file() || meta.len() > MAX_BYTES) {
            return Err(SourceError::Io(path, io::ErrorKind::InvalidInput.into()));
        }
        if meta.is_dir() {
            collect_layouts(&path, &format!("{prefix}{name}/"), root, files)?;
        } else {
            let meta = fs::metadata(&path).map_err(failed(&path))?;
            if !meta.is_file() || meta.len() > MAX_BYTES {
                let unfit = io::Error::from(io::ErrorKind::InvalidInput);
                return Err(SourceError::Io(path, unfit));
            }
            files.push((format!("{prefix}{name}"), steady(&path, meta).map_err(failed(&path))?));
        }
    }
    Ok(())
}
