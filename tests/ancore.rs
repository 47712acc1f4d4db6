//! Anchors stay where they are: whoever writes one thing more moves no link to the others.

use std::collections::BTreeMap;

use piao::Checked;
use piao::law::{Base, Law};
use piao::record::{Record, Value};
use piao::valori::Luogo;
use piao::view::document::{Blocco, Documento};
use piao::view::visita::Nodo;

use crate::support::{example, words};

/// A way to write something more in a text.
type Way = fn(&str) -> Option<String>;

/// What is written among other things: no text of the examples begins so.
const NEW: &str = "Un capoverso scritto dopo, che nessuno citava ancora.";

/// Whether what stands at an anchor is computed, and says more when the plan does.
fn is_computed(id: &str) -> bool {
    let opening = ["in-una-pagina", "per-chi-", "chi-risponde-", "i-numeri"];
    id.contains("-collegamenti") || opening.iter().any(|part| id.starts_with(part))
}

/// What is computed of the staff is there only while the plan says every number of it, and the new
/// records do not say how many people they hire.
const WHILE_COUNTED: [&str; 2] = ["fabbisogni-proiezione-figura", "fabbisogni-proiezione-conti"];

/// Every anchor with what stands there: what is inside it may grow.
fn anchors(document: &Documento) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    document.visit(|nodo, _| {
        let text = match nodo {
            Nodo::Parte(part) => part.titolo.clone(),
            Nodo::Blocco(Blocco::Paragrafo { testo, .. } | Blocco::Intestazione { testo, .. }) => {
                words(testo)
            }
            Nodo::Blocco(Blocco::Scheda(card)) => card.titolo.clone(),
            Nodo::Blocco(Blocco::Codice { testo, .. }) => testo.clone(),
            Nodo::Blocco(Blocco::Tabella(table)) => {
                table.colonne.iter().map(|column| column.titolo.as_str()).collect()
            }
            Nodo::Blocco(_) => String::new(),
            Nodo::Riga(row) => words(&row.celle[0]),
            Nodo::Voce(voce) => voce.termine.clone(),
            Nodo::Tratto(tratto) => words(tratto.tratti()),
        };
        if !nodo.id().is_empty() {
            let text = if is_computed(nodo.id()) { String::new() } else { text };
            out.insert(nodo.id().to_owned(), text);
        }
    });
    out
}

/// Every former anchor is still there, with the same text, and there are new ones.
fn stay(before: &BTreeMap<String, String>, checked: &Checked<'_>, what: &str) {
    let after = anchors(&checked.document(false).document);
    let is_kept = |(anchor, text): &(&String, &String)| after.get(*anchor) == Some(text);
    let moved: Vec<_> = before.iter().filter(|kept| !is_kept(kept)).collect();
    assert!(moved.is_empty(), "{what}: {} moved, {:#?}", moved.len(), &moved[..moved.len().min(9)]);
    assert!(after.len() > before.len(), "{what}: nothing was written");
}

/// Changes every value of a record and of those that it holds.
fn each(record: &mut Record<'_>, change: &mut dyn FnMut(&mut Value<'_>)) {
    record.fields.iter_mut().for_each(|(_, value)| each_value(value, change));
}

fn each_value(value: &mut Value<'_>, change: &mut dyn FnMut(&mut Value<'_>)) {
    change(value);
    match value {
        Value::Record(record) => each(record, change),
        Value::List(items) => items.iter_mut().for_each(|item| each_value(item, change)),
        _ => {}
    }
}

/// A text with one paragraph more in the middle: not inside a list, a table or a quotation.
fn with_a_paragraph_inside(text: &str) -> Option<String> {
    let is_whole = |piece: &str| piece.starts_with(|c: char| c.is_alphabetic() || c == '#');
    let gaps = text.match_indices("\n\n").map(|(at, _)| at);
    let gaps: Vec<usize> = gaps.filter(|at| is_whole(&text[at + 2..])).collect();
    let (before, after) = text.split_at(*gaps.get(gaps.len() / 2)?);
    Some(format!("{before}\n\n{NEW}{after}"))
}

#[test]
fn a_paragraph_more_in_a_text_moves_no_anchor() {
    let plan = example("provincia-di-esempio");
    let before = anchors(&plan.check(Law::embedded()).document(false).document);
    let ways: [(&str, Way); 2] = [
        ("at the start", |text| {
            Some(format!("{NEW}[^aggiunta]\n\n{text}\n\n[^aggiunta]: Una nota aggiunta."))
        }),
        ("in the middle", with_a_paragraph_inside),
    ];
    for (what, way) in ways {
        let mut checked = plan.check(Law::embedded());
        let mut texts = 0;
        each(&mut checked.radice, &mut |value| {
            if let Value::Markdown(text) = value
                && let Some(longer) = way(text)
            {
                *text = longer;
                texts += 1;
            }
        });
        assert!(texts > 15, "{what}: only {texts} texts");
        stay(&before, &checked, what);
    }
}

#[test]
fn a_record_more_in_a_list_moves_no_anchor() {
    let plan = example("provincia-di-esempio");
    let mut checked = plan.check(Law::embedded());
    let mut before = anchors(&checked.document(false).document);
    for counted in WHILE_COUNTED {
        assert!(before.remove(counted).is_some(), "{counted} is there while all is counted");
    }
    let mut count = 0_u32;
    each(&mut checked.radice, &mut |value| {
        let Value::List(items) = value else { return };
        let Some(Value::Record(first)) = items.first() else { return };
        let Some(titolo) = first.kind.campo(&first.kind.titolo) else { return };
        if titolo.forma.base != Base::Riga {
            return;
        }
        count += 1;
        let title = Value::Line(format!("Elemento aggiunto {count}"));
        let mut fields = vec![(titolo, title)];
        if let Some(id) = first.kind.campi.iter().find(|campo| campo.forma.base == Base::Id) {
            fields.push((id, Value::Id(format!("aggiunto-{count}"))));
        }
        let luogo = Luogo(1_000_000 + count);
        let one = Record { fields, luogo, ..first.clone() };
        items.insert(0, Value::Record(one));
    });
    assert!(count > 40, "only {count} lists");
    stay(&before, &checked, "a record more");
}
