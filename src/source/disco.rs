//! The disk: what a plan's folder holds, and the layouts that it brings.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::lettura::{self, Kind, Lettura, Refusal, decode, kind};
use super::{File, MAX_BYTES, SourceError, io_message};

/// Folders of a plan that hold no source.
pub(super) const SKIPPED: &[&str] = &["dist", "layouts", "node_modules", "target"];
/// The file of a folder of outputs, wherever it is: nothing in it is a source.
pub(super) const MANIFEST: &str = "manifest.json";

/// Reads what `folder` holds: TOML files at the top only, texts and tables everywhere.
pub(super) fn collect(
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
        // What is no link is where its folder is.
        let linked = entry.file_type().map_err(failed)?.is_symlink();
        let inside = !linked || fs::canonicalize(&path).is_ok_and(|real| real.starts_with(root));
        if inside && path.is_dir() {
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
            _ if kind == Kind::Workbook && lettura::genere(&name).is_none() => {
                Lettura::refused(Refusal::OldWorkbook)
            }
            Some(right) => Lettura::refused(Refusal::Renamed(right.into())),
            // A plan's folder may hold many that it does not name.
            None if matches!(kind, Kind::Image | Kind::Pdf) => {
                let file = File::new(format!("{prefix}{name}"), kind, Lettura::default());
                files.push(File { place: Some(path), ..file });
                continue;
            }
            None => read(&path, kind)?,
        };
        files.push(File::new(format!("{prefix}{name}"), kind, lettura));
    }
    Ok(())
}

/// Leaves out what is the copy of another part of the plan.
pub(super) fn refuse_copies(files: &mut [File]) {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    for file in files.iter_mut().filter(|file| file.kind == Kind::Toml) {
        if let Some(original) = lettura::original(&file.name).filter(|name| names.contains(name)) {
            *file =
                File::new(file.name.clone(), Kind::Toml, Lettura::refused(Refusal::Copy(original)));
        }
    }
}

/// Reads a file that the plan names, after the others.
pub(super) fn later(path: &Path, kind: Kind) -> Lettura {
    match read(path, kind) {
        Ok(lettura) => lettura,
        Err(SourceError::Io(_, error)) => Lettura::refused(Refusal::Disk(io_message(&error))),
        Err(_) => Lettura::refused(Refusal::Outside),
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
        // One more than there is: the end is found without asking for more room.
        let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default() + 1);
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

/// The bytes of a file that is no part of a plan yet.
///
/// # Errors
///
/// When it is not there, is no file, is too large, or the disk refuses.
pub fn whole(path: &Path) -> Result<Vec<u8>, SourceError> {
    let failed = |error| SourceError::Io(path.to_path_buf(), error);
    let meta = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => SourceError::Missing(path.into()),
        _ => failed(error),
    })?;
    if meta.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if !meta.is_file() || meta.len() > MAX_BYTES {
        return Err(failed(io::ErrorKind::InvalidInput.into()));
    }
    steady(path, meta).map_err(failed)
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
