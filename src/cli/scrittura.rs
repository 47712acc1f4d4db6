//! The outputs of one plan on their way to its folder.

use std::fs;
use std::path::Path;

use super::exit;
use super::manifest::{self, Before};
use super::output::Console;
use crate::render::Artifact;
use crate::write::{Cura, Place, WriteError};

/// Why nothing was written.
pub(super) enum Ostacolo {
    /// The folder holds what nobody could make again.
    Cartella(String),
    /// The disk refuses.
    Disco(WriteError),
}

impl Ostacolo {
    /// Says it, and gives the exit code.
    pub(super) fn tell(&self, piano: &str, output: &Console) -> u8 {
        match self {
            Self::Cartella(message) => output.fail(Some(piano), exit::DISK, message, &[]),
            Self::Disco(error) => output.unwritten(Some(piano), error),
        }
    }
}

/// Puts the outputs and their manifest in the place of what a folder holds; gives the names of the
/// files that are gone.
pub(super) fn write(
    folder: &Path,
    artifacts: &[Artifact],
    manifest: &str,
    cura: Cura,
) -> Result<Vec<String>, Ostacolo> {
    // A link stays one: what it leads to is replaced.
    let real = fs::canonicalize(folder).ok();
    let out = real.as_deref().filter(|_| folder.is_symlink()).unwrap_or(folder);
    let place = Place::claim(out).map_err(Ostacolo::Disco)?;
    let before = Before::of(out, artifacts);
    if let Some(obstacle) = before.obstacle {
        return Err(Ostacolo::Cartella(format!(
            "{} contiene {obstacle}: scegli un’altra cartella con --out",
            out.display()
        )));
    }
    let files = artifacts
        .iter()
        .map(|artifact| (artifact.path.as_str(), artifact.bytes.as_slice()))
        .chain([(manifest::NAME, manifest.as_bytes())]);
    place.fill(files, cura).map_err(Ostacolo::Disco)?;
    Ok(before.gone)
}
