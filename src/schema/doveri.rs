//! Duties: what the law asks to be there, as data, through one walker.

use serde_json::{Map, Value};

use crate::diag::{Finding, Findings, Places};
use crate::law::{Dovere, Law, Profilo};
use crate::source::Span;

/// A key of a duty's path, with its filter.
struct Step<'a> {
    key: &'a str,
    filter: Option<(&'a str, &'a str)>,
}

struct Checker<'a> {
    root: &'a Map<String, Value>,
    law: &'a Law,
    profilo: &'a Profilo,
    places: &'a Places,
    findings: &'a mut Findings,
}

/// Reports every duty that binds the administration and that its plan does not meet.
pub(super) fn check(
    root: &Map<String, Value>,
    law: &Law,
    profilo: &Profilo,
    places: &Places,
    findings: &mut Findings,
) {
    let mut checker = Checker { root, law, profilo, places, findings };
    for sottosezione in &law.sottosezioni {
        if is_omitted(root, &sottosezione.numero) {
            continue;
        }
        for dovere in sottosezione.dovere.iter().filter(|dovere| dovere.binds(profilo)) {
            checker.duty(dovere);
        }
    }
}

/// Whether the plan omits a sub-section with a reason.
fn is_omitted(root: &Map<String, Value>, numero: &str) -> bool {
    root.get("sottosezioni").and_then(Value::as_array).is_some_and(|rows| {
        rows.iter().any(|row| {
            row.get("chiave").and_then(Value::as_str) == Some(numero) && row.get("omessa").is_some()
        })
    })
}

impl Checker<'_> {
    fn duty(&mut self, dovere: &Dovere) {
        let steps = steps(&dovere.campo);
        if dovere.ovunque {
            let mut found = Vec::new();
            collect(self.root, &steps, &mut found);
            let any_parent = self.root.get(steps[0].key).is_some_and(|value| !is_empty(value));
            if any_parent && found.is_empty() {
                let span = self.places.span(mark(self.root), steps[0].key);
                self.report(dovere, span);
            }
            return;
        }
        self.walk(self.root, &steps, dovere);
    }

    fn walk(&mut self, table: &Map<String, Value>, steps: &[Step<'_>], dovere: &Dovere) {
        let Some((step, rest)) = steps.split_first() else { return };
        let value = table.get(step.key).filter(|value| !is_empty(value));
        let mark = mark(table);
        if rest.is_empty() {
            let met = value.is_some_and(|value| matches(value, step));
            if !met && !self.is_excused(table, dovere) && !self.places.is_broken(mark, step.key) {
                let span = self.places.span(mark, step.key);
                self.report(dovere, span);
            }
            return;
        }
        match value {
            Some(Value::Array(items)) => {
                for item in items.iter().filter(|item| fits(item, step)) {
                    if let Value::Object(inner) = item {
                        self.walk(inner, rest, dovere);
                    }
                }
            }
            Some(item @ Value::Object(inner)) => {
                if fits(item, step) {
                    self.walk(inner, rest, dovere);
                }
            }
            _ if self.places.is_broken(mark, step.key) => {}
            _ if steps[..steps.len() - 1].iter().any(|step| self.is_list(dovere, step.key)) => {}
            _ if self.is_asked_for(dovere, steps.len()) => {}
            _ => {
                let span = self.places.span(mark, step.key);
                self.report(dovere, span);
            }
        }
    }

    /// Whether another duty asks for the record that is missing on the way, and says so already:
    /// the one that has these steps still to go.
    fn is_asked_for(&self, dovere: &Dovere, left: usize) -> bool {
        let keys = dovere.keys();
        let path = keys[..keys.len() + 1 - left].join(".");
        let asks = |other: &Dovere| other.campo == path && other.binds(self.profilo);
        self.law.doveri().any(|(_, other)| asks(other))
    }

    /// Whether a key of a duty's path holds a list: without records there is nothing to ask.
    fn is_list(&self, dovere: &Dovere, key: &str) -> bool {
        let keys = dovere.keys();
        let mut campo = self.law.campo(keys[0]);
        for next in &keys[1..] {
            let Some(current) = campo else { return false };
            if current.chiave == key {
                return current.forma.elenco;
            }
            let crate::law::Base::Record(kind) = &current.forma.base else { return false };
            campo = self
                .law
                .record
                .get(kind)
                .and_then(|record| record.campi.iter().find(|campo| campo.chiave == *next));
        }
        campo.is_some_and(|campo| campo.chiave == key && campo.forma.elenco)
    }

    fn is_excused(&self, table: &Map<String, Value>, dovere: &Dovere) -> bool {
        let Some(salvo) = &dovere.salvo else { return false };
        let (parent, last) = salvo.rsplit_once('.').unwrap_or(("", salvo));
        let own = dovere.campo.rsplit_once('.').map_or("", |(parent, _)| parent);
        if parent == own {
            return table.get(last).is_some_and(|value| !is_empty(value));
        }
        let mut found = Vec::new();
        collect(self.root, &steps(salvo), &mut found);
        !found.is_empty()
    }

    fn report(&mut self, dovere: &Dovere, span: Span) {
        let mut finding = Finding::new(&dovere.regola, dovere.gravita, span, dovere.manca.clone());
        finding.norma = self.law.cite_all(dovere.norma.iter().map(String::as_str), self.profilo);
        finding.cap(dovere.fiducia).cap(self.profilo.fiducia(&dovere.per));
        finding.help.clone_from(&dovere.aiuto);
        finding.explained = true;
        self.findings.push(finding);
    }
}

/// The steps of a path: `accessibilita[tipo = fisica].luogo`.
fn steps(path: &str) -> Vec<Step<'_>> {
    path.split('.')
        .map(|piece| match piece.split_once('[') {
            Some((key, filter)) => {
                Step { key, filter: filter.trim_end_matches(']').split_once(" = ") }
            }
            None => Step { key: piece, filter: None },
        })
        .collect()
}

fn mark(table: &Map<String, Value>) -> u32 {
    table.get("luogo").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.keys().all(|key| key == "luogo"),
        _ => false,
    }
}

/// Whether a value meets the last step of a path.
fn matches(value: &Value, step: &Step<'_>) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| fits(item, step)),
        other => fits(other, step),
    }
}

/// Whether a record passes the filter of a step.
fn fits(item: &Value, step: &Step<'_>) -> bool {
    let Some((key, wanted)) = step.filter else { return true };
    match item.get(key) {
        Some(Value::Array(values)) => values.iter().any(|value| value.as_str() == Some(wanted)),
        Some(Value::Bool(yes)) => yes.to_string() == wanted,
        Some(value) => value.as_str() == Some(wanted),
        None => false,
    }
}

/// Every value at the end of a path, through lists.
fn collect<'a>(table: &'a Map<String, Value>, steps: &[Step<'_>], found: &mut Vec<&'a Value>) {
    let Some((step, rest)) = steps.split_first() else { return };
    let Some(value) = table.get(step.key).filter(|value| !is_empty(value)) else { return };
    let items = match value {
        Value::Array(items) => items.iter().collect::<Vec<_>>(),
        other => vec![other],
    };
    for item in items.into_iter().filter(|item| fits(item, step)) {
        match item {
            Value::Object(inner) if !rest.is_empty() => collect(inner, rest, found),
            _ if rest.is_empty() => found.push(item),
            _ => {}
        }
    }
}
