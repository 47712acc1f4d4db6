//! `piao build`.

use std::path::{Path, PathBuf};

use super::args::{Build, Format};
use super::check;
use super::exit;
use super::manifest::{self, Manifest};
use super::output::Output;
use crate::diag::Tally;
use crate::law::Law;
use crate::render::{Artifact, Layout, LayoutError};
use crate::source::{self, Source};
use crate::view::document::Documento;
use crate::{Checked, write};

pub(super) fn run(args: &Build, output: &Output) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let mut worst = exit::FINE;
    for path in &args.plans.plans {
        worst = worst.max(one(path, args, law, output)?);
    }
    Ok(worst)
}

fn one(path: &Path, args: &Build, law: &Law, output: &Output) -> anyhow::Result<u8> {
    output.progress("leggo e controllo il piano…");
    let Some(source) = check::load(path) else { return Ok(exit::DISK) };
    let checked = crate::check(&source, law);
    output.done();
    for finding in &checked.findings {
        output.finding(finding, &source, false)?;
    }
    let stopped = check::code(&checked.findings, args.strict);
    if let Some(code) = refuse(&checked, args, stopped) {
        check::summarize(&source, &checked.findings, code, None, output)?;
        return Ok(code);
    }
    output.progress("disegno il documento…");
    let document = crate::document(&checked, law, &source, args.bozza);
    let drawn = layout(path)
        .and_then(|layout| crate::build(&document, &source, &layout).map_err(Stop::Layout));
    output.done();
    let artifacts = match drawn {
        Ok(artifacts) => artifacts,
        Err(stop) => return Ok(stop.report()),
    };
    #[cfg(feature = "pdf")]
    if let Err(mismatch) = crate::verify::artifacts(&artifacts, &document) {
        Output::error(&format!("errore interno di piao: {mismatch}"));
        return Ok(exit::BUG);
    }
    save(path, args, output, &source, &checked, &document, &artifacts)
}

/// Why a plan is not built, as an exit code.
fn refuse(checked: &Checked, args: &Build, stopped: u8) -> Option<u8> {
    let state = checked.piano.piao.stato.as_str();
    if args.bozza && matches!(state, "adottato" | "pubblicato") {
        Output::error(&format!("errore: il piano è {state}: non si compila come bozza"));
        return Some(exit::USAGE);
    }
    if checked.is_unreadable() {
        Output::error("il documento non è stato scritto: correggi prima gli errori di scrittura");
        return Some(exit::PLAN);
    }
    if stopped != exit::FINE && !args.bozza {
        Output::error(if state == "bozza" {
            "il documento non è stato scritto: «--bozza» lo compila lo stesso, segnato come bozza"
        } else {
            "il documento non è stato scritto: correggi gli errori, o mettili da parte con un motivo in [[deroghe]]"
        });
        return Some(stopped);
    }
    None
}

/// Why nothing could be drawn.
enum Stop {
    Disk(source::SourceError),
    Layout(LayoutError),
}

impl Stop {
    fn report(&self) -> u8 {
        match self {
            Self::Disk(error) => {
                Output::error(&format!("errore: {error}"));
                exit::DISK
            }
            Self::Layout(error) => {
                Output::error(&format!("errore: {error}"));
                exit::LAYOUT
            }
        }
    }
}

/// The embedded layouts, with the plan's own in their place.
fn layout(path: &Path) -> Result<Layout, Stop> {
    let files = source::layouts(path).map_err(Stop::Disk)?;
    files.into_iter().try_fold(Layout::embedded(), |layout, (name, bytes)| {
        layout.with_override(name, bytes).map_err(Stop::Layout)
    })
}

fn save(
    path: &Path,
    args: &Build,
    output: &Output,
    source: &Source,
    checked: &Checked,
    document: &Documento,
    artifacts: &[Artifact],
) -> anyhow::Result<u8> {
    let out = destination(path, args);
    if let Some(foreign) = manifest::foreign_file(&out) {
        Output::error(&format!(
            "errore: {} contiene «{foreign}», che piao non ha scritto: scegli un’altra cartella con --out",
            out.display()
        ));
        return Ok(exit::DISK);
    }
    let manifest = Manifest::new(source, document, Tally::of(&checked.findings), artifacts);
    let manifest = manifest.to_json()?;
    let files = artifacts
        .iter()
        .map(|artifact| (artifact.path.as_str(), artifact.bytes.as_slice()))
        .chain([(manifest::NAME, manifest.as_bytes())]);
    if let Err(error) = write::all(files, &out) {
        Output::unwritten(&error);
        return Ok(exit::DISK);
    }
    if output.format != Format::Json {
        let main = artifacts.iter().filter(|a| !a.path.starts_with("sito/"));
        for artifact in main {
            Output::line(&out.join(&artifact.path).display().to_string())?;
        }
        Output::line(&out.join("sito/index.html").display().to_string())?;
    }
    check::summarize(source, &checked.findings, exit::FINE, None, output)?;
    Ok(exit::FINE)
}

/// Where a plan's outputs go; with several plans, each in a folder of its own.
fn destination(path: &Path, args: &Build) -> PathBuf {
    let folder = source::folder(path);
    match &args.out {
        None => folder.join("dist"),
        Some(out) if args.plans.plans.len() == 1 => out.clone(),
        Some(out) => {
            let stem = if path.is_dir() { path.file_name() } else { path.file_stem() };
            out.join(stem.unwrap_or(path.as_os_str()))
        }
    }
}
