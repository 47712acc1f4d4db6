//! Records into blocks: one engine for every field of the piano-tipo.
//!
//! The law says how a field is called and what form it has; the plan says its value. A new field
//! of the law therefore appears in every output without a line of code or of layout.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::contesto::{Contesto, title};
use super::document::{Allinea, Blocco, Colonna, RigaTabella, Scheda, Tabella, Tratto, Voce};
use super::{formato, indicatori, markdown, parole, valori};
use crate::law::{Base, Campo, Record, Vista};

/// Characters under which a field may stand beside another.
const SHORT: usize = 60;
/// What stands in an empty cell.
pub(super) const EMPTY: &str = "–";

/// A record, as the model serialises it.
pub(super) type Object = Map<String, Value>;

/// Where a field stands: its path of keys, for the duties, and the anchor that it hangs from.
#[derive(Clone)]
pub(super) struct At {
    pub(super) path: Vec<String>,
    pub(super) ancora: String,
    pub(super) livello: u8,
}

impl At {
    pub(super) fn field(&self, key: &str) -> Self {
        let mut at = self.clone();
        at.path.push(key.into());
        at
    }
}

/// Whether a value says nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The records of a list.
pub(super) fn objects(value: &Value) -> Vec<&Object> {
    value.as_array().into_iter().flatten().filter_map(Value::as_object).collect()
}

impl Contesto<'_> {
    /// A list of records: cards or a table, as the law says; a remark when it is due and empty.
    pub(super) fn list(&mut self, campo: &Campo, value: &Value, at: &At) -> Vec<Blocco> {
        let Base::Record(kind) = &campo.forma.base else { return Vec::new() };
        let Some(record) = self.law.record.get(kind) else { return Vec::new() };
        let items = objects(value);
        if items.is_empty() {
            return self.missing(campo, at).into_iter().collect();
        }
        match campo.vista.unwrap_or(record.vista) {
            Vista::Schede => {
                items.iter().map(|item| Blocco::Scheda(self.card(record, item, at))).collect()
            }
            Vista::Tabella => vec![self.table(campo, record, &items, at)],
            Vista::Indicatori => vec![indicatori::table(self, campo, &items, at)],
            Vista::Organigramma => {
                let mut blocks = super::struttura::tree(self, &items, at);
                blocks.push(self.table(campo, record, &items, at));
                blocks
            }
        }
    }

    /// The remark for a field that is due and empty.
    pub(super) fn missing(&mut self, campo: &Campo, at: &At) -> Option<Blocco> {
        self.is_due(&at.path).then(|| {
            let id = self.ancore.under(&at.ancora);
            markdown::missing(id, &campo.etichetta, parole::DATO_NON_DISPONIBILE)
        })
    }

    /// A record as a card.
    pub(super) fn card(&mut self, record: &Record, item: &Object, at: &At) -> Scheda {
        let (id, codice) = self.record_anchor(item, &at.ancora);
        let inside = At { ancora: id.clone(), livello: at.livello + 1, path: at.path.clone() };
        let mut voci = Vec::new();
        let mut blocchi = Vec::new();
        for campo in &record.campi {
            if campo.chiave == "id" || campo.chiave == record.titolo {
                continue;
            }
            let value = item.get(&campo.chiave).unwrap_or(&Value::Null);
            let field = inside.field(&campo.chiave);
            if campo.forma.elenco && matches!(campo.forma.base, Base::Record(_)) {
                blocchi.extend(self.list(campo, value, &field));
            } else {
                voci.extend(self.voce(campo, value, &field));
            }
        }
        Scheda {
            id,
            nome: record.chiave.clone(),
            etichetta: record.nome.clone(),
            codice,
            titolo: title(record, item),
            livello: at.livello,
            voci,
            blocchi,
        }
    }

    /// A field of a card; nothing when it is empty and not due.
    pub(super) fn voce(&mut self, campo: &Campo, value: &Value, at: &At) -> Option<Voce> {
        let etichetta = campo.etichetta.clone();
        if is_empty(value) {
            return self.is_due(&at.path).then(|| Voce {
                etichetta,
                breve: true,
                blocchi: vec![self.paragraph(&at.ancora, vec![self.mancante()])],
            });
        }
        let long = matches!(campo.forma.base, Base::Testo);
        let blocchi = match (&campo.forma.base, value) {
            (Base::Testo, Value::String(text)) => self.text(text, campo, at),
            (Base::Riga, Value::Array(items)) => vec![self.bullets(campo, items, at)],
            _ => {
                let inlines = valori::inline(self, campo, value);
                vec![self.paragraph(&at.ancora, inlines)]
            }
        };
        let breve = !long && blocchi.iter().all(fits_a_line);
        Some(Voce { etichetta, breve, blocchi })
    }

    /// A long text.
    pub(super) fn text(&mut self, text: &str, campo: &Campo, at: &At) -> Vec<Blocco> {
        let mut writer = markdown::Writer {
            ancore: &mut self.ancore,
            base: &at.ancora,
            livello: at.livello,
            didascalia: &campo.etichetta,
        };
        let mut blocks = writer.blocks(text);
        self.name_paragraphs(&mut blocks, &at.ancora);
        blocks
    }

    /// A list of one-line texts.
    pub(super) fn bullets(&mut self, campo: &Campo, items: &[Value], at: &At) -> Blocco {
        let voci = items
            .iter()
            .map(|item| {
                let inlines = valori::inline_one(self, campo, item);
                vec![self.paragraph(&at.ancora, inlines)]
            })
            .collect();
        Blocco::Elenco { id: self.ancore.under(&at.ancora), ordinato: false, inizio: 1, voci }
    }

    /// A paragraph with its anchor.
    pub(super) fn paragraph(&mut self, base: &str, testo: Vec<Tratto>) -> Blocco {
        Blocco::Paragrafo { id: self.ancore.under(base), testo }
    }

    /// Records as a table: the first column names each, the others are those that some record
    /// fills or that are due.
    pub(super) fn table(
        &mut self,
        campo: &Campo,
        record: &Record,
        items: &[&Object],
        at: &At,
    ) -> Blocco {
        let campi = self.columns(record, items, at);
        let scales: Vec<u32> = campi.iter().map(|campo| valori::scale(campo, items)).collect();
        let mut righe = Vec::new();
        for item in items {
            let (id, codice) = self.record_anchor(item, &at.ancora);
            let celle = campi
                .iter()
                .zip(&scales)
                .enumerate()
                .map(|(index, (campo, scale))| {
                    let mut cell = self.cell(campo, item, *scale, at);
                    if index == 0 {
                        cell = vec![Tratto::Forte { tratti: cell }];
                        if !codice.is_empty() {
                            cell.extend([Tratto::Acapo, Tratto::Codice { testo: codice.clone() }]);
                        }
                    }
                    cell
                })
                .collect();
            righe.push(RigaTabella { id, totale: false, celle });
        }
        if let Some(celle) = totals(&campi, &scales, items) {
            righe.push(RigaTabella { id: String::new(), totale: true, celle });
        }
        let colonne = campi
            .iter()
            .enumerate()
            .map(|(index, campo)| column(campo, righe.iter().map(|riga| &riga.celle[index])))
            .collect();
        Blocco::Tabella(Tabella {
            id: self.ancore.unique(&format!("{}-tabella", at.ancora)),
            didascalia: self.caption(campo, at),
            colonne,
            righe,
        })
    }

    /// The caption of a list: its label, and the record that it belongs to.
    pub(super) fn caption(&self, campo: &Campo, at: &At) -> String {
        match self.owner(&at.ancora) {
            Some(owner) if at.path.len() > 1 => format!("{}: {owner}", campo.etichetta),
            _ => campo.etichetta.clone(),
        }
    }

    fn columns<'r>(&self, record: &'r Record, items: &[&Object], at: &At) -> Vec<&'r Campo> {
        let filled = |campo: &&Campo| {
            let used =
                items.iter().any(|item| item.get(&campo.chiave).is_some_and(|v| !is_empty(v)));
            used || self.is_due(&at.field(&campo.chiave).path)
        };
        let title = record.campi.iter().filter(|campo| campo.chiave == record.titolo);
        let others = record
            .campi
            .iter()
            .filter(|campo| campo.chiave != record.titolo && campo.chiave != "id")
            .filter(filled);
        title.chain(others).collect()
    }

    fn cell(&mut self, campo: &Campo, item: &Object, scale: u32, at: &At) -> Vec<Tratto> {
        match item.get(&campo.chiave).filter(|value| !is_empty(value)) {
            Some(value) => valori::cell(self, campo, value, scale),
            None if self.is_due(&at.field(&campo.chiave).path) => vec![self.mancante()],
            None => vec![Tratto::Testo { testo: EMPTY.into() }],
        }
    }
}

/// The row of totals: only with two rows or more, and something to sum.
fn totals(campi: &[&Campo], scales: &[u32], items: &[&Object]) -> Option<Vec<Vec<Tratto>>> {
    let sum = |campo: &Campo| -> Option<Decimal> {
        let values: Vec<Decimal> =
            items.iter().filter_map(|item| valori::number(item.get(&campo.chiave)?)).collect();
        (campo.somma && !values.is_empty()).then(|| values.iter().sum())
    };
    if items.len() < 2 || !campi.iter().any(|campo| sum(campo).is_some()) {
        return None;
    }
    let row = campi.iter().zip(scales).enumerate().map(|(index, (campo, scale))| {
        let testo = match (index, sum(campo)) {
            (0, _) => parole::TOTALE.to_owned(),
            (_, Some(total)) => formato::number(total, *scale),
            _ => String::new(),
        };
        vec![Tratto::Testo { testo }]
    });
    Some(row.collect())
}

/// Whether a block is a line short enough to stand beside another.
fn fits_a_line(block: &Blocco) -> bool {
    match block {
        Blocco::Paragrafo { testo, .. } => markdown::plain(testo).chars().count() < SHORT,
        _ => false,
    }
}

/// A column: numbers on their last digit, and as wide as what it holds asks for.
fn column<'c>(campo: &Campo, cells: impl Iterator<Item = &'c Vec<Tratto>>) -> Colonna {
    let numeric =
        matches!(campo.forma.base, Base::Intero | Base::Numero | Base::Euro | Base::Percento)
            && !campo.forma.elenco;
    let unit = match campo.forma.base {
        Base::Euro => " (€)",
        Base::Percento => " (%)",
        _ => "",
    };
    let lengths: Vec<usize> = cells.map(|cell| markdown::plain(cell).chars().count()).collect();
    let mean = lengths.iter().sum::<usize>() / lengths.len().max(1);
    let larghezza = match mean {
        0..6 => 1,
        6..16 => 2,
        16..30 => 3,
        30..55 => 4,
        55..90 => 5,
        _ => 6,
    };
    Colonna {
        titolo: format!("{}{unit}", campo.etichetta),
        allinea: if numeric { Allinea::Fine } else { Allinea::Inizio },
        larghezza,
    }
}
