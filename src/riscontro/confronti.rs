//! What a PDF is held against.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::lettura::Lettura;
use super::{Con, Confronto, Dichiarato, Termini};
use crate::Plan;
use crate::impronta::{self, Seal};
use crate::law::Law;
use crate::render::{self, ATTACHMENT, Archivio, FOLDER, Kind, Layout};
use crate::view::Veste;

/// Where the layouts of a plan are among its files.
const LAYOUTS: &str = "layouts/";
/// Names that are said one by one.
const NAMED: usize = 5;

/// The attached files of a plan, by path.
type Files<'a> = BTreeMap<&'a str, &'a [u8]>;

/// Everything that the PDF can be held against.
pub(super) fn all(
    lettura: &Lettura,
    bytes: &[u8],
    sha256: &str,
    name: &str,
    termini: &Termini<'_>,
) -> Vec<Confronto> {
    let mut out = Vec::new();
    if let Some(documento) = &lettura.documento {
        out.push(seal(bytes));
        let attached = attached(lettura);
        if has_files(lettura) {
            out.push(listed(lettura, &attached));
            out.push(source(documento, &attached));
        }
        out.extend(termini.plan.map(|plan| same_plan(documento, lettura, &attached, plan)));
    }
    let manifest = termini.manifesto.and_then(|text| manifest_hash(text, name));
    out.extend(
        manifest
            .map(|hash| same_hash(Con::Manifesto, &hash, sha256, "il manifesto accanto al file")),
    );
    out.extend(termini.atto.map(|hash| same_hash(Con::Atto, hash, sha256, "l’atto")));
    if let Some(documento) = lettura.documento.as_ref().filter(|_| termini.rebuild) {
        out.push(rebuilt(documento, lettura, &attached(lettura), termini.plan, bytes));
    }
    out
}

fn confronto(con: Con, uguale: bool, detto: impl Into<String>) -> Confronto {
    Confronto { con, uguale, dettagli: vec![detto.into()] }
}

fn seal(bytes: &[u8]) -> Confronto {
    let (whole, said) = match Seal::of(bytes) {
        Seal::Whole => (true, "i byte sono quelli di quando il file è stato fatto"),
        Seal::Broken => (false, "il file è cambiato dopo che è stato fatto"),
        Seal::None => (false, "il file non ha più la propria impronta, o ne ha più d’una"),
    };
    confronto(Con::Impronta, whole, said)
}

fn same_hash(con: Con, wanted: &str, own: &str, what: &str) -> Confronto {
    let is_same = wanted.trim().eq_ignore_ascii_case(own);
    let said = if is_same {
        format!("{what} ha l’impronta di questo file")
    } else {
        format!("{what} ha un’altra impronta: {}", wanted.trim())
    };
    confronto(con, is_same, said)
}

/// Whether the PDF is of a kind that carries files.
fn has_files(lettura: &Lettura) -> bool {
    !lettura.standard.iter().any(|standard| standard.starts_with("PDF/A-2"))
}

/// The files of the plan among those attached.
fn attached(lettura: &Lettura) -> Files<'_> {
    let files = lettura.allegati.iter();
    files
        .filter_map(|(name, bytes)| {
            Some((name.trim_start_matches('/').strip_prefix(FOLDER)?, bytes.as_slice()))
        })
        .collect()
}

/// Holds the attached files against the list of them.
fn listed(lettura: &Lettura, attached: &Files<'_>) -> Confronto {
    #[derive(Deserialize)]
    struct List {
        file: Vec<Entry>,
    }
    #[derive(Deserialize)]
    struct Entry {
        percorso: String,
        sha256: String,
    }
    let is_list = |name: &str| name.trim_start_matches('/') == ATTACHMENT;
    let list = lettura.allegati.iter().find(|(name, _)| is_list(name));
    let list = list.and_then(|(_, bytes)| serde_json::from_slice::<List>(bytes).ok());
    let Some(list) = list else {
        return confronto(Con::Allegati, false, format!("manca «{ATTACHMENT}», l’elenco dei file"));
    };
    let listed: BTreeMap<&str, &str> =
        list.file.iter().map(|entry| (entry.percorso.as_str(), entry.sha256.as_str())).collect();
    let (mut changed, mut gone) = (Vec::new(), Vec::new());
    for (path, hash) in &listed {
        match attached.get(path.replace('\\', "_").as_str()) {
            None => gone.push(*path),
            Some(bytes) if impronta::of(bytes) != *hash => changed.push(*path),
            Some(_) => {}
        }
    }
    let known = |path: &str| listed.keys().any(|own| own.replace('\\', "_") == path);
    let own = |name: &str| name.trim_start_matches('/').strip_prefix(FOLDER).map(str::to_owned);
    let others = lettura.allegati.iter().filter(|(name, _)| !is_list(name));
    let more: Vec<&str> = others
        .filter(|(name, _)| own(name).is_none_or(|path| !known(&path)))
        .map(|(name, _)| name.as_str())
        .collect();
    let double = lettura.allegati.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    changed.extend(double.map(|pair| pair[0].0.as_str()));
    told(Con::Allegati, &changed, &gone, &more, || {
        format!("{} come li dà l’elenco", count(listed.len()))
    })
}

/// Holds the attached files against the hash of the source.
fn source(documento: &Dichiarato, attached: &Files<'_>) -> Confronto {
    let hash = hash(attached);
    let is_same = hash == documento.sorgente;
    let said = if is_same {
        format!("la sorgente allegata è quella: {hash}")
    } else {
        format!("la sorgente allegata ({hash}) non è quella: {}", documento.sorgente)
    };
    confronto(Con::Sorgente, is_same, said)
}

fn hash(files: &Files<'_>) -> String {
    let own = files.iter().filter(|(path, _)| !path.starts_with(LAYOUTS));
    impronta::of_source(own.map(|(path, bytes)| (*path, *bytes)))
}

/// Holds the document against a plan: its attached files, or else the hash of its source.
fn same_plan(
    documento: &Dichiarato,
    lettura: &Lettura,
    attached: &Files<'_>,
    plan: &Plan,
) -> Confronto {
    let source = plan.sorgente();
    let own: Files<'_> = source.iter().map(|file| (file.percorso, file.bytes)).collect();
    let name = &plan.source.name;
    if !has_files(lettura) || attached.is_empty() {
        let is_same = hash(&own) == documento.sorgente;
        let not = if is_same { "" } else { "non " };
        return confronto(Con::Piano, is_same, format!("{not}è compilato da {name}"));
    }
    let of_plan = |path: &&&str| !path.starts_with(LAYOUTS);
    let changed: Vec<&str> = own
        .iter()
        .filter(|(path, bytes)| attached.get(*path).is_some_and(|other| other != *bytes))
        .map(|(path, _)| *path)
        .collect();
    let gone: Vec<&str> =
        attached.keys().filter(of_plan).filter(|path| !own.contains_key(*path)).copied().collect();
    let more: Vec<&str> =
        own.keys().filter(|path| !attached.contains_key(*path)).copied().collect();
    told(Con::Piano, &changed, &gone, &more, || format!("è compilato da {name}"))
}

/// Says how two sets of files differ; when they do not, what then holds.
fn told(
    con: Con,
    changed: &[&str],
    gone: &[&str],
    more: &[&str],
    same: impl Fn() -> String,
) -> Confronto {
    let kinds = [("diversi", changed), ("mancano", gone), ("in più", more)];
    let differ = kinds.iter().filter(|(_, paths)| !paths.is_empty());
    let dettagli: Vec<String> =
        differ.map(|(what, paths)| format!("{what}: {}", names(paths))).collect();
    let uguale = dettagli.is_empty();
    Confronto { con, uguale, dettagli: if uguale { vec![same()] } else { dettagli } }
}

fn names(paths: &[&str]) -> String {
    let more = paths.len().saturating_sub(NAMED);
    let named = paths.iter().take(NAMED).map(|path| format!("«{path}»"));
    let more = (more > 0).then(|| format!("altri {more}"));
    named.chain(more).collect::<Vec<_>>().join(", ")
}

fn count(files: usize) -> String {
    if files == 1 { "un file".into() } else { format!("{files} file") }
}

/// The hash that a manifest gives to a file of this name.
fn manifest_hash(text: &str, name: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Manifest {
        file: Vec<Entry>,
    }
    #[derive(Deserialize)]
    struct Entry {
        percorso: String,
        sha256: String,
    }
    let manifest: Manifest = serde_json::from_str(text).ok()?;
    manifest.file.into_iter().find(|file| file.percorso == name).map(|file| file.sha256)
}

/// Compiles the source anew, that of the document or else the plan, and compares the bytes.
fn rebuilt(
    documento: &Dichiarato,
    lettura: &Lettura,
    attached: &Files<'_>,
    plan: Option<&Plan>,
    bytes: &[u8],
) -> Confronto {
    match compile(documento, lettura, attached, plan) {
        Err(why) => confronto(Con::Ricompilazione, false, why),
        Ok(fresh) if fresh == bytes => {
            confronto(Con::Ricompilazione, true, "la sorgente ridà gli stessi byte")
        }
        Ok(_) => {
            let own = concat!("piao ", env!("CARGO_PKG_VERSION"));
            let other = (documento.programma != own)
                .then(|| format!(" (il file è di {}, questo è {own})", documento.programma));
            let other = other.unwrap_or_default();
            confronto(Con::Ricompilazione, false, format!("la sorgente dà altri byte{other}"))
        }
    }
}

fn compile(
    documento: &Dichiarato,
    lettura: &Lettura,
    attached: &Files<'_>,
    plan: Option<&Plan>,
) -> Result<Vec<u8>, String> {
    let own;
    let plan = match plan {
        Some(plan) if attached.is_empty() => plan,
        _ if attached.is_empty() => {
            return Err("il file non porta la sorgente: serve il piano".into());
        }
        _ => {
            let files = attached.iter().filter(|(path, _)| !path.starts_with(LAYOUTS));
            let files = files.map(|(path, bytes)| (*path, *bytes));
            own = Plan::from_files(files);
            &own
        }
    };
    let layouts =
        attached.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(LAYOUTS)?, bytes)));
    let layout = layouts
        .into_iter()
        .try_fold(Layout::embedded(), |layout, (name, bytes)| {
            layout.with_override(name.to_owned(), bytes.to_vec())
        })
        .map_err(|error| error.to_string())?;
    let is_edition = |veste: &Veste| veste.name() == documento.edizione;
    let veste = Veste::TUTTE.into_iter().find(is_edition);
    let veste = veste.ok_or("il file non dice di quale edizione è")?;
    let checked = plan.check(Law::embedded());
    let edition = checked.edition(veste);
    let archivio = if has_files(lettura) { Archivio::A3a } else { Archivio::A2a };
    let outputs = render::outputs(&["pdf"]).map_err(|error| error.to_string())?;
    let outputs = render::for_archive(outputs, archivio);
    let made = edition.outputs(&layout, &outputs).map_err(|error| error.to_string())?;
    let pdf = made.into_iter().find(|artifact| artifact.kind == Kind::Pdf);
    pdf.map(|pdf| pdf.bytes).ok_or_else(|| "il PDF non è stato fatto".into())
}
