//! What the compiler says to the person who wrote the plan.
//!
//! A finding is data: what, where, why it matters, on what authority, what next. How it looks is
//! the business of the renderers beside this file.

pub mod json;
pub mod righe;
pub mod short;
pub mod tecniche;
pub mod terminal;

use std::borrow::Cow;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::norma::Severity;
use crate::norma::{Citazione, Fiducia};
use crate::source::Span;
use crate::valori::Luogo;

/// Who found a finding: what it depends on, and what may be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The reading of a file: a part of it is not known.
    Reading,
    /// The syntax of a file that was read whole.
    Syntax,
    /// The forms of the law: a key, a value, a table.
    Form,
    /// The characters and the Markdown of a text.
    Text,
    /// The references from a record to another.
    Reference,
    /// A duty of a sub-section, by its place in the law.
    Duty {
        /// Index in `Law::sottosezioni`.
        part: usize,
    },
    /// A rule of judgement.
    Rule,
    /// The rules that the plan sets aside.
    Waiver,
}

/// What a finding is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The record; the plan itself, or nothing when it is not known, when there is none.
    pub luogo: Luogo,
    /// The sub-section, by its place in the law.
    pub part: Option<usize>,
    /// The path of keys from the plan to what is not there; nothing when something is there, and
    /// wrong.
    pub absent: Option<String>,
}

/// One finding, at one place, under one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Code of the rule.
    pub code: String,
    /// Who found it.
    pub phase: Phase,
    /// Weight.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What it is about.
    pub about: About,
    /// The fact, in one sentence without a full stop.
    pub message: String,
    /// The consequence, at the place itself; may be empty.
    pub label: String,
    /// Other places that explain this one.
    pub context: Vec<(Span, String)>,
    /// What to do next.
    pub help: Option<String>,
    /// Whether who reads it without a help is sent to the page of its code.
    pub explained: bool,
    /// On what authority.
    pub norma: Vec<Citazione>,
    /// Whether the citation is to be read again before trusting it.
    pub unsure: bool,
    /// Whether what is written there is missing from the records: no document can be drawn without
    /// losing it, whatever the plan sets aside.
    pub lossy: bool,
    /// The reason for which the plan sets the rule aside, if it does.
    pub deroga: Option<String>,
}

impl Finding {
    /// A finding with nothing but its essentials.
    #[must_use]
    pub fn new(code: &str, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            phase: Phase::Rule,
            severity,
            span,
            about: About::default(),
            message: message.into(),
            label: String::new(),
            context: Vec::new(),
            help: None,
            explained: false,
            norma: Vec::new(),
            unsure: false,
            lossy: false,
            deroga: None,
        }
    }

    /// Says, at the place itself, what it leads to.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// Says what to do next.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Points at another place that explains this one.
    pub fn see(&mut self, span: Span, label: impl Into<String>) -> &mut Self {
        self.context.push((span, label.into()));
        self
    }

    /// Weighs no more than a source so sure may back.
    pub fn cap(&mut self, fiducia: Fiducia) -> &mut Self {
        self.severity = self.severity.min(fiducia.heaviest());
        self.unsure |= fiducia.is_unsure();
        self
    }

    /// What to do next, or where to read more.
    #[must_use]
    pub fn advice(&self) -> Option<Cow<'_, str>> {
        let page = || self.explained.then(|| format!("piao explain {}", self.code).into());
        self.help.as_deref().map(Cow::from).or_else(page)
    }

    /// Whether the finding stops an official build.
    #[must_use]
    pub fn stops(&self) -> bool {
        self.severity == Severity::Errore && self.deroga.is_none()
    }
}

/// Where findings go: whoever finds pushes, nobody prints.
#[derive(Debug, Clone, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Records a finding and hands it back to be completed.
    ///
    /// # Panics
    ///
    /// Never.
    pub fn push(&mut self, finding: Finding) -> &mut Finding {
        self.0.push(finding);
        self.0.last_mut().expect("a finding was just pushed")
    }

    /// The findings so far.
    #[must_use]
    pub fn as_slice(&self) -> &[Finding] {
        &self.0
    }

    /// Keeps only some of the findings.
    pub fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.0.retain(keep);
    }

    /// Takes over the findings of another.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The findings so far, to be completed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Finding> {
        self.0.iter_mut()
    }

    /// All findings in the order a reader meets them, without repetitions.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<Finding> {
        self.0.sort_by(|a, b| (a.span, &a.code, &a.message).cmp(&(b.span, &b.code, &b.message)));
        self.0.dedup();
        self.0
    }
}

/// How many findings of each weight, those set aside apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// Errors.
    pub errori: usize,
    /// Warnings.
    pub avvisi: usize,
    /// Advices.
    pub consigli: usize,
    /// Findings set aside with a reason.
    pub deroghe: usize,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            let count = match (&finding.deroga, finding.severity) {
                (Some(_), _) => &mut tally.deroghe,
                (None, Severity::Errore) => &mut tally.errori,
                (None, Severity::Avviso) => &mut tally.avvisi,
                (None, Severity::Consiglio) => &mut tally.consigli,
            };
            *count += 1;
        }
        tally
    }

    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.errori + self.avvisi + self.consigli + self.deroghe
    }

    /// As a sentence: `2 errori, 1 avviso`.
    #[must_use]
    pub fn sentence(self) -> String {
        let pieces: Vec<String> = [
            (self.errori, "errore", "errori"),
            (self.avvisi, "avviso", "avvisi"),
            (self.consigli, "consiglio", "consigli"),
            (self.deroghe, "regola messa da parte", "regole messe da parte"),
        ]
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
        if pieces.is_empty() { "nessun rilievo".into() } else { pieces.join(", ") }
    }
}

/// Where the records of a plan were written: turns a record into a span.
#[derive(Debug, Clone, Default)]
pub struct Places(Vec<Place>, BTreeSet<String>);

/// A record's place and those of its fields.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The record itself.
    pub span: Span,
    /// Key of its kind; empty for the plan itself.
    pub kind: String,
    /// Its title, or else its code; empty when it has neither.
    pub name: String,
    /// The sub-section that holds it, by its place in the law.
    pub part: usize,
    /// The keys that lead to it from the plan, joined by dots; empty for the plan itself.
    pub path: String,
    /// Its fields, present or broken.
    pub fields: Vec<(String, Span)>,
    /// Where fields that are not there would be written.
    pub unwritten: Vec<(String, Span)>,
    /// Fields that were written in a wrong form and are therefore absent from the records.
    pub broken: Vec<String>,
}

impl Places {
    /// Records the place of a record and gives the record its number.
    ///
    /// # Panics
    ///
    /// With more than four billion records.
    pub fn add(&mut self, place: Place) -> Luogo {
        if self.0.is_empty() {
            self.0.push(Place::default());
        }
        self.0.push(place);
        Luogo(u32::try_from(self.0.len() - 1).expect("a plan has fewer than four billion records"))
    }

    /// Records a code that is taken.
    pub fn add_code(&mut self, code: &str) {
        self.1.insert(code.into());
    }

    /// Lines to type, with a code of a number that is not taken: `id = "unita-2"`.
    #[must_use]
    pub fn with_new_code(&self, typed: String) -> String {
        const CODE: &str = "\nid = \"";
        let Some((before, rest)) = typed.split_once(CODE) else { return typed };
        let Some((stem, after)) = rest.split_once("-1\"") else { return typed };
        let free = |number: &usize| !self.1.contains(&format!("{stem}-{number}"));
        let number = (1..=self.1.len() + 1).find(free).unwrap_or(1);
        format!("{before}{CODE}{stem}-{number}\"{after}")
    }

    /// Says where a field would be written, for a record that lacks it.
    pub fn add_field(&mut self, luogo: Luogo, field: &str, span: Span) {
        if let Some(place) = self.0.get_mut(luogo.0 as usize) {
            place.unwritten.push((field.into(), span));
        }
    }

    /// The span of a field, or of its record when the field is absent.
    #[must_use]
    pub fn span(&self, luogo: Luogo, field: &str) -> Span {
        let Some(place) = self.0.get(luogo.0 as usize) else { return Span::default() };
        let mut known = place.fields.iter().chain(&place.unwritten);
        known.find(|(name, _)| name == field).map_or(place.span, |(_, span)| *span)
    }

    /// Whether a field is written, in a form or another.
    #[must_use]
    pub fn is_written(&self, luogo: Luogo, field: &str) -> bool {
        let place = self.0.get(luogo.0 as usize);
        place.is_some_and(|place| place.fields.iter().any(|(name, _)| name == field))
    }

    /// The kind of a record, empty for the plan itself; nothing for a record that is nowhere.
    #[must_use]
    pub fn kind(&self, luogo: Luogo) -> Option<&str> {
        let place = self.0.get(luogo.0 as usize).filter(|_| luogo != Luogo::default());
        place.map(|place| place.kind.as_str())
    }

    /// The sub-section that holds a record, by its place in the law; nothing for the plan itself.
    #[must_use]
    pub fn part(&self, luogo: Luogo) -> Option<usize> {
        self.0.get(luogo.0 as usize).filter(|place| !place.kind.is_empty()).map(|place| place.part)
    }

    /// The keys that lead from the plan to a field of a record, joined by dots.
    #[must_use]
    pub fn path(&self, luogo: Luogo, field: &str) -> String {
        match self.0.get(luogo.0 as usize).map(|place| place.path.as_str()) {
            Some("") | None => field.to_owned(),
            Some(path) => format!("{path}.{field}"),
        }
    }

    /// The title of a record, or else its code; empty when it has neither.
    #[must_use]
    pub fn name(&self, luogo: Luogo) -> &str {
        self.0.get(luogo.0 as usize).map_or("", |place| &place.name)
    }

    /// Whether a field is there, but broken: what is said of it elsewhere would only be noise.
    #[must_use]
    pub fn is_broken(&self, luogo: Luogo, field: &str) -> bool {
        self.0.get(luogo.0 as usize).is_some_and(|place| place.broken.iter().any(|b| b == field))
    }
}
