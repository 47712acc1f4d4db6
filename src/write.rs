//! Writes what was made: all of it or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Folders of the stage: what is being written, and what stood in its place.
const FRESH: &str = "nuovo";
const OLD: &str = "vecchio";

/// Why the outputs could not be written, and where.
#[derive(Debug)]
pub struct WriteError {
    /// The path that the disk refused.
    pub path: PathBuf,
    /// What the disk said.
    pub cause: io::Error,
    /// Where the files that stood there are kept, when they could not be put back.
    pub kept: Option<PathBuf>,
}

/// Writes files under `folder`, which is made when it is not there. Everything is staged beside
/// the folder first; then the folder takes the new files at once. Files that an earlier build
/// left and this one does not make are gone.
///
/// # Errors
///
/// When the disk refuses. The folder is then as it was, or [`WriteError::kept`] says where what it
/// held is now.
pub fn all<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    folder: &Path,
) -> Result<(), WriteError> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |cause| WriteError { path, cause, kept: None }
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
    let fresh = stage.path().join(FRESH);
    fs::create_dir(&fresh).map_err(failed(&fresh))?;
    for (name, bytes) in files {
        let path = fresh.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::write(&path, bytes).map_err(failed(&path))?;
        fs::File::open(&path).and_then(|file| file.sync_all()).map_err(failed(&path))?;
    }
    swap(stage, folder, |from, to| fs::rename(from, to))
}

/// Puts the fresh files of a stage in the place of a folder. If that fails the old ones go back;
/// if they do not go back either, the stage stays, because nothing else holds them.
fn swap(
    stage: TempDir,
    folder: &Path,
    rename: impl Fn(&Path, &Path) -> io::Result<()>,
) -> Result<(), WriteError> {
    let failed = |cause, kept| WriteError { path: folder.to_path_buf(), cause, kept };
    let old = stage.path().join(OLD);
    let existed = folder.exists();
    if existed {
        rename(folder, &old).map_err(|cause| failed(cause, None))?;
    }
    let Err(cause) = rename(&stage.path().join(FRESH), folder) else { return Ok(()) };
    let is_lost = existed && rename(&old, folder).is_err();
    Err(failed(cause, is_lost.then(|| stage.keep().join(OLD))))
}

/// Whether a folder is not there, or holds nothing.
#[must_use]
pub fn is_empty(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with one old file, and a stage beside it with one fresh file.
    fn staged() -> (TempDir, PathBuf, TempDir) {
        let home = TempDir::new().expect("a temporary folder");
        let folder = home.path().join("dist");
        let stage = TempDir::new_in(home.path()).expect("a temporary folder");
        for (folder, text) in [(&folder, "prima"), (&stage.path().join(FRESH), "dopo")] {
            fs::create_dir(folder).expect("the folder is ours");
            fs::write(folder.join("piao.txt"), text).expect("the folder is ours");
        }
        (home, folder, stage)
    }

    fn text(folder: &Path) -> String {
        fs::read_to_string(folder.join("piao.txt")).expect("the file is there")
    }

    /// Moves a folder, unless it has one of these names.
    fn refuse(names: &[&str], from: &Path, to: &Path) -> io::Result<()> {
        if names.iter().any(|name| from.ends_with(name)) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        fs::rename(from, to)
    }

    #[test]
    fn fresh_files_take_the_place_of_the_old() {
        let (_home, folder, stage) = staged();
        swap(stage, &folder, |from, to| fs::rename(from, to)).expect("nothing refuses");
        assert_eq!(text(&folder), "dopo");
    }

    #[test]
    fn old_files_go_back_when_the_fresh_do_not_come() {
        let (_home, folder, stage) = staged();
        let error = swap(stage, &folder, |from, to| refuse(&[FRESH], from, to)).expect_err("no");
        assert_eq!((error.path.as_path(), error.kept), (folder.as_path(), None));
        assert_eq!(text(&folder), "prima");
    }

    #[test]
    fn old_files_that_cannot_go_back_are_kept_and_named() {
        let (_home, folder, stage) = staged();
        let error =
            swap(stage, &folder, |from, to| refuse(&[FRESH, OLD], from, to)).expect_err("no");
        assert_eq!(text(&error.kept.expect("the old files are somewhere")), "prima");
        assert!(!folder.exists());
    }
}
