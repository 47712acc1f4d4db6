//! Where the outputs of each plan go.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::piani::{self, STDIN};
use crate::source;

/// The folder that a plan in memory has when there are several.
const UNNAMED: &str = "piano";

/// The folder of the outputs of each plan; why there is none, when two plans would have the same, or
/// one has nowhere to go.
///
/// `is_one` says that the command is about one plan, and never about more: it alone fills `out`.
pub(super) fn of(
    plans: &[PathBuf],
    out: Option<&Path>,
    is_one: bool,
) -> Result<Vec<PathBuf>, String> {
    let mut seen: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut all = Vec::new();
    for plan in plans {
        let name = plan.display().to_string();
        let place = (plan != Path::new(STDIN)).then(|| piani::place(plan));
        let folder = match (out, &place) {
            (None, None) => {
                return Err("un piano letto dallo standard input vuole «--out»".into());
            }
            (None, Some(path)) => source::folder(path).join("dist"),
            (Some(out), _) if is_one => out.into(),
            (Some(out), None) => out.join(UNNAMED),
            (Some(out), Some(path)) => out.join(stem(path)),
        };
        if let Some(why) = place.as_deref().and_then(|place| unfit(&folder, place)) {
            return Err(why);
        }
        if let Some(other) = seen.insert(resolved(&folder), name.clone()) {
            let folder = folder.display();
            return Err(format!(
                "«{other}» e «{name}» finirebbero tutti e due in {folder}: compilali uno alla volta, \
                 ognuno con il suo «--out»"
            ));
        }
        all.push(folder);
    }
    Ok(all)
}

/// Why a folder cannot hold the outputs of a plan: it is the plan, holds it, or is a part of it that
/// is read.
fn unfit(folder: &Path, plan: &Path) -> Option<String> {
    let (real, own) = (resolved(folder), resolved(&source::folder(plan)));
    let what = if own == real {
        "è la cartella del piano"
    } else if own.starts_with(&real) {
        "contiene il piano"
    } else if real.starts_with(own.join("layouts")) {
        "contiene i layout del piano"
    } else {
        return None;
    };
    Some(format!("{} {what}: scegli un’altra cartella con «--out»", folder.display()))
}

/// The name of a plan's folder, or that of its only file.
fn stem(path: &Path) -> PathBuf {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    let stem = if real.is_dir() { real.file_name() } else { real.file_stem() };
    stem.unwrap_or(UNNAMED.as_ref()).into()
}

/// A folder that may not be there yet, whichever way it is written.
fn resolved(folder: &Path) -> PathBuf {
    let parent = folder.parent().map(|parent| {
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        fs::canonicalize(parent).unwrap_or_else(|_| parent.into())
    });
    match (fs::canonicalize(folder), parent, folder.file_name()) {
        (Ok(real), ..) => real,
        (Err(_), Some(parent), Some(name)) => parent.join(name),
        _ => folder.into(),
    }
}
