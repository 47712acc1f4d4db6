//! The reader of a PDF that somebody brings: whether piao made it, of which plan it is, and whether
//! it is still what was made.
//!
//! It reads with a parser that shares nothing with those that write, and holds what the file says
//! of itself against its bytes, against what is attached, and against whatever else there is: the
//! plan, the manifest, the hash in the act, the same document compiled anew.

#[cfg(feature = "pdf")]
mod confronti;
#[cfg(feature = "pdf")]
mod lettura;

#[cfg(feature = "pdf")]
use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

#[cfg(feature = "pdf")]
use crate::{Plan, impronta};

/// What a PDF is held against, beside itself.
#[cfg(feature = "pdf")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Termini<'a> {
    /// The plan of which it should be.
    pub plan: Option<&'a Plan>,
    /// The hash that the act of adoption carries.
    pub atto: Option<&'a str>,
    /// The manifest beside it.
    pub manifesto: Option<&'a str>,
    /// Whether to compile it anew.
    pub rebuild: bool,
}

/// The file is no PDF, or cannot be read as one.
#[cfg(feature = "pdf")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Illeggibile;

#[cfg(feature = "pdf")]
impl std::fmt::Display for Illeggibile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("non è un PDF, o è troppo guasto per leggerlo")
    }
}

#[cfg(feature = "pdf")]
impl std::error::Error for Illeggibile {}

/// What was found of a PDF.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Riscontro {
    /// The file, as it was called.
    pub file: String,
    /// Its size.
    pub byte: usize,
    /// Its hash, in hexadecimal.
    pub sha256: String,
    /// Its pages.
    pub pagine: usize,
    /// Its title; may be empty.
    pub titolo: String,
    /// The standards that it says to keep to: `PDF/A-3a`, `PDF/UA-1`.
    pub standard: Vec<String>,
    /// Of which plan it says to be; nothing when piao did not make it.
    pub documento: Option<Dichiarato>,
    /// The files that it carries.
    pub allegati: Vec<Allegato>,
    /// What it was held against, and how that ended.
    pub confronti: Vec<Confronto>,
    /// Whether piao made it and everything agrees.
    pub integro: bool,
}

/// What a PDF made by piao says of its plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Dichiarato {
    /// The program that made it, `piao 0.1.0`.
    pub programma: String,
    /// The administration.
    pub ente: String,
    /// The three years, `2027-2029`.
    pub triennio: String,
    /// State of the plan, `adottato`; may be empty.
    pub stato: String,
    /// Version of the plan; may be empty.
    pub versione: String,
    /// As what the plan is shown: `piano`, `bozza`, `con_rilievi`.
    pub edizione: String,
    /// Its name among all plans.
    pub identificativo: String,
    /// Hash of the source.
    pub sorgente: String,
}

/// A file that a PDF carries.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Allegato {
    /// Name under which it is attached.
    pub nome: String,
    /// Its size.
    pub byte: usize,
    /// Its hash, in hexadecimal.
    pub sha256: String,
}

/// Something that a PDF was held against.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Confronto {
    /// What.
    pub con: Con,
    /// Whether they agree.
    pub uguale: bool,
    /// How, in a sentence or more.
    pub dettagli: Vec<String>,
}

/// What a PDF can be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Con {
    /// The hash that it carries of its own bytes.
    Impronta,
    /// The list of the files that it carries.
    Allegati,
    /// The hash that it carries of its source.
    Sorgente,
    /// A plan.
    Piano,
    /// The manifest beside it.
    Manifesto,
    /// The hash in the act of adoption.
    Atto,
    /// The same document, compiled anew.
    Ricompilazione,
}

/// Reads a PDF and holds it against what there is.
///
/// # Errors
///
/// When the bytes cannot be read as a PDF at all.
#[cfg(feature = "pdf")]
pub fn of(file: &Path, bytes: &[u8], termini: &Termini<'_>) -> Result<Riscontro, Illeggibile> {
    let lettura = lettura::Lettura::of(bytes).ok_or(Illeggibile)?;
    let sha256 = impronta::of(bytes);
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let confronti = confronti::all(&lettura, bytes, &sha256, &name, termini);
    let lettura::Lettura { pagine, titolo, standard, documento, allegati } = lettura;
    let integro = documento.is_some() && confronti.iter().all(|confronto| confronto.uguale);
    let described = |(nome, bytes): (String, Vec<u8>)| {
        let (byte, sha256) = (bytes.len(), impronta::of(&bytes));
        Allegato { nome, byte, sha256 }
    };
    let allegati = allegati.into_iter().map(described).collect();
    Ok(Riscontro {
        file: file.display().to_string(),
        byte: bytes.len(),
        sha256,
        pagine,
        titolo,
        standard,
        documento,
        allegati,
        confronti,
        integro,
    })
}
