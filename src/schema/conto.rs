//! How a plan answers the duties that bind it, counted: what is done beside what is missing.

use super::doveri::{self, Asked};
use crate::diag::Places;
use crate::law::{Law, Profilo};
use crate::record::Record;
use crate::source::Span;

/// What a plan answers to a duty, at a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risposta {
    /// The sub-section that asks, by its place in the law.
    pub part: usize,
    /// The duty, by its place in the sub-section.
    pub dovere: usize,
    /// The record that is asked; nothing when it is the plan itself.
    pub record: Option<Span>,
    /// Whether what is asked is there; nothing when it is written in a wrong form.
    pub met: Option<bool>,
}

/// How the plan answers each duty that is due, record by record.
#[must_use]
pub fn conta(root: &Record<'_>, law: &Law, profilo: &Profilo, places: &Places) -> Vec<Risposta> {
    let mut out = Vec::new();
    doveri::ask(Asked { root, law, profilo, places }, &mut |answer| {
        let luogo = answer.record.luogo;
        let record = (luogo != root.luogo).then(|| places.span(luogo, ""));
        out.push(Risposta { part: answer.part, dovere: answer.at, record, met: answer.met });
    });
    out
}
