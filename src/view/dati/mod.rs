//! The records of a plan as data: tables whose cells are written as those of a plan's own table
//! files, and the whole plan under the keys of its source.
//!
//! A list of records is a table. A list that stands in the records of another has a column more, the
//! first: which of them holds the row. What stands alone, outside any list, is in the whole alone.

mod celle;
mod tavola;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value as Json;

use crate::law::{Campo, Law, Licenza};
use crate::nomi::campo;
use crate::record::Record;

pub use tavola::{Colonna, Tavola, Tipo};

/// Name of the table of the closed lists.
const ELENCHI: &str = "elenchi";

/// A plan as data.
#[derive(Debug, Clone, Default)]
pub struct Dati {
    /// Its tables, in the order of the plan-type; the closed lists that they draw from come last.
    pub tavole: Vec<Tavola>,
    /// The whole plan, under the keys of its source.
    pub piano: Json,
    /// What falls due, in order of day.
    pub scadenze: Vec<Scadenza>,
    /// Version; may be empty.
    pub versione: String,
    /// Licence, as the plan writes it; may be empty.
    pub licenza: String,
    /// The same, when it is a known one.
    pub nota: Option<Licenza>,
    /// Where the plan is published; may be empty.
    pub indirizzo: String,
}

/// A day by which something falls due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scadenza {
    /// The day.
    pub giorno: Date,
    /// What tells it from any other, whatever its day.
    pub chiave: String,
    /// What falls due.
    pub titolo: String,
    /// Who answers; may be empty.
    pub chi: String,
}

impl Dati {
    /// The data of a plan.
    pub(super) fn of(root: &Record<'_>, law: &Law) -> Self {
        let mut tavole = tables(root, law);
        tavola::relate(&mut tavole);
        tavole.extend(lists(&tavole, law));
        let piao = root.record(campo::PIAO);
        let licenza = piao.map(|piao| piao.text(campo::LICENZA)).unwrap_or_default();
        let published = piao.and_then(|piao| piao.record(campo::PUBBLICAZIONE));
        let text = |record: Option<&Record<'_>>, key| {
            record.map(|record| record.text(key)).unwrap_or_default().to_owned()
        };
        Self {
            tavole,
            scadenze: Vec::new(),
            piano: celle::whole(root),
            versione: text(piao, campo::VERSIONE),
            licenza: licenza.into(),
            nota: law.licenza(licenza).cloned(),
            indirizzo: text(published, campo::INDIRIZZO),
        }
    }
}

/// The name of the table of the records at the end of a path of keys.
pub(super) fn name(path: &[String]) -> String {
    path.join(".")
}

/// A table on its way: where it stands, its rows, each with what holds it.
struct Righe<'a> {
    path: Vec<&'a Campo>,
    righe: Vec<(&'a Record<'a>, String)>,
}

/// The tables of a plan that have rows.
fn tables(root: &Record<'_>, law: &Law) -> Vec<Tavola> {
    let mut found: Vec<Righe<'_>> = Vec::new();
    for campo in law.sottosezioni.iter().flat_map(|part| &part.campo) {
        gather(root, &[], campo, "", law, &mut found);
    }
    found.into_iter().map(|Righe { path, righe }| tavola::of(&path, &righe, law)).collect()
}

/// Gathers the records of a field, and of the fields inside them.
fn gather<'a>(
    holder: &'a Record<'a>,
    above: &[&'a Campo],
    campo: &'a Campo,
    within: &str,
    law: &'a Law,
    found: &mut Vec<Righe<'a>>,
) {
    let records = holder.records(campo);
    let path: Vec<&Campo> = above.iter().copied().chain([campo]).collect();
    let is_table = campo.forma.elenco && (within.is_empty() || law.per_anno(campo).is_none());
    if is_table && !records.is_empty() {
        let same = |table: &&mut Righe<'_>| names(&table.path) == names(&path);
        let rows = records.iter().map(|record| (*record, within.to_owned()));
        match found.iter_mut().find(same) {
            Some(table) => table.righe.extend(rows),
            None => found.push(Righe { path: path.clone(), righe: rows.collect() }),
        }
    }
    for (index, record) in records.into_iter().enumerate() {
        let own = match record.id() {
            _ if !campo.forma.elenco => within.to_owned(),
            "" => (index + 1).to_string(),
            id => id.to_owned(),
        };
        for inner in &record.kind.campi {
            gather(record, &path, inner, &own, law, found);
        }
    }
}

fn names(path: &[&Campo]) -> Vec<String> {
    path.iter().map(|campo| campo.chiave.clone()).collect()
}

/// The closed lists that some tables draw from, as a table of their own.
fn lists(tavole: &[Tavola], law: &Law) -> Option<Tavola> {
    let columns = tavole.iter().flat_map(|tavola| &tavola.colonne);
    let used: BTreeSet<&str> = columns.filter_map(|colonna| colonna.elenco.as_deref()).collect();
    let lists = used.into_iter().filter_map(|name| Some((name, law.vocabolari.get(name)?)));
    let rows = lists.flat_map(|(name, list)| {
        list.voci.iter().map(move |voce| {
            let fonte = voce.fonte.as_ref().unwrap_or(&list.fonte);
            vec![name.to_owned(), voce.chiave.clone(), voce.etichetta.clone(), fonte.clone()]
        })
    });
    tavola::plain(ELENCHI, rows.collect())
}
