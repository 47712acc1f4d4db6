//! The plans that a command line names: folders, files of theirs, or standard input.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::Command;
use super::exit;
use super::output::Console;
use crate::Plan;
use crate::source::{Source, SourceError};

/// The file that a folder has when it is a plan.
pub(super) const MAIN: &str = "piao.toml";
/// The name that a command line gives to standard input.
pub(super) const STDIN: &str = "-";

/// A plan, as the command line names it.
pub(super) struct Chiamato {
    /// The plan. Its name is the one that it was called by.
    pub(super) plan: Plan,
    /// Its folder, or the one file that it is made of; nothing for standard input.
    pub(super) path: Option<PathBuf>,
    /// The file that was named, when it is a part of the plan around it.
    pub(super) file: Option<u32>,
}

/// Whether a command names standard input more than once: the second time nothing is left of it.
pub(super) fn stdin_again(command: &Command) -> bool {
    let plans = match command {
        Command::Check(args) => &args.plans,
        Command::Status(args) => &args.plans,
        Command::Build(args) => &args.plans,
        Command::View(args) => &args.plans,
        _ => return false,
    };
    plans.paths().iter().filter(|path| path.as_path() == Path::new(STDIN)).count() > 1
}

/// Reads a plan, or says why it cannot be read and gives the exit code.
pub(super) fn read(path: &Path, output: &Console) -> Result<Chiamato, u8> {
    let name = path.display().to_string();
    let read = if path == Path::new(STDIN) { from_stdin() } else { from_disk(path) };
    let mut called = read.map_err(|error| {
        let helps: &[String] = match error {
            SourceError::Missing(_) => &["«piao init» ne crea uno".into()],
            SourceError::Io(..) | SourceError::Outside(_) => &[],
        };
        output.fail(Some(&name), exit::DISK, &error.to_string(), helps)
    })?;
    called.plan.source.name = name;
    Ok(called)
}

fn from_stdin() -> Result<Chiamato, SourceError> {
    let mut bytes = Vec::new();
    let failed = |error| SourceError::Io(STDIN.into(), error);
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
    let plan = Plan::parse(Source::from_bytes(STDIN, MAIN, &bytes));
    Ok(Chiamato { plan, path: None, file: None })
}

fn from_disk(path: &Path) -> Result<Chiamato, SourceError> {
    let Some((folder, name)) = around(path) else {
        let plan = Plan::read(path)?;
        return Ok(Chiamato { plan, path: Some(path.into()), file: None });
    };
    let alone = if is_toml(path) && name != MAIN { Some(Plan::read(path)?) } else { None };
    // A file that says which plan it is stands alone, whatever lies beside it.
    if let Some(plan) = alone.filter(|plan| plan.says("piao")) {
        return Ok(Chiamato { plan, path: Some(path.into()), file: None });
    }
    let plan = Plan::read(&folder)?;
    let file = plan.source.files.iter().position(|file| file.name == name);
    let file = file.and_then(|file| u32::try_from(file).ok());
    Ok(Chiamato { plan, path: Some(folder), file })
}

/// The folder of the plan that a path leads into, or the one file that the plan is made of.
pub(super) fn place(path: &Path) -> PathBuf {
    match around(path) {
        Some((_, name)) if is_toml(path) && name != MAIN && stands_alone(path) => path.into(),
        Some((folder, _)) => folder,
        None => path.into(),
    }
}

/// Whether a file says which plan it is, whatever lies beside it.
fn stands_alone(path: &Path) -> bool {
    Plan::read(path).is_ok_and(|plan| plan.says("piao"))
}

/// The folder of the plan that a file is a part of, and the name of the file inside it.
fn around(path: &Path) -> Option<(PathBuf, String)> {
    if !path.is_file() {
        return None;
    }
    let holds = |folder: &&Path| folder.join(MAIN).is_file();
    let mut folders = path.ancestors().skip(1);
    let folder = if is_toml(path) { folders.next().filter(holds) } else { folders.find(holds) }?;
    let name = path.strip_prefix(folder).ok()?;
    let steps: Vec<_> = name.iter().map(OsStr::to_string_lossy).collect();
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Some((folder.into(), steps.join("/")))
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}
