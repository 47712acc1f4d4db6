//! The walker: every key of the plan against the field that the piano-tipo gives it.

use serde_json::{Map, Value as Json};

use super::rinvii::Codici;
use super::{caratteri, tabelle, testi, valori};
use crate::diag::{Finding, Findings, Place, Places, Severity};
use crate::law::{Base, Campo, Law, Record, Sottosezione};
use crate::source::{Source, Span};
use crate::suggest;
use crate::syntax::{Entry, Node, Table, Value};

/// The kind of record that is an office.
const UNIT: &str = "unita";
/// Deepest nesting of records, and of free sub-sections.
const MAX_DEPTH: usize = 5;

/// Where a record begins, which unit answers for it, and the sub-section that it belongs to, by its
/// place in the law.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owner {
    /// The record.
    pub span: Span,
    /// Code of the unit, if it or what holds it names one.
    pub unit: Option<String>,
    /// Index in [`Law::sottosezioni`].
    pub part: usize,
}

/// The walker and what it gathers.
pub(super) struct Walker<'a> {
    pub(super) source: &'a Source,
    pub(super) law: &'a Law,
    pub(super) findings: &'a mut Findings,
    pub(super) places: Places,
    pub(super) owners: Vec<Owner>,
    office: Option<String>,
    part: usize,
    codici: Codici,
}

impl<'a> Walker<'a> {
    pub(super) fn new(source: &'a Source, law: &'a Law, findings: &'a mut Findings) -> Self {
        Self {
            source,
            law,
            findings,
            places: Places::default(),
            owners: Vec::new(),
            office: None,
            part: 0,
            codici: Codici::default(),
        }
    }

    /// Walks the whole plan.
    pub(super) fn root(&mut self, tree: &Table) -> Map<String, Json> {
        let campi: Vec<&Campo> = self.law.sottosezioni.iter().flat_map(|s| &s.campo).collect();
        let main = self.top_of("piao.toml");
        let out = self.table(tree, &campi, main, 0);
        let mark =
            out.get("luogo").and_then(Json::as_u64).and_then(|mark| u32::try_from(mark).ok());
        for sottosezione in &self.law.sottosezioni {
            let top = self.top_of(&sottosezione.file);
            for campo in sottosezione.campo.iter().filter(|campo| !out.contains_key(&campo.chiave))
            {
                self.places.add_field(mark.unwrap_or(0), &campo.chiave, top);
            }
        }
        out
    }

    /// The top of a file, or of the plan's main file when there is none of that name.
    fn top_of(&self, name: &str) -> Span {
        let files = &self.source.files;
        let find = |name: &str| files.iter().position(|file| file.name == name);
        let index = find(name).or_else(|| find("piao.toml")).unwrap_or(0);
        Span::top(index)
    }

    /// Says which codes are written twice and which references lead nowhere.
    pub(super) fn check_references(&mut self) {
        let codici = std::mem::take(&mut self.codici);
        codici.check(self.law, self.findings);
    }

    /// Reports a defect of form: what is written there does not reach the model.
    pub(super) fn wrong(
        &mut self,
        code: &str,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Finding {
        let finding = Finding::new(code, Severity::Errore, span, message);
        self.findings.push(Finding { lossy: true, ..finding })
    }

    fn table(
        &mut self,
        table: &Table,
        campi: &[&Campo],
        span: Span,
        depth: usize,
    ) -> Map<String, Json> {
        let mut out = Map::new();
        let mut place = Place { span, ..Place::default() };
        for entry in &table.entries {
            let Some(campo) = campi.iter().find(|campo| campo.chiave == entry.key) else {
                let keys = campi.iter().map(|campo| campo.chiave.as_str());
                let near = suggest::nearest(&entry.key, keys);
                let finding = self.wrong(
                    "FORM-001",
                    entry.key_span,
                    format!("la chiave «{}» non esiste", entry.key),
                );
                match near {
                    Some(near) => finding.help(format!("forse intendevi «{near}»")),
                    None => finding.help("togli la chiave, o scrivila in [[sottosezioni_libere]]"),
                };
                continue;
            };
            place.fields.push((entry.key.clone(), entry.node.span));
            if depth == 0 {
                let holds = |s: &Sottosezione| s.campo.iter().any(|own| own.chiave == entry.key);
                self.part = self.law.sottosezioni.iter().position(holds).unwrap_or(0);
            }
            match self.field(entry, campo, depth) {
                Some(Json::Null) => {}
                Some(value) => {
                    out.insert(entry.key.clone(), value);
                }
                None => place.broken.push(entry.key.clone()),
            }
        }
        let mark = self.places.add(place);
        out.insert("luogo".into(), mark.into());
        out
    }

    /// A field: its clean value, null when it is empty, nothing when it is broken.
    fn field(&mut self, entry: &Entry, campo: &Campo, depth: usize) -> Option<Json> {
        if !campo.forma.elenco {
            return self.value(&entry.node, campo, depth);
        }
        let items = match &entry.node.value {
            Value::List(items) => items.clone(),
            Value::Cell(_) if matches!(campo.forma.base, Base::Record(_)) => {
                self.wrong_form(entry.node.span, campo, &entry.node.value);
                return None;
            }
            Value::Cell(text) => tabelle::cell_items(text, entry.node.span),
            Value::Table(table) if table.get("file").is_some() => {
                let Base::Record(kind) = &campo.forma.base else {
                    self.wrong_form(entry.node.span, campo, &entry.node.value);
                    return None;
                };
                let record = self.law.record.get(kind)?;
                let rows = tabelle::rows(self, table, record)?;
                return Some(self.records(&rows, record, depth));
            }
            other => {
                self.wrong_form(entry.node.span, campo, other);
                return None;
            }
        };
        if let Base::Record(kind) = &campo.forma.base {
            let record = self.law.record.get(kind)?;
            return Some(self.records(&items, record, depth));
        }
        let mut values = Vec::new();
        let mut broken = false;
        for item in &items {
            match self.value(item, campo, depth) {
                Some(Json::Null) => {}
                Some(value) => values.push(value),
                None => broken = true,
            }
        }
        if broken && values.is_empty() { None } else { Some(Json::Array(values)) }
    }

    fn records(&mut self, items: &[Node], record: &Record, depth: usize) -> Json {
        let mut values = Vec::new();
        for item in items {
            if let Value::Table(table) = &item.value {
                values.extend(self.record(table, record, item.span, depth));
            } else {
                let what = item.value.describe();
                self.wrong(
                    "FORM-002",
                    item.span,
                    format!("qui serve una tabella «{}», c’è {what}", record.nome),
                );
            }
        }
        Json::Array(values)
    }

    fn record(&mut self, table: &Table, record: &Record, span: Span, depth: usize) -> Option<Json> {
        if depth >= MAX_DEPTH {
            self.wrong("FORM-005", span, "le sottosezioni scendono oltre il quinto livello")
                .help("porta il testo al livello superiore");
            return None;
        }
        let campi: Vec<&Campo> = record.campi.iter().collect();
        for campo in campi.iter().filter(|campo| campo.obbligo) {
            let empty = table
                .get(&campo.chiave)
                .is_none_or(|node| node.value.as_str().is_some_and(|text| text.trim().is_empty()));
            if empty {
                self.wrong(
                    "FORM-004",
                    span,
                    format!("manca «{}» ({})", campo.chiave, campo.etichetta.to_lowercase()),
                )
                .label(format!("senza, questo non è un elemento «{}»", record.nome));
            }
        }
        let outer = self.office.clone();
        self.office = office(table, record).or_else(|| outer.clone());
        self.owners.push(Owner { span, unit: self.office.clone(), part: self.part });
        let out = self.table(table, &campi, span, depth + 1);
        self.office = outer;
        if let Some(id) = out.get("id").and_then(Json::as_str) {
            let at = table.get("id").map_or(span, |node| node.span);
            self.codici.define(id, &record.chiave, at);
        }
        Some(Json::Object(out))
    }

    /// One value; null when it is empty, nothing when it is broken.
    pub(super) fn value(&mut self, node: &Node, campo: &Campo, depth: usize) -> Option<Json> {
        match (&campo.forma.base, &node.value) {
            (Base::Record(kind), Value::Table(table)) => {
                let record = self.law.record.get(kind)?;
                return self.record(table, record, node.span, depth);
            }
            (Base::Testo, Value::Table(table)) if table.get("file").is_some() => {
                return testi::file(self, table);
            }
            (Base::Testo, Value::String(text) | Value::Cell(text)) => {
                return testi::check(self, text, node.span).then(|| text.trim().into());
            }
            _ => {}
        }
        if let Some(text) = node.value.as_str() {
            if text.trim().is_empty() {
                return Some(Json::Null);
            }
            if !caratteri::check(self, text, node.span) {
                return None;
            }
        }
        if let (Base::Euro, Value::Float(text)) = (&campo.forma.base, &node.value)
            && text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3)
        {
            self.wrong("FORM-002", node.span, format!("«{}» ha tre decimali", campo.chiave))
                .label("il punto separa i decimali, non le migliaia")
                .help(format!("scrivi {}, oppure due decimali", text.replace('.', "")));
            return None;
        }
        let read = valori::read(&node.value, &campo.forma.base, self.law);
        let Ok(value) = read else {
            self.wrong_value(node, campo);
            return None;
        };
        if let (Base::Riferimento(kind), Some(id)) = (&campo.forma.base, value.as_str()) {
            self.codici.refer(id, kind, node.span);
        }
        Some(value)
    }

    fn wrong_value(&mut self, node: &Node, campo: &Campo) {
        if let (Base::Scelta(list), Some(text)) = (&campo.forma.base, scalar_text(&node.value)) {
            let keys = self.law.chiavi(list);
            let near = suggest::nearest(&text, keys.iter().copied());
            let all = keys.join(", ");
            let law = self.law;
            let finding = self.wrong(
                campo.regola.as_deref().unwrap_or("FORM-003"),
                node.span,
                format!("«{text}» non è tra i valori di «{}»", campo.chiave),
            );
            if campo.regola.is_some() {
                finding.norma = campo.fonti().map(|citation| law.cite(citation, None)).collect();
            }
            match near {
                Some(near) => finding.help(format!("forse intendevi «{near}»")),
                None if all.len() < 200 => finding.help(format!("scegli tra: {all}")),
                None => finding.help(format!("l’elenco è in plan/vocabolari/{list}.toml")),
            };
        } else {
            self.wrong_form(node.span, campo, &node.value);
        }
    }

    fn wrong_form(&mut self, span: Span, campo: &Campo, value: &Value) {
        let message = format!("«{}» vuole {}", campo.chiave, campo.forma.describe());
        let found = match (&campo.forma.base, scalar_text(value)) {
            (Base::Percento | Base::Anno | Base::Intero, Some(text)) => format!("qui c’è {text}"),
            (Base::Url | Base::Email, Some(text)) => format!("«{text}» non lo è"),
            _ => format!("qui c’è {}", value.describe()),
        };
        self.wrong("FORM-002", span, message).label(found);
    }

    /// The index of a file of the plan.
    pub(super) fn file(&self, name: &str) -> Option<usize> {
        self.source.files.iter().position(|file| file.name == name)
    }
}

/// The code of the unit that answers for a record: the unit itself, or the first one it refers to.
fn office(table: &Table, record: &Record) -> Option<String> {
    let text = |key: &str| table.get(key).and_then(|node| node.value.as_str()).map(str::to_owned);
    if record.chiave == UNIT {
        return text("id");
    }
    let refers =
        |campo: &&Campo| !campo.forma.elenco && campo.forma.base == Base::Riferimento(UNIT.into());
    record.campi.iter().filter(refers).find_map(|campo| text(&campo.chiave))
}

fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) | Value::Cell(text) | Value::Float(text) | Value::Date(text) => {
            Some(text.clone())
        }
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(yes) => Some(yes.to_string()),
        Value::List(_) | Value::Table(_) => None,
    }
}
