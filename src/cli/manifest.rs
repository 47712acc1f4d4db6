//! `manifest.json`: what was written, with a hash for the act of adoption.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::diag::Tally;
use crate::render::Artifact;
use crate::source::Source;
use crate::view::document::Documento;

/// Name of the manifest.
pub(super) const NAME: &str = "manifest.json";

/// The outputs of a build.
#[derive(Debug, Serialize)]
pub(super) struct Manifest<'a> {
    programma: &'static str,
    versione: &'static str,
    ente: &'a str,
    triennio: &'a str,
    stato: &'a str,
    /// Hash of the source: names and texts of its files, in order.
    sorgente_sha256: String,
    rilievi: Tally,
    file: Vec<Listed>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Listed {
    percorso: String,
    #[serde(default)]
    contenuto: String,
    byte: usize,
    sha256: String,
}

impl<'a> Manifest<'a> {
    pub(super) fn new(
        source: &Source,
        document: &'a Documento,
        rilievi: Tally,
        artifacts: &[Artifact],
    ) -> Self {
        let file = artifacts
            .iter()
            .map(|artifact| Listed {
                percorso: artifact.path.clone(),
                contenuto: artifact.what.into(),
                byte: artifact.bytes.len(),
                sha256: hex(&Sha256::digest(&artifact.bytes)),
            })
            .collect();
        Self {
            programma: env!("CARGO_PKG_NAME"),
            versione: env!("CARGO_PKG_VERSION"),
            ente: &document.ente,
            triennio: &document.triennio,
            stato: &document.stato.chiave,
            sorgente_sha256: source_hash(source),
            rilievi,
            file,
        }
    }

    pub(super) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

fn source_hash(source: &Source) -> String {
    let mut hash = Sha256::new();
    for file in &source.files {
        for piece in [file.name.as_bytes(), file.text.as_bytes()] {
            hash.update((piece.len() as u64).to_be_bytes());
            hash.update(piece);
        }
    }
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A file of an output folder that no earlier build wrote, if there is one: replacing the folder
/// would lose it.
pub(super) fn foreign_file(folder: &Path) -> Option<String> {
    #[derive(Deserialize)]
    struct Old {
        file: Vec<Listed>,
    }
    let old: Option<Old> = fs::read_to_string(folder.join(NAME))
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok());
    let mut known: BTreeSet<String> =
        old.into_iter().flat_map(|old| old.file).map(|entry| entry.percorso).collect();
    known.insert(NAME.into());
    first_unknown(folder, "", &known)
}

fn first_unknown(folder: &Path, prefix: &str, known: &BTreeSet<String>) -> Option<String> {
    let mut entries: Vec<_> = fs::read_dir(folder).ok()?.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    entries.into_iter().find_map(|entry| {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            first_unknown(&entry.path(), &format!("{name}/"), known)
        } else {
            (!known.contains(&name)).then_some(name)
        }
    })
}
