//! A share of many plans, for one machine of several: which share a plan is in depends on the plan
//! alone, never on the others or on their order.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::cli::piani;

/// One share of several: `0/4` is the first of four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Frazione {
    index: u64,
    of: u64,
}

impl FromStr for Frazione {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(index, of)| {
            Some(Self { index: index.trim().parse().ok()?, of: of.trim().parse().ok()? })
        });
        numbers.filter(|share| share.index < share.of).ok_or_else(|| {
            "una parte si scrive I/N, con I da 0 a N-1: 0/4 è la prima di quattro".into()
        })
    }
}

impl Frazione {
    /// Whether a plan is in this share.
    pub(super) fn holds(self, path: &Path) -> bool {
        let hash = Sha256::digest(identity(path).as_bytes());
        let (head, _) = hash.split_at(8);
        let number = head.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        number % self.of == self.index
    }
}

/// What a plan is known by: its code in the national index where it says one, else the path by which
/// it was called.
fn identity(path: &Path) -> String {
    codice_ipa(&piani::place(path)).unwrap_or_else(|| path.to_string_lossy().into_owned())
}

/// The code that the plan at a path gives itself. Only the files that may hold it are read as TOML.
fn codice_ipa(plan: &Path) -> Option<String> {
    let mut files: Vec<_> = if plan.is_dir() {
        fs::read_dir(plan).ok()?.flatten().map(|entry| entry.path()).collect()
    } else {
        vec![plan.into()]
    };
    files.sort();
    let is_part = |file: &&std::path::PathBuf| {
        file.extension().is_some_and(|extension| extension == "toml") && file.is_file()
    };
    files.iter().filter(is_part).find_map(|file| {
        let text = fs::read_to_string(file).ok().filter(|text| text.contains("codice_ipa"))?;
        let table: toml::Table = toml::from_str(&text).ok()?;
        let code = table.get("anagrafica")?.get("codice_ipa")?.as_str()?.trim().to_lowercase();
        (!code.is_empty()).then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_counted_from_zero() {
        assert_eq!("0/4".parse(), Ok(Frazione { index: 0, of: 4 }));
        for wrong in ["4/4", "1", "-1/4", "0/0", "a/b"] {
            assert!(wrong.parse::<Frazione>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_plan_is_in_one_share_wherever_it_stands() {
        let home = tempfile::TempDir::new().expect("a temporary folder");
        for at in 0..40 {
            for place in ["a", "b"] {
                let plan = home.path().join(place).join(format!("{place}{at}"));
                fs::create_dir_all(&plan).expect("ours");
                let text = format!("[anagrafica]\ncodice_ipa = \"c_{at}\"\n");
                fs::write(plan.join("1-anagrafica.toml"), text).expect("ours");
            }
        }
        let mut sizes = [0; 3];
        for at in 0..40 {
            let holders = |place: &str| -> Vec<u64> {
                let plan = home.path().join(place).join(format!("{place}{at}"));
                (0..3).filter(|index| Frazione { index: *index, of: 3 }.holds(&plan)).collect()
            };
            let [one] = holders("a")[..] else { panic!("in several shares, or in none") };
            assert_eq!(holders("b"), [one], "the same administration elsewhere");
            sizes[usize::try_from(one).expect("small")] += 1;
        }
        assert!(sizes.iter().all(|size| *size > 5), "{sizes:?}");
    }
}
