//! How a plan answers the duties that bind it, counted: what is done beside what is missing.

use super::doveri::{
    collect, fits_record, is_asked_anywhere, is_asked_for, is_conditional, is_excused, is_omitted,
    meets,
};
use crate::diag::Places;
use crate::law::{Dovere, Law, Passo, Profilo};
use crate::record::{Record, Value};
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

struct Counter<'a> {
    root: &'a Record<'a>,
    law: &'a Law,
    profilo: &'a Profilo,
    places: &'a Places,
    part: usize,
    dovere: usize,
    out: Vec<Risposta>,
}

/// Every duty that is due, as often as there are records that it asks. Where there is none to ask, and
/// none is missing, nothing is due.
#[must_use]
pub fn conta(root: &Record<'_>, law: &Law, profilo: &Profilo, places: &Places) -> Vec<Risposta> {
    let mut counter = Counter { root, law, profilo, places, part: 0, dovere: 0, out: Vec::new() };
    for (part, sottosezione) in law.sottosezioni.iter().enumerate() {
        if is_omitted(root, &sottosezione.numero) {
            continue;
        }
        for (at, dovere) in sottosezione.dovere.iter().enumerate() {
            if dovere.binds(profilo) {
                (counter.part, counter.dovere) = (part, at);
                counter.duty(dovere);
            }
        }
    }
    counter.out
}

impl Counter<'_> {
    fn duty(&mut self, dovere: &Dovere) {
        let steps = &dovere.campo.passi;
        if !dovere.ovunque {
            return self.walk(self.root, steps, dovere);
        }
        if is_asked_anywhere(self.root, steps) {
            self.answer(self.root, Some(!collect(self.root, steps).is_empty()));
        }
    }

    fn walk(&mut self, record: &Record<'_>, steps: &[Passo], dovere: &Dovere) {
        let Some((step, rest)) = steps.split_first() else { return };
        let value = record.by_key(&step.chiave);
        let is_broken = self.places.is_broken(record.luogo, &step.chiave);
        let walked = dovere.campo.passi.len() - rest.len();
        match value {
            value if rest.is_empty() => {
                let met = value.is_some_and(|value| meets(value, step));
                if met || !is_excused(self.root, record, dovere) {
                    self.answer(record, (met || !is_broken).then_some(met));
                }
            }
            Some(value) => self.walk_inside(value, step, rest, dovere),
            None if is_broken => self.answer(record, None),
            None if steps[..steps.len() - 1].iter().any(is_conditional) => {}
            None if is_asked_for(dovere, walked, self.law, self.profilo) => {}
            None => self.answer(record, Some(false)),
        }
    }

    fn walk_inside(&mut self, value: &Value<'_>, step: &Passo, rest: &[Passo], dovere: &Dovere) {
        for inner in value.records().into_iter().filter(|inner| fits_record(inner, step)) {
            self.walk(inner, rest, dovere);
        }
    }

    fn answer(&mut self, record: &Record<'_>, met: Option<bool>) {
        let is_plan = record.luogo == self.root.luogo;
        let record = (!is_plan).then(|| self.places.span(record.luogo, ""));
        self.out.push(Risposta { part: self.part, dovere: self.dovere, record, met });
    }
}
