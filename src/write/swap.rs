//! Puts fresh files in the place of a folder: at once where the system knows how, else in two steps
//! that can be taken back.

use std::fs;
use std::io;
use std::path::Path;

use super::WriteError;
use super::stage::Stage;

/// Puts the fresh files of a stage in the place of a folder; what stood there goes with the stage.
pub(super) fn swap(stage: Stage, folder: &Path) -> Result<(), WriteError> {
    match at_once(&stage.fresh(), folder) {
        Some(done) => done.map_err(WriteError::at(folder)),
        None => in_steps(stage, folder, |from, to| fs::rename(from, to)),
    }
}

/// Exchanges two folders, or moves the first where nothing is; nothing where the system, or this
/// disk, does not know how.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn at_once(fresh: &Path, folder: &Path) -> Option<io::Result<()>> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    let flags = if folder.exists() { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
    match renameat_with(CWD, fresh, CWD, folder, flags) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => None,
        // Somebody has made the folder meanwhile, or has taken it away.
        Err(Errno::EXIST | Errno::NOENT) if fresh.exists() => {
            let flags = flags ^ (RenameFlags::EXCHANGE | RenameFlags::NOREPLACE);
            Some(renameat_with(CWD, fresh, CWD, folder, flags).map_err(io::Error::from))
        }
        done => Some(done.map_err(io::Error::from)),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn at_once(_: &Path, _: &Path) -> Option<io::Result<()>> {
    None
}

/// Moves the folder away and the fresh files in. If that fails the old ones go back; if they do not
/// go back either, the stage stays, because nothing else holds them.
fn in_steps(
    stage: Stage,
    folder: &Path,
    rename: impl Fn(&Path, &Path) -> io::Result<()>,
) -> Result<(), WriteError> {
    let failed = |cause, kept| WriteError { path: folder.to_path_buf(), cause, kept };
    let old = stage.old(folder).map_err(|cause| failed(cause, None))?;
    let existed = folder.exists();
    if existed {
        rename(folder, &old).map_err(|cause| failed(cause, None))?;
    }
    let Err(cause) = rename(&stage.fresh(), folder) else { return Ok(()) };
    if existed && rename(&old, folder).is_err() {
        stage.keep();
        return Err(failed(cause, Some(old)));
    }
    Err(failed(cause, None))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;

    /// A folder with one old file, and a stage beside it with one fresh file.
    fn staged() -> (TempDir, PathBuf, Stage) {
        let home = TempDir::new().expect("a temporary folder");
        let folder = home.path().join("dist");
        let stage = Stage::beside(home.path()).expect("the folder is ours");
        fs::create_dir(&folder).expect("the folder is ours");
        for (folder, text) in [(&folder, "prima"), (&stage.fresh(), "dopo")] {
            fs::write(folder.join("piao.txt"), text).expect("the folder is ours");
        }
        (home, folder, stage)
    }

    fn text(folder: &Path) -> String {
        fs::read_to_string(folder.join("piao.txt")).expect("the file is there")
    }

    /// Moves a folder, unless it is one of these.
    fn refuse(those: &[&Path], from: &Path, to: &Path) -> io::Result<()> {
        if those.contains(&from) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        fs::rename(from, to)
    }

    #[test]
    fn fresh_files_take_the_place_of_the_old() {
        for in_one in [true, false] {
            let (home, folder, stage) = staged();
            if in_one {
                swap(stage, &folder).expect("nothing refuses");
            } else {
                in_steps(stage, &folder, |from, to| fs::rename(from, to)).expect("nothing refuses");
            }
            assert_eq!(text(&folder), "dopo");
            assert_eq!(fs::read_dir(home.path()).expect("ours").count(), 1, "nothing is left");
        }
    }

    #[test]
    fn old_files_go_back_when_the_fresh_do_not_come() {
        let (_home, folder, stage) = staged();
        let fresh = stage.fresh();
        let error = in_steps(stage, &folder, |from, to| refuse(&[&fresh], from, to));
        let error = error.expect_err("refused");
        assert_eq!((error.path.as_path(), error.kept), (folder.as_path(), None));
        assert_eq!(text(&folder), "prima");
    }

    #[test]
    fn old_files_that_cannot_go_back_are_kept_and_named() {
        let (_home, folder, stage) = staged();
        let (fresh, old) = (stage.fresh(), stage.old(&folder).expect("it has a name"));
        let error = in_steps(stage, &folder, |from, to| refuse(&[&fresh, &old], from, to));
        assert_eq!(text(&error.expect_err("refused").kept.expect("somewhere")), "prima");
        assert!(!folder.exists());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_appears_meanwhile_is_replaced_too() {
        let (_home, folder, stage) = staged();
        at_once(&stage.fresh(), &folder).expect("Linux can").expect("nothing refuses");
        assert_eq!((text(&folder), text(&stage.fresh())), ("dopo".into(), "prima".into()));
    }
}
