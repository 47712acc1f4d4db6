//! What the making of a document needs at hand: the law, the plan's values, anchors and titles.

use std::collections::BTreeMap;

use super::ancore::Ancore;
use super::document::Tratto;
use super::mancanze::{Mancanza, Mancanze};
use super::{formato, frasi, markdown, parole};
use crate::law::{Law, Profilo};
use crate::legami::Legami;
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::Stati;
use crate::nomi::{Nome, campo};
use crate::record::{Record, Value};
use crate::valori::Luogo;

/// The making of a document.
pub(super) struct Maker<'a> {
    pub(super) law: &'a Law,
    pub(super) profilo: &'a Profilo,
    pub(super) root: &'a Record<'a>,
    pub(super) ancore: Ancore,
    /// How the records hang together.
    pub(super) legami: Legami<'a>,
    /// Anchor and title of each record with a code, by code.
    titles: BTreeMap<String, (String, String)>,
    /// Titles by anchor.
    owners: BTreeMap<String, String>,
    /// Anchors of what has a code that another record had first.
    again: BTreeMap<Luogo, String>,
    pub(super) mancanze: Mancanze<'a>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        law: &'a Law,
        profilo: &'a Profilo,
        root: &'a Record<'a>,
        mancanze: &'a [Mancanza],
    ) -> Self {
        // What is omitted, or says itself in which state it is, lacks nothing.
        let says_its_state = |numero: &str| {
            root.records(campo::SOTTOSEZIONI).into_iter().any(|row| {
                let said = [campo::OMESSA, campo::STATO];
                row.text(campo::CHIAVE) == numero
                    && said.into_iter().any(|campo| row.filled(campo).is_some())
            })
        };
        let is_complete = |part: usize| says_its_state(&law.sottosezioni[part].numero);
        let mut maker = Self {
            law,
            profilo,
            root,
            ancore: Ancore::default(),
            legami: Legami::of(root, law),
            titles: BTreeMap::new(),
            owners: BTreeMap::new(),
            again: BTreeMap::new(),
            mancanze: Mancanze::new(mancanze, root, is_complete),
        };
        maker.name_records(root);
        maker
    }

    /// Gives every record with a code its anchor, before anything refers to it.
    fn name_records(&mut self, within: &Record<'_>) {
        for campo in &within.kind.campi {
            for record in within.records(campo) {
                let (id, title) = (record.id(), title(record));
                if !id.is_empty() {
                    let anchor = self.ancore.unique(&formato::slug(id));
                    self.owners.insert(anchor.clone(), title.clone());
                    if self.titles.contains_key(id) {
                        self.again.insert(record.luogo, anchor);
                    } else {
                        self.titles.insert(id.into(), (anchor, title));
                    }
                }
                self.name_records(record);
            }
        }
    }

    /// Whether each record of a kind has a page of its own.
    pub(super) fn has_page(&self, kind: &str) -> bool {
        self.law.record.get(kind).is_some_and(|kind| kind.pagina)
    }

    /// The value of a field at the top level of the plan.
    pub(super) fn value(&self, campo: impl Nome) -> Option<&'a Value<'a>> {
        self.root.get(campo)
    }

    /// The state of the plan, when it is said.
    pub(super) fn stato(&self) -> Option<Stati> {
        self.root.record(campo::PIAO).and_then(|piao| Stati::read(piao.text(campo::STATO)))
    }

    /// The records of a list at the top level of the plan.
    pub(super) fn records(&self, campo: impl Nome) -> Vec<&'a Record<'a>> {
        self.root.records(campo)
    }

    /// The anchor and the code of a record.
    pub(super) fn record_anchor(&mut self, item: &Record<'_>, base: &str) -> (String, String) {
        let id = item.id();
        let first = self.titles.get(id).map(|(anchor, _)| anchor);
        if let Some(anchor) = self.again.get(&item.luogo).or(first) {
            return (anchor.clone(), id.into());
        }
        // Other records may well have the same row of a closed list, or the same year.
        let own = match item.by_key(&item.kind.titolo) {
            Some(Value::Line(_)) => title(item),
            _ => markdown::plain(&frasi::record(self, item)),
        };
        (self.ancore.named(base, &own), String::new())
    }

    /// Whether some record has a code.
    pub(super) fn has_codes(&self) -> bool {
        !self.titles.is_empty()
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
                vec![Tratto::rinvio(anchor.clone(), tratti)]
            }
            None => vec![Tratto::Testo { testo: id.into() }],
        }
    }

    /// Stands for a datum that is due and not given.
    #[expect(clippy::unused_self, reason = "reads as the other makers of runs")]
    pub(super) fn mancante(&self) -> Tratto {
        Tratto::Mancante { testo: parole::MANCA_IN_CELLA.into() }
    }
}

/// The title of a record as printed: a draft may still lack it, a heading may not be empty.
pub(super) fn title(record: &Record<'_>) -> String {
    let title = record.by_key(&record.kind.titolo);
    let text = title.and_then(|title| title.label().or(title.as_str())).unwrap_or_default().trim();
    if !text.is_empty() {
        return formato::text(text);
    }
    match record.id() {
        "" => format!("{} senza titolo", record.kind.nome),
        id => format!("{} {id}", record.kind.nome),
    }
}
