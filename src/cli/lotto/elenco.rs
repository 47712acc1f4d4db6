//! Which plans a command is about: those that it names, those of a folder that is none itself, those
//! of a list.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::args;
use crate::cli::exit;
use crate::cli::manifest;
use crate::cli::output::Console;
use crate::cli::piani::{MAIN, STDIN};
use crate::source;

/// The plans of a command line, in its order, each list in its own; the exit code where a list
/// cannot be read.
pub(in crate::cli) fn plans(
    named: &args::Plans,
    lotto: &args::Lotto,
    output: &Console,
) -> Result<Vec<PathBuf>, u8> {
    let mut paths = match &lotto.plans_from {
        Some(list) => listed(list).map_err(|error| {
            let said = source::io_message(&error);
            let message = format!("non riesco a leggere l’elenco {}: {said}", list.display());
            output.fail(None, exit::DISK, &message, &[])
        })?,
        None => Vec::new(),
    };
    if lotto.plans_from.is_none() || !named.plans.is_empty() {
        paths.extend(named.paths());
    }
    let mut plans: Vec<PathBuf> = paths.into_iter().flat_map(expanded).collect();
    if let Some(share) = lotto.shard {
        plans.retain(|path| share.holds(path));
    }
    Ok(plans)
}

/// The paths of a list: one a line, or ended by NUL where there is one.
fn listed(list: &Path) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    if list == Path::new(STDIN) {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(list)?;
    }
    let text = String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData)?;
    let end = if text.contains('\0') { '\0' } else { '\n' };
    let lines = text.split(end).map(|line| line.strip_suffix('\r').unwrap_or(line));
    Ok(lines.filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// The plans that a path stands for: itself, unless it is a folder that holds no part of a plan and
/// has plans inside.
fn expanded(path: PathBuf) -> Vec<PathBuf> {
    let mut inside = Vec::new();
    if path.is_dir() && !has_toml(&path) {
        gather(&path, &mut inside);
    }
    if inside.is_empty() { vec![path] } else { inside }
}

/// The plans inside a folder, in order of path. A plan holds no others; links are not followed.
fn gather(folder: &Path, plans: &mut Vec<PathBuf>) {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    for inner in folders {
        if inner.join(MAIN).is_file() {
            plans.push(inner);
        } else if !inner.join(manifest::NAME).is_file() {
            gather(&inner, plans);
        }
    }
}

fn has_toml(folder: &Path) -> bool {
    let is_toml = |path: PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| is_toml(entry.path()))
}
