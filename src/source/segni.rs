//! Whether anything in a plan's folder has changed: what the disk says of its files, none of which is
//! opened.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use super::disco::{self, MANIFEST, SKIPPED};

/// What the disk says of each file of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Segni(Vec<(PathBuf, u64, Option<Duration>)>);

/// The folder of layouts, which is read apart.
const LAYOUTS: &str = "layouts";

impl Segni {
    /// Those of a plan's folder, its layouts included and its outputs left out.
    #[must_use]
    pub fn of(plan: &Path) -> Self {
        let mut signs = Self::default();
        signs.gather(&disco::folder(plan));
        signs.0.sort();
        signs
    }

    fn gather(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (name, path) = (entry.file_name(), entry.path());
            let name = name.to_string_lossy();
            let is_left = name != LAYOUTS && SKIPPED.contains(&&*name);
            if name.starts_with('.') || is_left {
                continue;
            }
            let Ok(meta) = entry.metadata() else { continue };
            if !meta.is_dir() {
                let time = meta.modified().ok();
                let time = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
                self.0.push((path, meta.len(), time));
            } else if !path.join(MANIFEST).is_file() {
                self.gather(&path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_changes_in_a_plan_is_seen_and_its_outputs_are_not() {
        let home = TempDir::new().expect("a temporary folder");
        let write = |name: &str, text: &str| {
            let path = home.path().join(name);
            fs::create_dir_all(path.parent().expect("inside")).expect("ours");
            fs::write(path, text).expect("ours");
        };
        write("piao.toml", "a");
        let before = Segni::of(home.path());
        write("dist/manifest.json", "{}");
        write("uscite/manifest.json", "{}");
        write(".nascosto", "x");
        assert_eq!(Segni::of(home.path()), before);
        assert_eq!(Segni::of(&home.path().join("piao.toml")), before);
        for (name, text) in [("testi/t.md", "b"), ("layouts/tema.toml", "c"), ("piao.toml", "ab")] {
            let before = Segni::of(home.path());
            write(name, text);
            assert_ne!(Segni::of(home.path()), before, "{name}");
        }
    }
}
