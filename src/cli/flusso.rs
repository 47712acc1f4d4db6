//! What programs read: a stream of JSON, one object a line, the same for every command. Each says of
//! which version the stream is and what kind of thing it is; `piao schema --flusso` describes them.

use std::path::Path;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::chiave::Chiave;
use super::manifest::Listed;
use super::quadro::Quadro;
use super::riepilogo::Riepilogo;
use super::status::Stato;
use crate::catalogo::Regola;
use crate::diag::{Tally, json};
use crate::import::Resoconto;
use crate::impronta;
use crate::riscontro::Riscontro;
use crate::view::document::Documento;

/// The version: another one when a program that reads the stream has to change.
const VERSIONE: u8 = 1;

/// A line of the stream.
#[derive(Serialize, JsonSchema)]
pub(super) struct Riga<'a> {
    /// Version of the stream.
    #[schemars(range(min = 1, max = 1))]
    versione: u8,
    #[serde(flatten)]
    evento: Evento<'a>,
}

/// What a line of the stream says.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "tipo", rename_all = "snake_case")]
pub(super) enum Evento<'a> {
    /// A finding: `check`, `build`.
    Rilievo(json::Line<'a>),
    /// A file that was written: `build`, `import`, `init`, `layouts`.
    File(File<'a>),
    /// A layout that can be changed: `layouts`.
    Layout(File<'a>),
    /// The outcome of a plan, after all that was said of it: `check`, `build`.
    Esito(Chiusura<'a>),
    /// What was understood of the files of an office: `import`.
    Importazione(Importazione<'a>),
    /// Who still owes what: `status`.
    Stato(&'a Stato),
    /// What was found of a PDF: `verify`.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "said where there is a PDF"))]
    Riscontro(&'a Riscontro),
    /// A rule: `rules`, `explain`.
    Regola(&'a Regola),
    /// A key of a plan: `explain`.
    Chiave(&'a Chiave),
    /// The document of a plan: `view`.
    Documento(Vista<'a>),
    /// Many plans in one table: `report`.
    Quadro(&'a Quadro),
    /// Something that does not stop the command, and is worth knowing.
    Avviso(Avviso<'a>),
    /// Why the command, or the plan, went no further.
    Errore(Errore<'a>),
}

/// A file that was written, or may be.
#[derive(Serialize, JsonSchema)]
pub(super) struct File<'a> {
    /// The plan, as it was called.
    piano: &'a str,
    /// Where the file is.
    percorso: String,
    /// What it is, in a word or two.
    contenuto: &'a str,
    /// Whether one begins to read from here.
    apre: bool,
    /// Its size.
    byte: usize,
    /// Its hash, in hexadecimal.
    sha256: String,
}

impl<'a> File<'a> {
    pub(super) fn new(
        piano: &'a str,
        path: &Path,
        contenuto: &'a str,
        apre: bool,
        bytes: &[u8],
    ) -> Self {
        let (percorso, byte) = (path.display().to_string(), bytes.len());
        Self { piano, percorso, contenuto, apre, byte, sha256: impronta::of(bytes) }
    }

    /// A file that stands in a folder already.
    pub(super) fn known(piano: &'a str, folder: &Path, file: &'a Listed) -> Self {
        let Listed { percorso, contenuto, apre, byte, sha256 } = file;
        let percorso = folder.join(percorso).display().to_string();
        Self { piano, percorso, contenuto, apre: *apre, byte: *byte, sha256: sha256.clone() }
    }
}

/// The outcome of a plan.
#[derive(Serialize, JsonSchema)]
pub(super) struct Chiusura<'a> {
    /// The plan, as it was called.
    pub(super) piano: &'a str,
    /// Exit code that this plan alone would give.
    pub(super) esito: u8,
    /// How many findings were said.
    pub(super) rilievi: Tally,
    /// How many findings were not, because of what the command asked for.
    pub(super) nascosti: usize,
    #[serde(flatten)]
    pub(super) riepilogo: Option<&'a Riepilogo>,
}

/// What became of the files of an office.
#[derive(Serialize, JsonSchema)]
pub(super) struct Importazione<'a> {
    /// The folder of the plan.
    pub(super) piano: &'a str,
    #[serde(flatten)]
    pub(super) resoconto: &'a Resoconto,
}

/// The document of a plan.
#[derive(Serialize, JsonSchema)]
pub(super) struct Vista<'a> {
    /// The plan, as it was called.
    pub(super) piano: &'a str,
    /// The document: `piao schema --documento` describes it.
    #[schemars(with = "serde_json::Map<String, Value>")]
    pub(super) documento: &'a Documento,
}

/// Something worth knowing.
#[derive(Serialize, JsonSchema)]
pub(super) struct Avviso<'a> {
    /// The plan, as it was called, when it is about one.
    pub(super) piano: Option<&'a str>,
    /// What.
    pub(super) messaggio: &'a str,
}

/// Why something went no further.
#[derive(Serialize, JsonSchema)]
pub(super) struct Errore<'a> {
    /// The plan, as it was called, when it is about one.
    pub(super) piano: Option<&'a str>,
    /// Exit code that this alone would give.
    pub(super) esito: u8,
    /// Why.
    pub(super) messaggio: &'a str,
    /// What to do, a sentence each.
    pub(super) aiuti: &'a [String],
}

/// A line of the stream, as text.
pub(super) fn line(evento: Evento<'_>) -> serde_json::Result<String> {
    serde_json::to_string(&Riga { versione: VERSIONE, evento })
}

/// The JSON Schema of every line.
pub(super) fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Riga<'_>>().to_value()
}
