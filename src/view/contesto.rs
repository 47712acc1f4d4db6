//! What the making of a document needs at hand: the law, the plan's values, anchors and titles.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::ancore::Ancore;
use super::campi::Object;
use super::document::{Blocco, Tratto};
use super::visita::{NodoMut, blocks_mut};
use super::{formato, parole};
use crate::law::{Base, Campo, Law, Profilo, Record};

/// The making of a document.
pub(super) struct Contesto<'a> {
    pub(super) law: &'a Law,
    pub(super) profilo: &'a Profilo,
    pub(super) root: &'a Object,
    pub(super) ancore: Ancore,
    /// Anchor and title of each record with a code, by code.
    titles: BTreeMap<String, (String, String)>,
    /// Titles by anchor.
    owners: BTreeMap<String, String>,
    due: BTreeSet<String>,
}

impl<'a> Contesto<'a> {
    pub(super) fn new(law: &'a Law, profilo: &'a Profilo, root: &'a Object) -> Self {
        let due = law
            .doveri()
            .filter(|(_, dovere)| dovere.salvo.is_none() && dovere.binds(profilo))
            .map(|(_, dovere)| dovere.keys().join("."))
            .collect();
        let mut contesto = Self {
            law,
            profilo,
            root,
            ancore: Ancore::default(),
            titles: BTreeMap::new(),
            owners: BTreeMap::new(),
            due,
        };
        let campi: Vec<&Campo> = law.sottosezioni.iter().flat_map(|s| &s.campo).collect();
        contesto.name_records(root, &campi);
        contesto
    }

    /// Gives every record with a code its anchor, before anything refers to it.
    fn name_records(&mut self, table: &Object, campi: &[&'a Campo]) {
        for campo in campi {
            let Base::Record(kind) = &campo.forma.base else { continue };
            let Some(record) = self.law.record.get(kind) else { continue };
            let inner: Vec<&Campo> = record.campi.iter().collect();
            let items: Vec<&Object> = match table.get(&campo.chiave) {
                Some(Value::Array(items)) => items.iter().filter_map(Value::as_object).collect(),
                Some(Value::Object(item)) => vec![item],
                _ => continue,
            };
            for item in items {
                let title = title(record, item);
                if let Some(id) = item.get("id").and_then(Value::as_str).filter(|id| !id.is_empty())
                {
                    let anchor = self.ancore.unique(&formato::slug(id));
                    self.owners.insert(anchor.clone(), title.clone());
                    self.titles.insert(id.into(), (anchor, title));
                }
                self.name_records(item, &inner);
            }
        }
    }

    /// The value of a field at the top level of the plan.
    pub(super) fn value(&self, key: &str) -> &'a Value {
        self.root.get(key).unwrap_or(&Value::Null)
    }

    /// A text of the plan by its path.
    pub(super) fn string(&self, path: &[&str]) -> &'a str {
        path.iter()
            .try_fold(None, |value: Option<&'a Value>, key| {
                Some(Some(match value {
                    Some(value) => value.get(*key)?,
                    None => self.root.get(*key)?,
                }))
            })
            .flatten()
            .and_then(Value::as_str)
            .unwrap_or("")
    }

    /// Whether the law asks this administration for a field.
    pub(super) fn is_due(&self, path: &[String]) -> bool {
        self.due.contains(&path.join("."))
    }

    /// The printed form of a value of a closed list.
    pub(super) fn etichetta(&self, list: &str, key: &str) -> String {
        formato::text(self.law.etichetta(list, key).unwrap_or(key))
    }

    /// The anchor and the code of a record.
    pub(super) fn record_anchor(&mut self, item: &Object, base: &str) -> (String, String) {
        let id = item.get("id").and_then(Value::as_str).unwrap_or("");
        match self.titles.get(id) {
            Some((anchor, _)) => (anchor.clone(), id.into()),
            None => (self.ancore.under(base), String::new()),
        }
    }

    /// The title of the record with an anchor.
    pub(super) fn owner(&self, anchor: &str) -> Option<&str> {
        self.owners.get(anchor).map(String::as_str)
    }

    /// The anchor and the title of the record with a code.
    pub(super) fn named(&self, id: &str) -> Option<&(String, String)> {
        self.titles.get(id)
    }

    /// A reference by code: the title of what it refers to, as a link.
    pub(super) fn reference(&self, id: &str) -> Vec<Tratto> {
        match self.titles.get(id) {
            Some((anchor, title)) => {
                let tratti = vec![Tratto::Testo { testo: title.clone() }];
                vec![Tratto::Rinvio { id: anchor.clone(), tratti }]
            }
            None => vec![Tratto::Testo { testo: id.into() }],
        }
    }

    /// Stands for a datum that is due and not given.
    #[expect(clippy::unused_self, reason = "reads as the other makers of runs")]
    pub(super) fn mancante(&self) -> Tratto {
        Tratto::Mancante { testo: parole::DATO_NON_DISPONIBILE.to_lowercase() }
    }

    /// Gives an anchor to the paragraphs that a tight list made without one.
    pub(super) fn name_paragraphs(&mut self, blocks: &mut [Blocco], base: &str) {
        blocks_mut(blocks, &mut |nodo| match nodo {
            NodoMut::Blocco(Blocco::Paragrafo { id, .. }) if id.is_empty() => {
                *id = self.ancore.under(base);
            }
            _ => {}
        });
    }
}

/// The title of a record as printed: a draft may still lack it, a heading may not be empty.
pub(super) fn title(record: &Record, item: &Object) -> String {
    let text = item.get(&record.titolo).and_then(Value::as_str).unwrap_or("").trim();
    if !text.is_empty() {
        return formato::text(text);
    }
    match item.get("id").and_then(Value::as_str).unwrap_or("") {
        "" => format!("{} senza titolo", record.nome),
        id => format!("{} {id}", record.nome),
    }
}
