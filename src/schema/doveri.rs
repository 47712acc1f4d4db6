//! Duties: what the law asks to be there, as data, through one walker.

use crate::diag::{About, Finding, Findings, Phase, Places};
use crate::law::{Dovere, Law, Passo, Profilo};
use crate::nomi::campo;
use crate::record::{Record, Value};
use crate::source::Span;
use crate::valori::Luogo;

struct Checker<'a> {
    root: &'a Record<'a>,
    law: &'a Law,
    profilo: &'a Profilo,
    places: &'a Places,
    findings: &'a mut Findings,
    /// The sub-section that asks, by its place in the law.
    part: usize,
}

/// Reports every duty that binds the administration and that its plan does not meet.
pub(super) fn check(
    root: &Record<'_>,
    law: &Law,
    profilo: &Profilo,
    places: &Places,
    findings: &mut Findings,
) {
    let mut checker = Checker { root, law, profilo, places, findings, part: 0 };
    for (part, sottosezione) in law.sottosezioni.iter().enumerate() {
        checker.part = part;
        if is_omitted(root, &sottosezione.numero) {
            continue;
        }
        for dovere in sottosezione.dovere.iter().filter(|dovere| dovere.binds(profilo)) {
            checker.duty(dovere);
        }
    }
}

/// Whether the plan omits a sub-section with a reason.
pub(super) fn is_omitted(root: &Record<'_>, numero: &str) -> bool {
    let rows = root.records(campo::SOTTOSEZIONI);
    rows.iter().any(|row| row.text(campo::CHIAVE) == numero && row.get(campo::OMESSA).is_some())
}

impl Checker<'_> {
    fn duty(&mut self, dovere: &Dovere) {
        let steps = &dovere.campo.passi;
        if dovere.ovunque {
            if is_asked_anywhere(self.root, steps) && collect(self.root, steps).is_empty() {
                let span = self.places.span(self.root.luogo, &steps[0].chiave);
                self.report(dovere, span, self.root.luogo, steps, "");
            }
            return;
        }
        self.walk(self.root, steps, dovere, "");
    }

    /// Follows a duty from a record, inside one of this name.
    fn walk(&mut self, record: &Record<'_>, steps: &[Passo], dovere: &Dovere, within: &str) {
        let Some((step, rest)) = steps.split_first() else { return };
        let name = if record.name().is_empty() { within } else { record.name() };
        let value = record.by_key(&step.chiave);
        let is_broken = self.places.is_broken(record.luogo, &step.chiave);
        let span = self.places.span(record.luogo, &step.chiave);
        let walked = &dovere.campo.passi[..dovere.campo.passi.len() - rest.len()];
        if rest.is_empty() {
            let met = value.is_some_and(|value| meets(value, step));
            if !met && !is_broken && !self.is_excused(record, dovere) {
                self.report(dovere, span, record.luogo, walked, name);
            }
            return;
        }
        match value {
            Some(value) => {
                for inner in value.records().into_iter().filter(|inner| fits_record(inner, step)) {
                    self.walk(inner, rest, dovere, name);
                }
            }
            None if is_broken => {}
            // Without records there is nothing to ask, and what is not there meets no condition.
            None if steps[..steps.len() - 1].iter().any(is_conditional) => {}
            None if self.is_asked_for(dovere, walked.len()) => {}
            None => self.report(dovere, span, record.luogo, walked, name),
        }
    }

    /// Whether another duty asks for a record on the way, from the one that is missing on, and says
    /// so already.
    fn is_asked_for(&self, dovere: &Dovere, walked: usize) -> bool {
        is_asked_for(dovere, walked, self.law, self.profilo)
    }

    fn is_excused(&self, record: &Record<'_>, dovere: &Dovere) -> bool {
        is_excused(self.root, record, dovere)
    }

    /// Reports what is not there, beyond the steps walked from the plan to a record that has this
    /// name.
    fn report(&mut self, dovere: &Dovere, span: Span, luogo: Luogo, walked: &[Passo], name: &str) {
        let message = match name {
            "" => dovere.manca.clone(),
            name => format!("{}: «{}»", dovere.manca, shorten(name)),
        };
        let mut finding = Finding::new(&dovere.regola, dovere.severity(), span, message);
        finding.phase = Phase::Duty { part: self.part };
        let mut absent: Vec<String> = walked.iter().map(|passo| passo.chiave.clone()).collect();
        // Records are there, and the one that is asked for is not among them.
        let last = dovere.campo.ultimo();
        let is_list = dovere.ovunque || self.places.is_written(luogo, &last.chiave);
        let among =
            last.filtro.as_ref().filter(|_| is_list && walked.len() == dovere.campo.passi.len());
        absent.extend(among.map(|(key, value)| format!("[{key} = {value}]")));
        finding.about = About { luogo, part: Some(self.part), absent: Some(absent.join(".")) };
        finding.norma = self.law.cite_all(dovere.fonti(self.profilo), self.profilo);
        finding.unsure = dovere.fiducia.is_unsure();
        finding.cap(self.profilo.fiducia(&dovere.per));
        let typed = self.law.esempio(Some(self.profilo)).dovere(&dovere.campo);
        let typed = self.places.with_new_code(typed);
        finding.help = Some(match &dovere.aiuto {
            Some(advice) => format!("{advice}; {typed}"),
            None => typed,
        });
        finding.explained = true;
        self.findings.push(finding);
    }
}

/// Whether another duty asks for a record on the way, from the one that is missing on.
pub(super) fn is_asked_for(dovere: &Dovere, walked: usize, law: &Law, profilo: &Profilo) -> bool {
    let steps = &dovere.campo.passi;
    let asks = |other: &Dovere| {
        let keys = |most: usize| steps[..most].iter().map(|passo| &passo.chiave);
        (walked..steps.len()).any(|most| other.campo.is_at(keys(most))) && other.binds(profilo)
    };
    law.doveri().any(|(_, other)| asks(other))
}

/// Whether there is anything of which one in the whole plan is enough.
pub(super) fn is_asked_anywhere(root: &Record<'_>, steps: &[Passo]) -> bool {
    let parents = steps.split_last().map_or(steps, |(_, parents)| parents);
    root.by_key(&steps[0].chiave).is_some()
        && (parents.is_empty() || !collect(root, parents).is_empty())
}

/// Whether what a plan says elsewhere dispenses a record from a duty.
pub(super) fn is_excused(root: &Record<'_>, record: &Record<'_>, dovere: &Dovere) -> bool {
    let Some(salvo) = &dovere.salvo else { return false };
    if salvo.is_beside(&dovere.campo) {
        return record.by_key(&salvo.ultimo().chiave).is_some();
    }
    !collect(root, &salvo.passi).is_empty()
}

/// Whether a duty that goes through a step asks nothing where the step finds nothing.
pub(super) fn is_conditional(step: &Passo) -> bool {
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
pub(super) fn meets(value: &Value<'_>, step: &Passo) -> bool {
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
pub(super) fn fits_record(record: &Record<'_>, step: &Passo) -> bool {
    let Some((key, wanted)) = &step.filtro else { return true };
    record.by_key(key).is_some_and(|found| {
        found.items().iter().any(|value| match value {
            Value::Bool(yes) => yes.to_string() == *wanted,
            other => other.as_str() == Some(wanted),
        })
    })
}

/// Every value at the end of a path, through lists.
pub(super) fn collect<'a, 'law>(record: &'a Record<'law>, steps: &[Passo]) -> Vec<&'a Value<'law>> {
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
