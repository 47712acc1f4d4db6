//! `manifest.json`: what was written, with a hash for the act of adoption.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::lotto::resoconto::{self, Come, DiRegola, Riga, Uscita};
use crate::Plan;
use crate::build::Tolerance;
use crate::cause::{self, Cause};
use crate::diag::Tally;
use crate::impronta;
use crate::plan::Carta;
use crate::render::{self, Artifact};
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
    /// What was made of the errors, if any were admitted.
    edizione: &'static str,
    /// Hash of the source: names and texts of its files, in order.
    sorgente_sha256: String,
    /// Hash of what the outputs depend on: the same, and there is nothing to make again.
    impronta: &'a str,
    /// Whose the plan is and where it stands.
    piano: &'a Carta,
    rilievi: Tally,
    /// The findings by rule.
    regole: Vec<DiRegola>,
    file: Vec<Listed>,
}

/// A file that was written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) percorso: String,
    #[serde(default)]
    pub(super) contenuto: String,
    /// Whether one begins to read from here.
    #[serde(default)]
    pub(super) apre: bool,
    pub(super) byte: usize,
    pub(super) sha256: String,
}

/// What an earlier build made, as its manifest says it.
#[derive(Debug, Deserialize)]
pub(super) struct Fatto {
    pub(super) impronta: String,
    piano: Carta,
    pub(super) rilievi: Tally,
    regole: Vec<DiRegola>,
    pub(super) file: Vec<Listed>,
}

/// The manifest of a folder, when it has one of ours.
pub(super) fn read(folder: &Path) -> Option<Fatto> {
    serde_json::from_slice(&fs::read(folder.join(NAME)).ok()?).ok()
}

impl Fatto {
    /// Whether a folder holds these outputs as they were written, and nothing else.
    pub(super) fn is_whole(&self, folder: &Path) -> bool {
        let mut there = files(folder, "");
        there.retain(|name| name != NAME);
        let mut own: Vec<&str> = self.file.iter().map(|file| file.percorso.as_str()).collect();
        own.sort_unstable();
        there.sort_unstable();
        there == own
            && self.file.iter().all(|file| has_hash(&folder.join(&file.percorso), &file.sha256))
    }

    /// What is reported of a plan that is left as it stands.
    pub(super) fn riga(&self, piano: &str) -> Riga {
        Riga {
            carta: self.piano.clone(),
            impronta: Some(self.impronta.clone()),
            rilievi: self.rilievi,
            regole: self.regole.clone(),
            uscite: outputs(&self.file),
            ..Riga::new(piano, super::exit::FINE, Come::Invariato)
        }
    }
}

/// The outputs as a report has them.
fn outputs(file: &[Listed]) -> Vec<Uscita> {
    let one = |file: &Listed| Uscita {
        percorso: file.percorso.clone(),
        byte: file.byte,
        sha256: file.sha256.clone(),
    };
    file.iter().map(one).collect()
}

impl<'a> Manifest<'a> {
    pub(super) fn new(
        plan: &Plan,
        document: &'a Documento,
        tolerance: Tolerance,
        (invariante, piano, causes): (&'a str, &'a Carta, &[Cause]),
        artifacts: &[Artifact],
    ) -> Self {
        let file = artifacts
            .iter()
            .map(|artifact| Listed {
                percorso: artifact.path.clone(),
                contenuto: artifact.what.into(),
                apre: artifact.kind.opens(),
                byte: artifact.bytes.len(),
                sha256: impronta::of(&artifact.bytes),
            })
            .collect();
        let source = plan.sorgente();
        let source = source.iter().map(|file| (file.percorso, file.bytes));
        let edizione = match tolerance {
            Tolerance::None => "senza errori",
            Tolerance::Draft => "bozza",
            Tolerance::Listed => "con i suoi rilievi",
            Tolerance::Silent => "con i suoi rilievi, non elencati",
        };
        Self {
            programma: env!("CARGO_PKG_NAME"),
            versione: env!("CARGO_PKG_VERSION"),
            ente: &document.ente,
            triennio: &document.triennio,
            stato: &document.stato.chiave,
            edizione,
            sorgente_sha256: impronta::of_source(source),
            impronta: invariante,
            piano,
            rilievi: cause::tally(causes),
            regole: resoconto::by_rule(causes),
            file,
        }
    }

    /// The outputs as a report has them.
    pub(super) fn outputs(&self) -> Vec<Uscita> {
        outputs(&self.file)
    }

    pub(super) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

/// What an output folder holds that is gone when the folder is replaced.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// Why the folder may not be replaced: what it holds and nobody could make again.
    pub(super) obstacle: Option<String>,
    /// The files of an earlier build that this one does not make.
    pub(super) gone: Vec<String>,
}

impl Before {
    /// Looks at a folder that is to hold some outputs.
    pub(super) fn of(folder: &Path, artifacts: &[Artifact]) -> Self {
        #[derive(Deserialize)]
        struct Old {
            file: Vec<Listed>,
        }
        let old: Option<Old> = fs::read_to_string(folder.join(NAME))
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok());
        let known: BTreeMap<String, String> = old
            .into_iter()
            .flat_map(|old| old.file)
            .map(|file| (file.percorso, file.sha256))
            .collect();
        let fresh: BTreeSet<&str> = artifacts.iter().map(|file| file.path.as_str()).collect();
        let mut before = Self::default();
        for name in files(folder, "") {
            if name == NAME {
                continue;
            }
            let why = match known.get(&name) {
                None => Some("che piao non ha scritto"),
                Some(hash) if !has_hash(&folder.join(&name), hash) => {
                    Some("che è cambiato dopo l’ultima compilazione")
                }
                Some(_) if !fresh.contains(name.as_str()) && render::is_beyond(&name) => {
                    Some("che questo piao non sa rifare")
                }
                Some(_) => None,
            };
            if let Some(why) = why {
                before.obstacle = Some(format!("«{name}», {why}"));
                return before;
            }
            if !fresh.contains(name.as_str()) {
                before.gone.push(name);
            }
        }
        before
    }
}

/// Whether a file is still what was written.
fn has_hash(path: &Path, hash: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| impronta::of(&bytes) == hash)
}

/// Every file of a folder and of those inside it, in order.
fn files(folder: &Path, prefix: &str) -> Vec<String> {
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    let each = entries.into_iter().flat_map(|entry| {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { files(&entry.path(), &format!("{name}/")) } else { vec![name] }
    });
    each.collect()
}
