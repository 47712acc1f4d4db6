//! `piao build`.

use std::path::{Path, PathBuf};

use super::args::{self, Format};
use super::check;
use super::exit;
use super::manifest::{self, Manifest};
use super::output::Console;
use crate::build::{self, Bug, Order, Outcome, Refusal, Step};
use crate::diag::{Finding, Tally};
use crate::law::Law;
use crate::render::{self, Artifact, Layout, LayoutError};
use crate::source::{self, Source};
use crate::view::document::Documento;
use crate::write;

pub(super) fn run(args: &args::Build, output: &Console) -> anyhow::Result<u8> {
    let outputs = match render::outputs(&args.solo) {
        Ok(outputs) => outputs,
        Err(error) => {
            Console::error(&format!("errore: {error}"));
            return Ok(exit::USAGE);
        }
    };
    let mut worst = exit::FINE;
    for path in &args.plans.plans {
        worst = worst.max(one(path, args, &outputs, output)?);
    }
    Ok(worst)
}

fn one(
    path: &Path,
    args: &args::Build,
    outputs: &[&'static dyn render::Output],
    output: &Console,
) -> anyhow::Result<u8> {
    output.progress("leggo e controllo il piano…");
    let Some(plan) = check::load(path) else { return Ok(exit::DISK) };
    let layout = match layout(path) {
        Ok(layout) => layout,
        Err(stop) => return Ok(stop.report(output)),
    };
    let order = Order {
        law: Law::embedded(),
        layout: &layout,
        outputs,
        bozza: args.bozza,
        strict: args.strict,
        progress: &|step| match step {
            Step::Check => {}
            Step::Draw => output.progress("disegno il documento…"),
        },
    };
    let build::Build { findings, outcome } = build::build(&plan, &order);
    let source = &plan.source;
    output.done();
    for finding in &findings {
        output.finding(finding, source, false)?;
    }
    match outcome {
        Outcome::Drawn { document, artifacts } => {
            save(path, args, output, source, &findings, &document, &artifacts)
        }
        Outcome::Refused(refusal) => {
            let code = refuse(&refusal);
            check::summarize(source, &findings, code, None, output)?;
            Ok(code)
        }
        Outcome::Layout(error) => Ok(Stop::Layout(error).report(output)),
        // Whoever panics has said so.
        Outcome::Bug(Bug::Panic(_)) => Ok(exit::BUG),
        #[cfg(feature = "pdf")]
        Outcome::Bug(Bug::Mismatch(mismatch)) => {
            Console::error(&format!("errore interno di piao: {mismatch}"));
            Ok(exit::BUG)
        }
    }
}

/// Says why a plan is not built, and gives its exit code.
fn refuse(refusal: &Refusal) -> u8 {
    let (text, code) = match refusal {
        Refusal::NoDraft(state) => {
            (format!("errore: il piano è {state}: non si compila come bozza"), exit::USAGE)
        }
        Refusal::Unreadable => (
            "il documento non è stato scritto: correggi prima gli errori di scrittura".into(),
            exit::PLAN,
        ),
        Refusal::Errors { bozza: true } => (
            "il documento non è stato scritto: «--bozza» lo compila lo stesso, segnato come bozza"
                .into(),
            exit::PLAN,
        ),
        Refusal::Errors { bozza: false } => (
            "il documento non è stato scritto: correggi gli errori, o mettili da parte con un motivo in [[deroghe]]"
                .into(),
            exit::PLAN,
        ),
    };
    Console::error(&text);
    code
}

/// Why nothing could be drawn.
enum Stop {
    Disk(source::SourceError),
    Layout(LayoutError),
}

impl Stop {
    fn report(&self, output: &Console) -> u8 {
        output.done();
        match self {
            Self::Disk(error) => {
                Console::error(&format!("errore: {error}"));
                exit::DISK
            }
            Self::Layout(error) => {
                Console::error(&format!("errore: {error}"));
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
    args: &args::Build,
    output: &Console,
    source: &Source,
    findings: &[Finding],
    document: &Documento,
    artifacts: &[Artifact],
) -> anyhow::Result<u8> {
    let out = destination(path, args);
    if let Some(foreign) = manifest::foreign_file(&out) {
        Console::error(&format!(
            "errore: {} contiene «{foreign}», che piao non ha scritto: scegli un’altra cartella con --out",
            out.display()
        ));
        return Ok(exit::DISK);
    }
    let manifest = Manifest::new(source, document, Tally::of(findings), artifacts);
    let manifest = manifest.to_json()?;
    let files = artifacts
        .iter()
        .map(|artifact| (artifact.path.as_str(), artifact.bytes.as_slice()))
        .chain([(manifest::NAME, manifest.as_bytes())]);
    if let Err(error) = write::all(files, &out) {
        Console::unwritten(&error);
        return Ok(exit::DISK);
    }
    if output.format != Format::Json {
        for artifact in artifacts.iter().filter(|artifact| artifact.kind.opens()) {
            Console::line(&out.join(&artifact.path).display().to_string())?;
        }
    }
    check::summarize(source, findings, exit::FINE, None, output)?;
    Ok(exit::FINE)
}

/// Where a plan's outputs go; with several plans, each in a folder of its own.
fn destination(path: &Path, args: &args::Build) -> PathBuf {
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
