//! Where the outputs of each plan go.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::piani::Chiamato;
use crate::source;

/// The folder that a plan in memory has when there are several.
const UNNAMED: &str = "piano";

/// The folder of the outputs of each plan; why there is none, when two plans would have the same, or
/// one has nowhere to go.
pub(super) fn of(plans: &[Chiamato], out: Option<&Path>) -> Result<Vec<PathBuf>, String> {
    let mut seen: BTreeMap<PathBuf, &str> = BTreeMap::new();
    let mut all = Vec::new();
    for called in plans {
        let name = called.plan.source.name.as_str();
        let folder = match (out, &called.path) {
            (None, None) => {
                return Err("un piano letto dallo standard input vuole «--out»".into());
            }
            (None, Some(path)) => source::folder(path).join("dist"),
            (Some(out), _) if plans.len() == 1 => out.into(),
            (Some(out), None) => out.join(UNNAMED),
            (Some(out), Some(path)) => out.join(stem(path)),
        };
        if let Some(other) = seen.insert(resolved(&folder), name) {
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
