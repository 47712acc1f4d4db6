//! `piao`, the document compiler of the Italian PIAO.
//!
//! A plan is read once, checked once, turned into one document, and that document is drawn:
//!
//! ```text
//! source ──▶ syntax ──▶ schema ──▶ model ──▶ rules ──▶ findings
//!                                    │
//!                                    ▼
//!                law, figure ──▶   view
//!                                    │
//!                                    ▼
//!                       layouts ──▶ render  ──▶ verify ──▶ write
//! ```
//!
//! Between reading and writing nothing knows the time, the locale, the machine or the network:
//! the same source gives the same bytes.

pub mod build;
pub mod caratteri;
pub mod catalogo;
pub mod catena;
pub mod cifre;
pub mod cli;
pub mod diag;
pub mod figure;
pub mod law;
pub mod model;
pub mod norma;
pub mod render;
pub mod rules;
pub mod schema;
pub mod schema_json;
pub mod source;
pub mod syntax;
#[cfg(feature = "pdf")]
pub mod verify;
pub mod view;
pub mod write;

mod deroghe;
mod scaffold;

use std::collections::BTreeSet;

use diag::{Finding, Findings};
use law::{Law, Profilo};
use model::Piano;
use schema::Owner;
use source::Source;
use view::document::Documento;

/// A plan as far as it could be read, with everything that was found in it.
#[derive(Debug)]
pub struct Checked {
    /// The typed plan.
    pub piano: Piano,
    /// The administration.
    pub profilo: Profilo,
    /// What was found, in the order of the source.
    pub findings: Vec<Finding>,
    /// Whose each record is, in the order of the source.
    pub owners: Vec<Owner>,
}

impl Checked {
    /// Whether a finding stops an official build.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.findings.iter().any(Finding::stops)
    }

    /// Whether the plan cannot be drawn even as a draft: text that does not parse, or that no
    /// font can draw, would be silently missing from it.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        let of_text = |code: &str| code.starts_with("FILE-") || code.starts_with("TOML-");
        self.findings.iter().any(|finding| finding.lossy || of_text(&finding.code))
    }
}

/// Checks a plan: every finding of every phase, in one run. Never fails.
#[must_use]
pub fn check(source: &Source, law: &Law) -> Checked {
    let mut findings = Findings::default();
    let tree = syntax::parse(source, &mut findings);
    let unread = unread(&findings);
    let outcome = schema::check(&tree, source, law, &mut findings);
    let schema::Outcome { piano, profilo, places, owners } = outcome;
    if unread.is_empty() {
        rules::check(&piano, &profilo, law, &places, &mut findings);
    } else {
        findings.retain(|finding| is_certain(finding, &unread, source, law));
    }
    deroghe::apply(&piano, &places, &catalogo::codes(law), &mut findings);
    Checked { piano, profilo, findings: findings.into_sorted(), owners }
}

/// The files of which a part could not be read, by their index; all of them when none is there.
fn unread(findings: &Findings) -> BTreeSet<u32> {
    let of_file = |code: &str| code == "TOML-001" || code.starts_with("FILE-");
    findings.as_slice().iter().filter(|f| of_file(&f.code)).map(|f| f.span.file).collect()
}

/// Whether a finding holds whatever the unread parts say: it is about how a file is written, or
/// about a sub-section whose own file could be read.
fn is_certain(finding: &Finding, unread: &BTreeSet<u32>, source: &Source, law: &Law) -> bool {
    let of_writing = ["FILE-", "TOML-", "TESTO-"].iter().any(|area| finding.code.starts_with(area));
    let index = |name: &str| source.files.iter().position(|file| file.name == name);
    let asked_in = law.doveri().find(|(_, dovere)| dovere.regola == finding.code);
    let own_file = asked_in.and_then(|(sottosezione, _)| index(&sottosezione.file));
    let is_read = |file: usize| u32::try_from(file).is_ok_and(|file| !unread.contains(&file));
    let asked = asked_in.is_none() || own_file.is_some_and(is_read);
    of_writing || (asked && finding.code != "XRF-002" && !unread.contains(&finding.span.file))
}

/// The document of a plan.
#[must_use]
pub fn document(checked: &Checked, law: &Law, source: &Source, bozza: bool) -> Documento {
    view::document(&checked.piano, &checked.profilo, law, &notes(checked, source), bozza)
}

/// The findings as the document prints them.
fn notes(checked: &Checked, source: &Source) -> Vec<view::Rilievo> {
    checked
        .findings
        .iter()
        .map(|finding| {
            let (riga, _) = source.position(finding.span);
            let file = source.files.get(finding.span.file as usize).map_or("", |f| f.name.as_str());
            view::Rilievo {
                codice: finding.code.clone(),
                gravita: finding.severity.name().into(),
                messaggio: finding.message.clone(),
                luogo: format!("{file}, riga {riga}"),
                fonte: finding
                    .norma
                    .iter()
                    .map(|n| n.testo.as_str())
                    .collect::<Vec<_>>()
                    .join("; "),
                deroga: finding.deroga.clone(),
            }
        })
        .collect()
}
