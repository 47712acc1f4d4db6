//! What several tests need.

pub mod disegni;
pub mod figurati;
pub mod folder;
pub mod fragment;
pub mod grande;
pub mod modello;
#[cfg(feature = "pdf")]
pub mod pdf_text;
#[cfg(feature = "pdf")]
pub mod pdf_tree;
pub mod piani;
pub mod place;
pub mod program;
pub mod scritto;

use std::fs;
use std::path::{Path, PathBuf};

use piao::Checked;
use piao::diag::Finding;
use piao::law::Law;
use piao::render::{self, Artifact, Kind, Layout, LayoutError, Sorgente, Work};
use piao::view::document::{Documento, Tratto};
use piao::{Plan, Source};

/// The examples, all of them built by every run: folder, and whether it is built as a draft.
pub const EXAMPLES: &[(&str, bool)] =
    &[("provincia-di-esempio", false), ("comune-piccolo", false), ("provincia-di-lucca", true)];

/// Other kinds of body, complete: drawn by the tests that are about them, and by `.ci/run`.
pub const CORPI: &[&str] =
    &["comune-medio", "universita", "camera-di-commercio", "agenzia-nazionale"];

/// The words of some runs of text.
pub fn words(tratti: &[Tratto]) -> String {
    let own = |tratto: &Tratto| match tratto {
        Tratto::Testo { testo }
        | Tratto::Straniero { testo, .. }
        | Tratto::Codice { testo }
        | Tratto::Mancante { testo } => testo.clone(),
        Tratto::Acapo => "\n".to_owned(),
        other => words(other.tratti()),
    };
    tratti.iter().map(own).collect()
}

/// A path of the repository.
pub fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the repository.
pub fn read(path: &str) -> String {
    fs::read_to_string(repo(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The source of an example.
pub fn example(name: &str) -> Plan {
    Plan::read(repo("examples").join(name)).expect("the example is there")
}

/// The smallest valid plan of a regime.
pub fn smallest(regime: &str) -> String {
    read(&format!("tests/piani/minimo-{regime}.toml"))
}

/// Checks a plan made of one text.
pub fn check_text(text: &str) -> (&'static Source, Checked<'static>) {
    let plan = Box::leak(Box::new(Plan::from_texts(&[("piao.toml", text)])));
    (&plan.source, plan.check(Law::embedded()))
}

/// The findings of a plan, one a line, without their places.
pub fn shown(checked: &Checked<'_>) -> String {
    told(checked, |_| None)
}

/// The findings of a plan, one a line, each with the record or the field that it points at.
pub fn shown_in(source: &Source, checked: &Checked<'_>) -> String {
    told(checked, |finding| Some(place::path(source, finding.span)))
}

fn told(checked: &Checked<'_>, place: impl Fn(&Finding) -> Option<String>) -> String {
    let mut out = String::new();
    for finding in &checked.findings {
        let name = finding.severity.name();
        out += &format!("{name}[{}]: {}\n", finding.code, finding.message);
        if let Some(place) = place(finding) {
            out += &format!("  --> {place}\n");
        }
        let fonti: Vec<&str> = finding.norma.iter().map(|norma| norma.testo.as_str()).collect();
        if !fonti.is_empty() {
            out += &format!("  = fonte: {}\n", fonti.join("; "));
        }
        if let Some(help) = finding.advice() {
            out += &format!("  = aiuto: {help}\n");
        }
    }
    out
}

/// The codes of some findings.
pub fn codes<'a>(checked: &'a Checked<'_>) -> Vec<&'a str> {
    checked.findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// Files of a folder, with their path below it, in order.
pub fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    fn walk(folder: &Path, prefix: &str, out: &mut Vec<(String, Vec<u8>)>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), out);
            } else {
                out.push((name, fs::read(entry.path()).expect("the file was just listed")));
            }
        }
    }
    let mut out = Vec::new();
    walk(folder, "", &mut out);
    out.sort();
    out
}

/// An example, checked and drawn: once for all the tests.
pub struct Built {
    /// Its folder.
    pub name: &'static str,
    /// What was found in it.
    pub checked: Checked<'static>,
    /// Its document.
    pub document: Documento,
    /// What was drawn.
    pub artifacts: Vec<Artifact>,
}

impl Built {
    /// The file of this kind.
    pub fn file(&self, kind: Kind) -> &[u8] {
        let found = self.artifacts.iter().find(|artifact| artifact.kind == kind);
        &found.unwrap_or_else(|| panic!("{}: no {kind:?}", self.name)).bytes
    }

    /// The single file, as text.
    pub fn single(&self) -> &str {
        std::str::from_utf8(self.file(Kind::File)).expect("a page is text")
    }

    /// The pages of the site, joined.
    pub fn site(&self) -> String {
        let pages = self.artifacts.iter().filter(|a| matches!(a.kind, Kind::Home | Kind::Page));
        pages.map(|page| std::str::from_utf8(&page.bytes).expect("a page is text")).collect()
    }

    /// The official PDF.
    #[cfg(feature = "pdf")]
    pub fn pdf(&self) -> &[u8] {
        self.file(Kind::Pdf)
    }
}

/// Draws some outputs of a document, by name; all of them where no name is given.
pub fn draw(
    document: &Documento,
    source: &[Sorgente<'_>],
    layout: &Layout,
    names: &[&str],
) -> Result<Vec<Artifact>, LayoutError> {
    let outputs = render::outputs(names).expect("the outputs are there");
    render::draw(&Work { document, source, layout, outputs: &outputs })
}

/// Every example, drawn.
pub fn built() -> &'static [Built] {
    static BUILT: std::sync::OnceLock<Vec<Built>> = std::sync::OnceLock::new();
    BUILT.get_or_init(|| EXAMPLES.iter().map(|(name, bozza)| build(name, *bozza)).collect())
}

/// Every example and every other kind of body, drawn.
pub fn all_built() -> impl Iterator<Item = &'static Built> {
    static BUILT: std::sync::OnceLock<Vec<Built>> = std::sync::OnceLock::new();
    let corpi = BUILT.get_or_init(|| CORPI.iter().map(|name| build(name, false)).collect());
    built().iter().chain(corpi)
}

/// Draws an example.
pub fn build(name: &'static str, bozza: bool) -> Built {
    let plan: &'static Plan = Box::leak(Box::new(example(name)));
    let checked = plan.check(Law::embedded());
    let edition = checked.document(bozza);
    let drawn = edition.outputs(&Layout::embedded(), render::OUTPUTS);
    let artifacts = drawn.unwrap_or_else(|e| panic!("{name}: {e}"));
    let document = edition.document;
    Built { name, checked, document, artifacts }
}
