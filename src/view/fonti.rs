//! The acts that this plan really rests on: those that ask for what it holds or lacks, and those that
//! it names.

use std::collections::BTreeSet;

use super::Rilievo;
use super::document::{Parte, RigaTabella, Tratto};
use super::estremi::{self, Estremi};
use super::formato;
use super::maker::Maker;
use super::valori::plain;
use super::visita::{Nodo, visit};
use crate::law::Sottosezione;
use crate::norma::{self, Norma};
use crate::record::{Record, Value};

/// What stands for the good sense of a plan, and is no act.
const NO_ACTS: &[&str] = &["prassi", "integrita"];

/// A row for each act.
pub(super) fn righe(maker: &Maker<'_>, parti: &[Parte], listed: &[Rilievo]) -> Vec<RigaTabella> {
    let cited = cited(maker, parti, listed);
    let mut texts = String::new();
    gather(maker.root, &mut texts);
    let named = estremi::all(&texts);
    let is_named = |act: &Norma| {
        own(act).is_some_and(|own| named.contains(&own)) || estremi::names(&texts, &act.sigla)
    };
    let acts = maker.law.norme.values();
    let acts = acts.filter(|act| !NO_ACTS.contains(&act.chiave.as_str()));
    acts.filter(|act| cited.contains(act.chiave.as_str()) || is_named(act))
        .map(|act| {
            let link = maker.law.cite(&act.chiave, maker.profilo.data).indirizzo;
            let name = vec![plain(formato::text(&act.titolo))];
            let title = match link {
                Some(url) => vec![Tratto::Link { url, tratti: name }],
                None => name,
            };
            let id = format!("fonte-{}", formato::slug(&act.chiave));
            RigaTabella::new(id, vec![vec![plain(formato::text(&act.sigla))], title])
        })
        .collect()
}

/// Number and year of an act, as its short name says them or else its title.
fn own(act: &Norma) -> Option<Estremi> {
    let said = |text: &str| estremi::all(text).into_iter().next();
    // A title names first the act itself, then those that changed it: `Legge 6 novembre 2012, n. 190, …`
    let first: Vec<&str> = act.titolo.split(',').take(2).collect();
    said(&act.sigla).or_else(|| said(&first.join(",")))
}

/// The keys of the acts that ask for what is shown, or for what is missing, and of what is found.
fn cited<'m>(maker: &'m Maker<'_>, parti: &[Parte], listed: &'m [Rilievo]) -> BTreeSet<&'m str> {
    let mut shown = BTreeSet::new();
    visit(parti, |nodo, _| {
        if let Nodo::Parte(part) = nodo {
            shown.insert(part.schema.as_str());
        }
    });
    let mut out = BTreeSet::new();
    let mut add = |citation: &'m str| _ = out.insert(norma::split(citation).0);
    let parts = maker.law.sottosezioni.iter();
    for part in parts.filter(|part| shown.contains(part.numero.as_str())) {
        part.norma.iter().for_each(|own| add(own));
        if !maker.mancanze.is_unwritten(&part.numero) {
            asked(maker, part).for_each(&mut add);
        }
    }
    fields(maker.root, &mut add);
    maker.mancanze.cited().for_each(&mut add);
    listed.iter().flat_map(|rilievo| &rilievo.atti).for_each(|own| add(own));
    out
}

/// What the duties of a sub-section rest on, where the plan answers them.
fn asked<'m>(maker: &'m Maker<'_>, part: &'m Sottosezione) -> impl Iterator<Item = &'m str> {
    let answers = |key: &str| maker.root.by_key(key).is_some();
    let due = part.dovere.iter().filter(|dovere| dovere.binds(maker.profilo));
    let due = due.filter(move |dovere| answers(&dovere.campo.passi[0].chiave));
    due.flat_map(|dovere| dovere.fonti(maker.profilo))
}

/// What the fields that a record fills rest on.
fn fields<'m>(record: &'m Record<'_>, add: &mut dyn FnMut(&'m str)) {
    for (campo, value) in record.fields.iter().filter(|(_, value)| !value.is_empty()) {
        campo.norma.iter().for_each(|own| add(own));
        value.records().into_iter().for_each(|inner| fields(inner, add));
    }
}

/// Every text of a record, a line each.
fn gather(record: &Record<'_>, texts: &mut String) {
    record.fields.iter().for_each(|(_, value)| gather_value(value, texts));
}

fn gather_value(value: &Value<'_>, texts: &mut String) {
    match value {
        Value::List(items) => items.iter().for_each(|item| gather_value(item, texts)),
        Value::Record(record) => gather(record, texts),
        Value::Line(text) | Value::Markdown(text) | Value::Choice(_, Some(text)) => {
            texts.push_str(text);
            texts.push('\n');
        }
        _ => {}
    }
}
