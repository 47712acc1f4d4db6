//! Duties: what the law asks to be there, as data, through one walker.

use crate::diag::{About, Finding, Findings, Phase, Places};
use crate::law::{Dovere, Law, Passo, Profilo};
use crate::nomi::campo;
use crate::record::{Record, Value};

/// Reports every duty that binds the administration and that its plan does not meet.
pub(super) fn check(asked: Asked<'_>, findings: &mut Findings) {
    ask(asked, &mut |answer| {
        if answer.met == Some(false) {
            findings.push(missing(asked, &answer));
        }
    });
}

/// The finding of what is not there.
fn missing(asked: Asked<'_>, answer: &Answer<'_>) -> Finding {
    let Asked { law, profilo, places, .. } = asked;
    let Answer { part, dovere, name, walked, .. } = *answer;
    let luogo = answer.record.luogo;
    let steps = &dovere.campo.passi;
    let walked = &steps[..walked];
    let key = if dovere.ovunque { &steps[0] } else { &walked[walked.len() - 1] };
    let span = places.span(luogo, &key.chiave);
    let message = match name {
        "" => dovere.manca.clone(),
        name => format!("{}: «{}»", dovere.manca, shorten(name)),
    };
    let mut finding = Finding::new(&dovere.regola, dovere.severity(), span, message);
    finding.phase = Phase::Duty { part };
    let mut absent: Vec<String> = walked.iter().map(|passo| passo.chiave.clone()).collect();
    // Records are there, and the one that is asked for is not among them.
    let last = dovere.campo.ultimo();
    let is_list = dovere.ovunque || places.is_written(luogo, &last.chiave);
    let among =
        last.filtro.as_ref().filter(|_| is_list && walked.len() == dovere.campo.passi.len());
    absent.extend(among.map(|(key, value)| format!("[{key} = {value}]")));
    finding.about = About { luogo, part: Some(part), absent: Some(absent.join(".")) };
    finding.norma = law.cite_all(dovere.fonti(profilo), profilo);
    finding.unsure = dovere.fiducia.is_unsure();
    finding.cap(profilo.fiducia(&dovere.per));
    let typed = law.esempio(Some(profilo)).dovere(&dovere.campo);
    let typed = places.with_new_code(typed);
    finding.help = Some(match &dovere.aiuto {
        Some(advice) => format!("{advice}; {typed}"),
        None => typed,
    });
    finding.explained = true;
    finding
}

/// What a plan answers to a duty, at a record.
pub(super) struct Answer<'a> {
    /// The sub-section that asks, by its place in the law.
    pub(super) part: usize,
    /// The duty, by its place in the sub-section.
    pub(super) at: usize,
    /// The duty.
    pub(super) dovere: &'a Dovere,
    /// The record that is asked: the plan itself, or one of its own.
    pub(super) record: &'a Record<'a>,
    /// How the record, or what holds it, is called; empty when nothing is called anyhow.
    pub(super) name: &'a str,
    /// How many steps of the duty's path lead from the plan to what was looked for there.
    pub(super) walked: usize,
    /// Whether what is asked is there; nothing when it is written in a wrong form.
    pub(super) met: Option<bool>,
}

/// What is known of a plan while its duties are asked.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) root: &'a Record<'a>,
    pub(super) law: &'a Law,
    pub(super) profilo: &'a Profilo,
    pub(super) places: &'a Places,
}

/// Asks every duty that is due, as often as there are records that it asks. Where there is none to
/// ask, and none is missing, nothing is due.
pub(super) fn ask<'a>(asked: Asked<'a>, answer: &mut dyn FnMut(Answer<'a>)) {
    for (part, sottosezione) in asked.law.sottosezioni.iter().enumerate() {
        if is_omitted(asked.root, &sottosezione.numero) {
            continue;
        }
        let due = sottosezione.dovere.iter().enumerate();
        for (at, dovere) in due.filter(|(_, dovere)| dovere.binds(asked.profilo)) {
            Asker { asked, part, at, dovere, answer: &mut *answer }.ask();
        }
    }
}

/// A duty on its way through a plan.
struct Asker<'a, 'f> {
    asked: Asked<'a>,
    part: usize,
    at: usize,
    dovere: &'a Dovere,
    answer: &'f mut dyn FnMut(Answer<'a>),
}

impl<'a> Asker<'a, '_> {
    fn ask(&mut self) {
        let (root, steps) = (self.asked.root, self.dovere.campo.passi.as_slice());
        if !self.dovere.ovunque {
            return self.walk(root, steps, "");
        }
        if is_asked_anywhere(root, steps) {
            self.answer(root, "", steps.len(), Some(!collect(root, steps).is_empty()));
        }
    }

    /// Follows the duty from a record, inside one of this name.
    fn walk(&mut self, record: &'a Record<'a>, steps: &'a [Passo], within: &'a str) {
        let Some((step, rest)) = steps.split_first() else { return };
        let Asked { root, law, profilo, places } = self.asked;
        let name = if record.name().is_empty() { within } else { record.name() };
        let value = record.by_key(&step.chiave);
        let is_broken = places.is_broken(record.luogo, &step.chiave);
        let walked = self.dovere.campo.passi.len() - rest.len();
        match value {
            value if rest.is_empty() => {
                let met = value.is_some_and(|value| meets(value, step));
                if met || !is_excused(root, record, self.dovere) {
                    self.answer(record, name, walked, (met || !is_broken).then_some(met));
                }
            }
            Some(value) => {
                for inner in value.records().into_iter().filter(|inner| fits_record(inner, step)) {
                    self.walk(inner, rest, name);
                }
            }
            None if is_broken => self.answer(record, name, walked, None),
            // Without records there is nothing to ask, and what is not there meets no condition.
            None if steps[..steps.len() - 1].iter().any(is_conditional) => {}
            // Another duty says so already.
            None if is_asked_for(self.dovere, walked, law, profilo) => {}
            None => self.answer(record, name, walked, Some(false)),
        }
    }

    fn answer(&mut self, record: &'a Record<'a>, name: &'a str, walked: usize, met: Option<bool>) {
        let Self { part, at, dovere, .. } = *self;
        (self.answer)(Answer { part, at, dovere, record, name, walked, met });
    }
}

/// Whether the plan omits a sub-section with a reason.
fn is_omitted(root: &Record<'_>, numero: &str) -> bool {
    let rows = root.records(campo::SOTTOSEZIONI);
    rows.iter().any(|row| row.text(campo::CHIAVE) == numero && row.get(campo::OMESSA).is_some())
}

/// Whether another duty asks for a record on the way, from the one that is missing on.
fn is_asked_for(dovere: &Dovere, walked: usize, law: &Law, profilo: &Profilo) -> bool {
    let steps = &dovere.campo.passi;
    let asks = |other: &Dovere| {
        let keys = |most: usize| steps[..most].iter().map(|passo| &passo.chiave);
        (walked..steps.len()).any(|most| other.campo.is_at(keys(most))) && other.binds(profilo)
    };
    law.doveri().any(|(_, other)| asks(other))
}

/// Whether there is anything of which one in the whole plan is enough.
fn is_asked_anywhere(root: &Record<'_>, steps: &[Passo]) -> bool {
    let parents = steps.split_last().map_or(steps, |(_, parents)| parents);
    root.by_key(&steps[0].chiave).is_some()
        && (parents.is_empty() || !collect(root, parents).is_empty())
}

/// Whether what a plan says elsewhere dispenses a record from a duty.
fn is_excused(root: &Record<'_>, record: &Record<'_>, dovere: &Dovere) -> bool {
    let Some(salvo) = &dovere.salvo else { return false };
    if salvo.is_beside(&dovere.campo) {
        return record.by_key(&salvo.ultimo().chiave).is_some();
    }
    !collect(root, &salvo.passi).is_empty()
}

/// Whether a duty that goes through a step asks nothing where the step finds nothing.
fn is_conditional(step: &Passo) -> bool {
    step.elenco || step.filtro.is_some()
}

/// A name that fits a sentence.
fn shorten(name: &str) -> String {
    const LONGEST: usize = 70;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Whether a value meets the last step of a path.
fn meets(value: &Value<'_>, step: &Passo) -> bool {
    value.items().iter().any(|item| fits(item, step))
}

/// Whether a value passes the filter of a step.
fn fits(value: &Value<'_>, step: &Passo) -> bool {
    match value {
        Value::Record(record) => fits_record(record, step),
        _ => step.filtro.is_none(),
    }
}

/// Whether a record passes the filter of a step.
fn fits_record(record: &Record<'_>, step: &Passo) -> bool {
    let Some((key, wanted)) = &step.filtro else { return true };
    record.by_key(key).is_some_and(|found| {
        found.items().iter().any(|value| match value {
            Value::Bool(yes) => yes.to_string() == *wanted,
            other => other.as_str() == Some(wanted),
        })
    })
}

/// Every value at the end of a path, through lists.
fn collect<'a, 'law>(record: &'a Record<'law>, steps: &[Passo]) -> Vec<&'a Value<'law>> {
    let Some((step, rest)) = steps.split_first() else { return Vec::new() };
    let items = record.by_key(&step.chiave).map(Value::items).unwrap_or_default();
    let fitting = items.iter().filter(|item| fits(item, step));
    if rest.is_empty() {
        return fitting.collect();
    }
    fitting
        .filter_map(|item| match item {
            Value::Record(inner) => Some(collect(inner, rest)),
            _ => None,
        })
        .flatten()
        .collect()
}
