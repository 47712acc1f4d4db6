//! Writes what was made: all of it or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Why the outputs could not be written, and where.
#[derive(Debug)]
pub struct WriteError {
    /// The path that the disk refused.
    pub path: PathBuf,
    /// What the disk said.
    pub cause: io::Error,
}

/// Writes files under `folder`, which is made when it is not there. Everything is staged beside
/// the folder first; then the folder takes the new files at once. Files that an earlier build
/// left and this one does not make are gone.
///
/// # Errors
///
/// When the disk refuses; the folder is then as it was.
pub fn all<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    folder: &Path,
) -> Result<(), WriteError> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |cause| WriteError { path, cause }
    };
    if folder.exists() && !folder.is_dir() {
        return Err(failed(folder)(io::Error::from(io::ErrorKind::NotADirectory)));
    }
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(failed(parent))?;
    if folder.exists() {
        // A folder that cannot be written to is found now, before anything moves.
        tempfile::tempfile_in(folder).map_err(failed(folder))?;
    }
    let stage = TempDir::with_prefix_in(".piao-", parent).map_err(failed(parent))?;
    let fresh = stage.path().join("nuovo");
    fs::create_dir(&fresh).map_err(failed(&fresh))?;
    for (name, bytes) in files {
        let path = fresh.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::write(&path, bytes).map_err(failed(&path))?;
        fs::File::open(&path).and_then(|file| file.sync_all()).map_err(failed(&path))?;
    }
    let old = stage.path().join("vecchio");
    let existed = folder.exists();
    if existed {
        fs::rename(folder, &old).map_err(failed(folder))?;
    }
    if let Err(cause) = fs::rename(&fresh, folder) {
        if existed {
            fs::rename(&old, folder).map_err(failed(folder))?;
        }
        return Err(failed(folder)(cause));
    }
    Ok(())
}

/// Whether a folder is not there, or holds nothing.
#[must_use]
pub fn is_empty(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}
