//! A plan on its way: read, checked, made a document, drawn.

mod carta;
mod mancanze;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use carta::Carta;

use crate::cause::{self, Cause, Known};
use crate::diag::{Finding, Findings, Phase, Places};
use crate::law::{Law, Profilo};
use crate::model::Piano;
use crate::record::Record;
use crate::render::{self, Artifact, Layout, LayoutError, Output, Sorgente, Work};
use crate::schema::{self, Owner, Risposta};
use crate::source::{File, Kind, Source, SourceError};
use crate::syntax::Table;
use crate::valori::Misure;
use crate::view::Veste;
use crate::view::document::Documento;
use crate::{catalogo, deroghe, rules, syntax, view};

/// A plan as its files say it, whatever the law.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Its files: what a [`Finding`] points into.
    pub source: Source,
    tree: Table,
    /// The files that it names, wherever it does.
    named: BTreeSet<String>,
    /// What is wrong with how the files are written.
    syntax: Findings,
}

impl Plan {
    /// Reads a plan: a folder, or the one TOML file that it is made of.
    ///
    /// # Errors
    ///
    /// Only when the path does not exist or a folder cannot be listed: a file that cannot be read
    /// is a finding.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, SourceError> {
        Source::load(path.as_ref()).map(Self::parse)
    }

    /// A plan made of texts, each with the name of its file.
    #[must_use]
    pub fn from_texts(texts: &[(&str, &str)]) -> Self {
        Self::parse(Source::from_texts(texts))
    }

    /// A plan made of files, each with its name; of two with one name, the first.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        Self::parse(Source::from_files(files))
    }

    /// Whether it writes a key at its top level.
    pub(crate) fn says(&self, key: &str) -> bool {
        self.tree.get(key).is_some()
    }

    /// What it says, as it is written.
    #[doc(hidden)]
    #[must_use]
    pub fn tree(&self) -> &Table {
        &self.tree
    }

    /// A plan whose files are read already.
    pub(crate) fn parse(mut source: Source) -> Self {
        let mut syntax = Findings::default();
        let tree = syntax::parse(&source, &mut syntax);
        let mut named = tree.files().into_iter().map(str::to_owned).collect();
        source.open(&named);
        named.extend(source.show(&tree.texts(), &named));
        Self { source, tree, named, syntax }
    }

    /// Its files, as the official PDF carries them: its parts, and what they name. What only lies
    /// beside them is not published.
    #[must_use]
    pub fn sorgente(&self) -> Vec<Sorgente<'_>> {
        let is_own = |file: &&File| file.kind == Kind::Toml || self.named.contains(&file.name);
        let files = self.source.files.iter().filter(is_own);
        files.map(|file| Sorgente { percorso: &file.name, bytes: file.bytes() }).collect()
    }

    /// Checks the plan: every finding of every phase, in one run. Never fails.
    #[must_use]
    pub fn check<'a>(&'a self, law: &'a Law) -> Checked<'a> {
        let mut findings = self.syntax.clone();
        let unread = unread(&findings);
        let outcome = schema::check(&self.tree, &self.source, law, &mut findings);
        let schema::Outcome { radice, piano, profilo, places, owners, immagini } = outcome;
        rules::sign(&profilo, law, &mut findings);
        if unread.is_empty() {
            rules::check(&piano, &profilo, law, &places, &mut findings);
        } else {
            findings.retain(|finding| is_certain(finding, &unread, &self.source, law));
        }
        deroghe::apply(&piano, &places, |code| catalogo::is_rule(code, law), &mut findings);
        let findings = findings.into_sorted();
        Checked { findings, plan: self, law, radice, piano, profilo, places, owners, immagini }
    }
}

/// A plan as far as it could be read, with everything that was found in it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// What was found, in the order of the source.
    pub findings: Vec<Finding>,
    /// The plan.
    pub plan: &'a Plan,
    /// The law that it was held to.
    pub law: &'a Law,
    /// Its records, resolved against the law.
    pub radice: Record<'a>,
    /// Where they are written.
    pub places: Places,
    /// The administration.
    pub profilo: Profilo,
    /// The same plan, typed, for the rules.
    #[doc(hidden)]
    pub piano: Piano,
    /// Whose each record is, in the order of the source.
    #[doc(hidden)]
    pub owners: Vec<Owner>,
    /// The images that its texts show, by their paths.
    immagini: BTreeMap<String, Misure>,
}

impl Checked<'_> {
    /// Whether a finding stops an official build.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.findings.iter().any(Finding::stops)
    }

    /// Whether the plan cannot be drawn even as a draft: something that is written in it did not
    /// reach its records, and would be silently missing from every page.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.findings.iter().any(|finding| finding.lossy)
    }

    /// Whose it is and where it stands.
    #[must_use]
    pub fn carta(&self) -> Carta {
        Carta::of(self)
    }

    /// Its findings as they are told: one a cause, first things first.
    #[must_use]
    pub fn causes(&self) -> Vec<Cause> {
        self.gather(self.findings.clone())
    }

    /// Some of its findings as they are told.
    pub(crate) fn gather(&self, findings: Vec<Finding>) -> Vec<Cause> {
        let Self { law, profilo, places, radice, .. } = self;
        cause::gather(findings, &Known { law, profilo, places, radice: radice.luogo })
    }

    /// How the plan answers each duty that binds it, record by record.
    pub(crate) fn risposte(&self) -> Vec<Risposta> {
        schema::conta(&self.radice, self.law, &self.profilo, &self.places)
    }

    /// The document of the plan. `bozza` marks it as a draft and lists the findings at its end.
    #[must_use]
    pub fn document(&self, bozza: bool) -> Edition<'_> {
        self.edition(if bozza { Veste::Bozza } else { Veste::Piano })
    }

    /// The document of a plan that is in force with its errors: its findings are at its end.
    #[must_use]
    pub fn document_with_findings(&self) -> Edition<'_> {
        self.edition(Veste::ConRilievi)
    }

    pub(crate) fn edition(&self, veste: Veste) -> Edition<'_> {
        let rilievi = rilievi(self);
        let mancanze = mancanze::mancanze(self);
        let Self { radice, profilo, law, immagini, .. } = self;
        let told = view::Detto { rilievi: &rilievi, mancanze: &mancanze, immagini };
        let document = view::document(radice, profilo, law, &told, veste);
        Edition { document, plan: self.plan }
    }
}

/// A document with the plan that it was made of: what there is to draw.
#[derive(Debug, Clone)]
pub struct Edition<'a> {
    /// The document.
    pub document: Documento,
    plan: &'a Plan,
}

impl Edition<'_> {
    /// Draws some outputs, side by side; nothing is written.
    ///
    /// # Errors
    ///
    /// The first that an output says, in their order: a layout does not hold together.
    pub fn outputs(
        &self,
        layout: &Layout,
        outputs: &[&'static dyn Output],
    ) -> Result<Vec<Artifact>, LayoutError> {
        let source = self.plan.sorgente();
        render::draw(&Work { document: &self.document, source: &source, layout, outputs })
    }
}

/// The files of which a part could not be read, by their index.
fn unread(findings: &Findings) -> BTreeSet<u32> {
    let unread = findings.as_slice().iter().filter(|finding| finding.phase == Phase::Reading);
    unread.map(|finding| finding.span.file).collect()
}

/// Whether a finding holds whatever the unread parts say: it is about how a file is written, or
/// about a sub-section whose own file could be read.
fn is_certain(finding: &Finding, unread: &BTreeSet<u32>, source: &Source, law: &Law) -> bool {
    let is_read = |file: usize| u32::try_from(file).is_ok_and(|file| !unread.contains(&file));
    match finding.phase {
        Phase::Reading | Phase::Syntax | Phase::Text => true,
        Phase::Reference => false,
        Phase::Duty { part } => {
            let own = &law.sottosezioni[part].file;
            let own = source.files.iter().position(|file| file.name == *own);
            own.is_some_and(is_read) && !unread.contains(&finding.span.file)
        }
        Phase::Form | Phase::Rule | Phase::Waiver => !unread.contains(&finding.span.file),
    }
}

/// The findings as the document prints them.
fn rilievi(checked: &Checked<'_>) -> Vec<view::Rilievo> {
    let told = |Cause { finding, instances }: Cause| {
        let fonti: Vec<&str> = finding.norma.iter().map(|norma| norma.testo.as_str()).collect();
        view::Rilievo {
            fonte: fonti.join("; "),
            atti: finding.norma.iter().map(|norma| norma.chiave.clone()).collect(),
            luogo: places(&instances, &checked.plan.source),
            codice: finding.code,
            gravita: finding.severity.name().into(),
            messaggio: finding.message,
            deroga: finding.deroga,
        }
    };
    checked.causes().into_iter().map(told).collect()
}

/// Files and lines of some findings, in words.
fn places(findings: &[Finding], source: &Source) -> String {
    let mut lines: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for finding in findings {
        let (line, _) = source.position(finding.span);
        lines.entry(finding.span.file).or_default().insert(line);
    }
    let told = |(file, lines): (u32, BTreeSet<usize>)| {
        let file = source.files.get(file as usize).map_or("", |file| &file.name);
        let what = if lines.len() == 1 { "riga" } else { "righe" };
        let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
        format!("{file}, {what} {}", lines.join(", "))
    };
    lines.into_iter().map(told).collect::<Vec<_>>().join("; ")
}
