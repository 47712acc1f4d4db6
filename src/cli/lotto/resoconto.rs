//! What is reported of many plans: one line of JSON each, as it ends. `piao schema --resoconto`
//! describes it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cause::{self, Cause};
use crate::diag::{Severity, Tally};
use crate::plan::Carta;

/// The version: another one when a program that reads the lines has to change.
const VERSIONE: u8 = 1;

/// A plan of many.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(in crate::cli) struct Riga {
    /// Version of the line.
    #[schemars(range(min = 1, max = 1))]
    pub(in crate::cli) versione: u8,
    /// The plan, as it was called.
    pub(in crate::cli) piano: String,
    /// Exit code that this plan alone would give.
    pub(in crate::cli) esito: u8,
    /// What came of it.
    pub(in crate::cli) come: Come,
    /// Whose it is and where it stands.
    pub(in crate::cli) carta: Carta,
    /// Hash of what the outcome depends on: the program, what was asked, every file of the plan.
    pub(in crate::cli) impronta: Option<String>,
    /// How many findings.
    pub(in crate::cli) rilievi: Tally,
    /// How many of each rule.
    pub(in crate::cli) regole: Vec<DiRegola>,
    /// What was written, or stood there already.
    pub(in crate::cli) uscite: Vec<Uscita>,
    /// How long it took.
    pub(in crate::cli) millisecondi: u64,
}

/// What came of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::cli) enum Come {
    /// Checked, or written.
    Fatto,
    /// Nothing had changed: what stood there is what would be written.
    Invariato,
    /// It went no further: `esito` says why.
    Fermo,
    /// It ran out of the time that it was given.
    Scaduto,
    /// The program stopped on it.
    Guasto,
}

/// The findings of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(in crate::cli) struct DiRegola {
    /// Its code.
    pub(in crate::cli) codice: String,
    /// What they weigh.
    pub(in crate::cli) gravita: Gravita,
    /// How many.
    pub(in crate::cli) rilievi: usize,
}

/// What a finding weighs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub(in crate::cli) enum Gravita {
    /// An error.
    Errore,
    /// A warning.
    Avviso,
    /// Advice.
    Consiglio,
    /// Set aside with a reason.
    Deroga,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(in crate::cli) struct Uscita {
    /// Where it is inside the folder of the outputs.
    pub(in crate::cli) percorso: String,
    /// Its size.
    pub(in crate::cli) byte: usize,
    /// Its hash, in hexadecimal.
    pub(in crate::cli) sha256: String,
}

impl Riga {
    /// A plan of which nothing is known yet but its name.
    pub(in crate::cli) fn new(piano: &str, esito: u8, come: Come) -> Self {
        Self {
            versione: VERSIONE,
            piano: piano.into(),
            esito,
            come,
            carta: Carta::default(),
            impronta: None,
            rilievi: Tally::default(),
            regole: Vec::new(),
            uscite: Vec::new(),
            millisecondi: 0,
        }
    }

    /// Adds what was found.
    pub(in crate::cli) fn with(mut self, causes: &[Cause]) -> Self {
        self.rilievi = cause::tally(causes);
        self.regole = by_rule(causes);
        self
    }
}

/// How many findings of each rule and weight, in their order.
pub(in crate::cli) fn by_rule(causes: &[Cause]) -> Vec<DiRegola> {
    let mut counts: BTreeMap<(&str, Gravita), usize> = BTreeMap::new();
    for finding in causes.iter().flat_map(|cause| &cause.instances) {
        let gravita = match (&finding.deroga, finding.severity) {
            (Some(_), _) => Gravita::Deroga,
            (None, Severity::Errore) => Gravita::Errore,
            (None, Severity::Avviso) => Gravita::Avviso,
            (None, Severity::Consiglio) => Gravita::Consiglio,
        };
        *counts.entry((&finding.code, gravita)).or_default() += 1;
    }
    let row = |((codice, gravita), rilievi): ((&str, Gravita), usize)| DiRegola {
        codice: codice.into(),
        gravita,
        rilievi,
    };
    counts.into_iter().map(row).collect()
}

/// The JSON Schema of every line.
pub(in crate::cli) fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Riga>().to_value()
}

/// The lines of a text, the last of each plan, and how many bytes of it are whole lines; what is
/// wrong, with the number of the line, where a whole one does not read as ours.
pub(in crate::cli) fn read(text: &str) -> Result<(BTreeMap<String, Riga>, usize), usize> {
    let whole = text.rfind('\n').map_or(0, |end| end + 1);
    let mut lines = BTreeMap::new();
    for (at, line) in text[..whole].lines().enumerate() {
        let riga: Riga = serde_json::from_str(line).map_err(|_| at + 1)?;
        if riga.versione != VERSIONE {
            return Err(at + 1);
        }
        lines.insert(riga.piano.clone(), riga);
    }
    Ok((lines, whole))
}

/// A report that is being written.
#[derive(Debug)]
pub(super) struct Registro(File);

impl Registro {
    /// Opens a report, when nobody else writes it any more; gives what it says already.
    pub(super) fn open(path: &Path) -> io::Result<(Self, String)> {
        let mut file = fs::OpenOptions::new().create(true).read(true).append(true).open(path)?;
        match file.lock() {
            Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
            _ => {}
        }
        let mut text = String::new();
        file.read_to_string(&mut text)?;
        Ok((Self(file), text))
    }

    /// Keeps so many bytes of what it said.
    pub(super) fn keep(&mut self, bytes: usize) -> io::Result<()> {
        self.0.set_len(bytes as u64)
    }

    /// Adds a line, whole.
    pub(super) fn add(&mut self, riga: &Riga) -> io::Result<()> {
        let mut line = serde_json::to_string(riga)?;
        line.push('\n');
        self.0.write_all(line.as_bytes())
    }
}
