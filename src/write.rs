//! Writes what was made: all of it or nothing. At no moment is the folder without a whole set of
//! files, whoever looks at it and whenever the program is stopped.

mod stage;
mod swap;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use stage::Stage;

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

impl WriteError {
    /// How an error about a path is told.
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |cause| Self { path, cause, kept: None }
    }
}

/// How files are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cura {
    /// So that they are there whatever happens to the machine.
    #[default]
    Durevole,
    /// As fast as the system takes them: they will be written again before long.
    Svelta,
}

/// A folder that is about to be replaced, and by nobody else meanwhile.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    parent: PathBuf,
    /// The folder as it was found, locked where the system can lock one.
    _lock: Option<File>,
    /// Whether it was not there: an empty one holds its place, so that who comes next waits too.
    is_new: bool,
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.is_new {
            // Nothing was put into it, or it cannot be removed.
            _ = fs::remove_dir(&self.folder);
        }
    }
}

impl Place {
    /// Waits until nobody else writes to `folder`, and takes it. What a run that was stopped has
    /// left beside it goes; what it had moved away comes back.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or something that is no folder stands there.
    pub fn claim(folder: &Path) -> Result<Self, WriteError> {
        if folder.exists() && !folder.is_dir() {
            return Err(WriteError::at(folder)(io::ErrorKind::NotADirectory.into()));
        }
        let parent = match folder.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent).map_err(WriteError::at(parent))?;
        stage::sweep(parent);
        let (lock, is_new) = lock(folder).map_err(WriteError::at(folder))?;
        if folder.exists() {
            // A folder that cannot be written to is found now, before anything moves.
            tempfile::tempfile_in(folder).map_err(WriteError::at(folder))?;
        }
        Ok(Self { folder: folder.into(), parent: parent.into(), _lock: lock, is_new })
    }

    /// Writes files under the folder, which is made when it is not there. Everything is staged
    /// beside it first; then it takes the new files at once. Files that an earlier build left and
    /// this one does not make are gone.
    ///
    /// # Errors
    ///
    /// When the disk refuses. The folder is then as it was, or [`WriteError::kept`] says where what
    /// it held is now.
    pub fn fill<'a>(
        self,
        files: impl Iterator<Item = (&'a str, &'a [u8])>,
        cura: Cura,
    ) -> Result<(), WriteError> {
        let stage = Stage::beside(&self.parent)?;
        let fresh = stage.fresh();
        for (name, bytes) in files {
            let path = fresh.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(WriteError::at(parent))?;
            }
            fs::write(&path, bytes).map_err(WriteError::at(&path))?;
            if cura == Cura::Durevole {
                File::open(&path)
                    .and_then(|file| file.sync_all())
                    .map_err(WriteError::at(&path))?;
            }
        }
        swap::swap(stage, &self.folder)
    }
}

/// Writes files under `folder`, as [`Place::fill`] does.
///
/// # Errors
///
/// Those of [`Place::claim`] and [`Place::fill`].
pub fn all<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    folder: &Path,
) -> Result<(), WriteError> {
    Place::claim(folder)?.fill(files, Cura::Durevole)
}

/// Locks a folder, where the system can, and tells whether it had to be made. Whoever held it may have put another in
/// its place: that is the one to lock then.
fn lock(folder: &Path) -> io::Result<(Option<File>, bool)> {
    let mut is_new = false;
    loop {
        is_new |= fs::create_dir(folder).is_ok();
        let Ok(file) = File::open(folder) else { return Ok((None, is_new)) };
        match file.lock() {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok((None, is_new)),
            Err(error) => return Err(error),
        }
        if is_still(&file, folder) {
            return Ok((Some(file), is_new));
        }
        is_new = false;
    }
}

/// Whether an open folder is the one that stands at a path.
#[cfg(unix)]
fn is_still(file: &File, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let same = |own: fs::Metadata, there: fs::Metadata| {
        (own.dev(), own.ino()) == (there.dev(), there.ino())
    };
    file.metadata().is_ok_and(|own| fs::metadata(folder).is_ok_and(|there| same(own, there)))
}

#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

/// Whether a folder is not there, or holds nothing.
#[must_use]
pub fn is_empty(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}
