//! Where files stand until they take their place: a hidden folder beside it, that says of itself
//! whether whoever made it is still at work.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::WriteError;

/// How the name of a stage begins.
const PREFIX: &str = ".piao-";
/// The file that whoever is at work keeps locked.
const MARK: &str = "al-lavoro";
/// What is being written, and what stood in its place.
const FRESH: &str = "nuovo";
const OLD: &str = "vecchio";

/// A stage of ours.
#[derive(Debug)]
pub(super) struct Stage {
    folder: TempDir,
    is_kept: bool,
    _mark: File,
}

impl Stage {
    /// A stage beside what is to be replaced.
    pub(super) fn beside(parent: &Path) -> Result<Self, WriteError> {
        loop {
            let folder = TempDir::with_prefix_in(PREFIX, parent).map_err(WriteError::at(parent))?;
            let path = folder.path().join(MARK);
            let made = File::create_new(&path).and_then(|mark| {
                hold(&mark)?;
                fs::create_dir(folder.path().join(FRESH)).map(|()| mark)
            });
            match made {
                Ok(mark) => return Ok(Self { folder, is_kept: false, _mark: mark }),
                // Somebody who sweeps has taken it for one that was left.
                Err(error) if error.kind() == io::ErrorKind::NotFound && parent.exists() => {}
                Err(error) => return Err(WriteError::at(&path)(error)),
            }
        }
    }

    /// Where new files go.
    pub(super) fn fresh(&self) -> PathBuf {
        self.folder.path().join(FRESH)
    }

    /// Where what has this path goes, while it is replaced.
    pub(super) fn old(&self, folder: &Path) -> io::Result<PathBuf> {
        old(self.folder.path(), folder)
    }

    /// Leaves the stage there, because nothing else holds what is in it.
    pub(super) fn keep(mut self) {
        self.folder.disable_cleanup(true);
        self.is_kept = true;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.is_kept {
            empty(self.folder.path());
        }
    }
}

/// Takes away all but the mark, so that who is stopped meanwhile leaves a stage that is known.
fn empty(stage: &Path) {
    for inside in [FRESH, OLD] {
        _ = fs::remove_dir_all(stage.join(inside));
    }
}

fn old(stage: &Path, folder: &Path) -> io::Result<PathBuf> {
    let name = folder.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let old = stage.join(OLD);
    fs::create_dir_all(&old)?;
    Ok(old.join(name))
}

/// Locks a file, where the system can.
fn hold(file: &File) -> io::Result<()> {
    match file.lock() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        held => held,
    }
}

/// Takes away the stages that runs which were stopped have left in a folder, after what they had
/// moved away is back in its place. What cannot be known or done is left alone.
pub(super) fn sweep(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let is_stage = entry.file_name().to_string_lossy().starts_with(PREFIX)
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_stage {
            continue;
        }
        let stage = entry.path();
        match File::options().read(true).write(true).open(stage.join(MARK)) {
            Ok(mark) if mark.try_lock().is_ok() && put_back(&stage, parent) => {
                empty(&stage);
                _ = fs::remove_dir_all(&stage);
            }
            Ok(_) => {}
            // Stopped before it began, if nothing is inside.
            Err(_) => _ = fs::remove_dir(&stage),
        }
    }
}

/// Puts back what was moved away and has nothing in its place; true if nothing is left to lose.
fn put_back(stage: &Path, parent: &Path) -> bool {
    let mut is_safe = true;
    for entry in fs::read_dir(stage.join(OLD)).into_iter().flatten().flatten() {
        let place = parent.join(entry.file_name());
        is_safe &= !place.exists() && fs::rename(entry.path(), place).is_ok();
    }
    is_safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_left_is_swept() {
        let home = TempDir::new().expect("a temporary folder");
        let ours = Stage::beside(home.path()).expect("the folder is ours");
        let left = Stage::beside(home.path()).expect("the folder is ours");
        let dead = left.folder.path().to_path_buf();
        left.keep();
        let (empty, other) = (home.path().join(".piao-vuota"), home.path().join(".piao-altro"));
        fs::create_dir(&empty).expect("ours");
        fs::create_dir(&other).expect("ours");
        fs::write(other.join("tesi.txt"), "x").expect("ours");
        sweep(home.path());
        assert!(ours.fresh().exists() && other.join("tesi.txt").exists());
        assert!(!dead.exists() && !empty.exists());
    }

    #[test]
    fn what_was_moved_away_comes_back() {
        let home = TempDir::new().expect("a temporary folder");
        let folder = home.path().join("dist");
        let left = |text: &str| {
            let stage = Stage::beside(home.path()).expect("the folder is ours");
            let old = stage.old(&folder).expect("it has a name");
            fs::create_dir(&old).expect("ours");
            fs::write(old.join("piao.txt"), text).expect("ours");
            let path = stage.folder.path().to_path_buf();
            stage.keep();
            path
        };
        let first = left("prima");
        sweep(home.path());
        assert_eq!(fs::read_to_string(folder.join("piao.txt")).expect("back"), "prima");
        assert!(!first.exists());
        let second = left("altro");
        sweep(home.path());
        assert_eq!(fs::read_to_string(folder.join("piao.txt")).expect("there"), "prima");
        assert!(second.exists(), "nothing else holds what it held");
    }
}
