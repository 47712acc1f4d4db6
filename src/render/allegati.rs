//! The source of the plan as the PDF carries it: its files, each as it is, and the list of them.

use std::path::Path;

use serde::Serialize;
use serde_json::json;

use super::Sorgente;
use crate::impronta;
use crate::view::testi;

/// Name under which the list of the files is attached.
pub const ATTACHMENT: &str = "sorgente.json";
/// Folder of the attached files.
pub const FOLDER: &str = "sorgente/";
/// Folder in which the layouts find what they attach, by number.
const ROOM: &str = "allegati/";

/// A file to be attached, as the layouts read it.
#[derive(Debug, Serialize)]
pub(super) struct Allegato {
    /// Name under which it is attached.
    nome: String,
    /// Virtual file that holds it.
    dato: String,
    mime: &'static str,
    descrizione: String,
    relazione: &'static str,
}

/// What is attached, and the virtual files that hold it.
pub(super) fn all(source: &[Sorgente<'_>]) -> (Vec<Allegato>, Vec<(String, Vec<u8>)>) {
    let list = Allegato {
        nome: format!("/{ATTACHMENT}"),
        dato: format!("/{ROOM}0"),
        mime: "application/json",
        descrizione: testi::ELENCO_SORGENTE.into(),
        relazione: "source",
    };
    let (mut attached, mut files) = (vec![list], vec![(format!("{ROOM}0"), index(source))]);
    for (number, file) in (1..).zip(source) {
        let (mime, relazione) = kind(file.percorso);
        attached.push(Allegato {
            nome: format!("/{FOLDER}{}", file.percorso.replace('\\', "_")),
            dato: format!("/{ROOM}{number}"),
            mime,
            descrizione: format!("{} {}", testi::FILE_SORGENTE, file.percorso),
            relazione,
        });
        files.push((format!("{ROOM}{number}"), file.bytes.to_vec()));
    }
    (attached, files)
}

/// The list of the files, each with its size and its hash.
fn index(source: &[Sorgente<'_>]) -> Vec<u8> {
    let one = |file: &Sorgente<'_>| {
        json!({
            "percorso": file.percorso,
            "byte": file.bytes.len(),
            "sha256": impronta::of(file.bytes),
        })
    };
    let files: Vec<_> = source.iter().map(one).collect();
    format!("{:#}\n", json!({ "file": files })).into_bytes()
}

/// What a file is, by its name, and what it is to the document.
fn kind(name: &str) -> (&'static str, &'static str) {
    match Path::new(name).extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "toml" => ("application/toml", "source"),
        "md" => ("text/markdown", "source"),
        "csv" => ("text/csv", "data"),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "data"),
        "ods" => ("application/vnd.oasis.opendocument.spreadsheet", "data"),
        "png" => ("image/png", "supplement"),
        "jpg" | "jpeg" => ("image/jpeg", "supplement"),
        "svg" => ("image/svg+xml", "supplement"),
        "pdf" => ("application/pdf", "supplement"),
        _ => ("application/octet-stream", "source"),
    }
}
