//! The walker: every key of the plan against the field that the piano-tipo gives it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::rinvii::Codici;
use super::{caratteri, chiavi, figurati, scelte, tabelle, testi, valori};
use crate::diag::tecniche::{self, Tecnica};
use crate::diag::{Finding, Findings, Place, Places};
use crate::law::{self, Base, Campo, Law};
use crate::record::{Record, Value as Clean};
use crate::source::{Source, Span};
use crate::suggest;
use crate::syntax::{Entry, Node, Table, Value};
use crate::valori::{Luogo, Misure};

/// The kind of record that is an office.
const UNIT: &str = "unita";
/// The field of a code.
const ID: &str = "id";
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

/// The value is written in a wrong form, and the finding is there.
pub(super) struct Broken;

/// A value as read: nothing when it is empty.
type Read<'law> = Result<Option<Clean<'law>>, Broken>;

/// The walker and what it gathers.
pub(super) struct Walker<'a, 'law> {
    pub(super) source: &'a Source,
    pub(super) law: &'law Law,
    pub(super) findings: &'a mut Findings,
    pub(super) places: Places,
    pub(super) owners: Vec<Owner>,
    /// The images of its texts, by their paths.
    pub(super) immagini: BTreeMap<String, Misure>,
    office: Option<String>,
    part: usize,
    /// The keys that lead to where it is.
    path: String,
    codici: Codici,
}

impl<'a, 'law> Walker<'a, 'law> {
    pub(super) fn new(source: &'a Source, law: &'law Law, findings: &'a mut Findings) -> Self {
        Self {
            source,
            law,
            findings,
            places: Places::default(),
            owners: Vec::new(),
            immagini: BTreeMap::new(),
            office: None,
            part: 0,
            path: String::new(),
            codici: Codici::default(),
        }
    }

    /// Walks the whole plan.
    pub(super) fn root(&mut self, tree: &Table) -> Record<'law> {
        let main = self.top_of("piao.toml");
        let root = self.table(tree, &self.law.radice, main, 0);
        for sottosezione in &self.law.sottosezioni {
            let top = self.top_of(&sottosezione.file);
            for campo in &sottosezione.campo {
                if root.get(campo).is_none() {
                    self.places.add_field(root.luogo, &campo.chiave, top);
                }
            }
        }
        root
    }

    /// The top of a file, or of the plan's main file when there is none of that name.
    fn top_of(&self, name: &str) -> Span {
        let files = &self.source.files;
        let find = |name: &str| files.iter().position(|file| file.name == name);
        let index = find(name).or_else(|| find("piao.toml")).unwrap_or(0);
        Span::top(index)
    }

    /// Says which codes are written twice and which references lead nowhere.
    pub(super) fn check_references(&mut self, radice: Luogo) {
        let codici = std::mem::take(&mut self.codici);
        codici.check(self.law, |key| self.places.is_broken(radice, key), self.findings);
    }

    /// Reports a defect of form: what is written there does not reach the records.
    pub(super) fn wrong(
        &mut self,
        code: &Tecnica,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Finding {
        self.findings.push(code.at(span, message))
    }

    fn table(
        &mut self,
        table: &Table,
        kind: &'law law::Record,
        span: Span,
        depth: usize,
    ) -> Record<'law> {
        let mut fields = Vec::new();
        let mut place =
            Place { span, kind: kind.chiave.clone(), part: self.part, ..Place::default() };
        place.path.clone_from(&self.path);
        for entry in &table.entries {
            let Some(campo) = kind.campo(&entry.key) else {
                self.unknown(entry, kind);
                continue;
            };
            place.fields.push((entry.key.clone(), entry.node.span));
            if depth == 0 {
                self.part = self.law.part_of(&entry.key).unwrap_or(0);
            }
            let outer = self.path.len();
            if outer > 0 {
                self.path.push('.');
            }
            self.path.push_str(&entry.key);
            match self.field(entry, campo, depth) {
                Ok(value) => fields.extend(value.map(|value| (campo, value))),
                Err(Broken) => place.broken.push(entry.key.clone()),
            }
            self.path.truncate(outer);
        }
        let mut record = Record { kind, luogo: Luogo::default(), fields };
        record.name().clone_into(&mut place.name);
        record.luogo = self.places.add(place);
        record
    }

    fn unknown(&mut self, entry: &Entry, kind: &law::Record) {
        let message = format!("la chiave «{}» non esiste", entry.key);
        let help = chiavi::help(&entry.key, kind, self.law);
        self.wrong(&tecniche::FORM_001, entry.key_span, message).help(help);
    }

    /// A field: its clean value, nothing when it is empty.
    fn field(&mut self, entry: &Entry, campo: &'law Campo, depth: usize) -> Read<'law> {
        if !campo.forma.elenco {
            return self.value(&entry.node, campo, depth);
        }
        let kind = match &campo.forma.base {
            Base::Record(kind) => self.law.record.get(kind),
            _ => None,
        };
        let items: Cow<'_, [Node]> = match (&entry.node.value, kind) {
            (Value::List(items), _) => items.into(),
            (Value::Cell(text), None) => tabelle::cell_items(text, entry.node.span).into(),
            (Value::Table(table), Some(kind)) if table.get("file").is_some() => {
                tabelle::rows(self, table, kind).ok_or(Broken)?.into()
            }
            (other, _) => {
                self.wrong_form(entry.node.span, campo, other);
                return Err(Broken);
            }
        };
        if let Some(kind) = kind {
            return Ok(Some(self.records(&items, kind, depth)));
        }
        let read: Vec<Read<'law>> =
            items.iter().map(|item| self.value(item, campo, depth)).collect();
        let broken = read.iter().any(Result::is_err);
        let values: Vec<Clean<'law>> = read.into_iter().flatten().flatten().collect();
        if broken && values.is_empty() { Err(Broken) } else { Ok(Some(Clean::List(values))) }
    }

    fn records(&mut self, items: &[Node], kind: &'law law::Record, depth: usize) -> Clean<'law> {
        let mut values = Vec::new();
        for item in items {
            if let Value::Table(table) = &item.value {
                values.extend(self.record(table, kind, item.span, depth).map(Clean::Record));
            } else {
                let what = item.value.describe();
                let message = format!("qui serve una tabella «{}», c’è {what}", kind.nome);
                self.wrong(&tecniche::FORM_002, item.span, message);
            }
        }
        for campo in kind.campi.iter().filter(|campo| campo.unico) {
            self.check_unique(&values, campo);
        }
        Clean::List(values)
    }

    /// Says which records say of themselves what another has said.
    fn check_unique(&mut self, records: &[Clean<'_>], campo: &Campo) {
        let mut said: BTreeMap<&str, Span> = BTreeMap::new();
        for record in records.iter().flat_map(Clean::records) {
            let text = record.text(campo);
            let span = self.places.span(record.luogo, &campo.chiave);
            match said.get(text).copied() {
                Some(first) => {
                    let message = format!("«{text}» è già scritto come «{}»", campo.chiave);
                    self.wrong(&tecniche::FORM_006, span, message).see(first, "qui la prima volta");
                }
                None => _ = said.insert(text, span),
            }
        }
    }

    fn record(
        &mut self,
        table: &Table,
        kind: &'law law::Record,
        span: Span,
        depth: usize,
    ) -> Result<Record<'law>, Broken> {
        if depth >= MAX_DEPTH {
            self.wrong(
                &tecniche::FORM_005,
                span,
                "le sottosezioni scendono oltre il quinto livello",
            )
            .help("porta il testo al livello superiore");
            return Err(Broken);
        }
        for campo in kind.campi.iter().filter(|campo| campo.obbligo) {
            let empty = table
                .get(&campo.chiave)
                .is_none_or(|node| node.value.as_str().is_some_and(|text| text.trim().is_empty()));
            if empty {
                let label = campo.etichetta.to_lowercase();
                self.wrong(
                    &tecniche::FORM_004,
                    span,
                    format!("manca «{}» ({label})", campo.chiave),
                )
                .label(format!("senza, questo non è un elemento «{}»", kind.nome));
            }
        }
        let outer = self.office.clone();
        self.office = office(table, kind).or_else(|| outer.clone());
        self.owners.push(Owner { span, unit: self.office.clone(), part: self.part });
        let out = self.table(table, kind, span, depth + 1);
        self.office = outer;
        if !out.id().is_empty() {
            let at = self.places.span(out.luogo, ID);
            self.places.add_code(out.id());
            self.codici.define(out.id(), &kind.chiave, at);
        }
        Ok(out)
    }

    /// One value, nothing when it is empty.
    fn value(&mut self, node: &Node, campo: &'law Campo, depth: usize) -> Read<'law> {
        match (&campo.forma.base, &node.value) {
            (Base::Record(kind), Value::Table(table)) => {
                let kind = self.law.record.get(kind).ok_or(Broken)?;
                return self.record(table, kind, node.span, depth).map(|r| Some(Clean::Record(r)));
            }
            (Base::Scelta(list), Value::Table(table)) => {
                return scelte::table(self, table, node.span, campo, list).map(Some);
            }
            (Base::Testo, Value::Table(table)) if table.get("file").is_some() => {
                let text = testi::file(self, table).ok_or(Broken)?;
                return Ok(Some(Clean::Markdown(text)));
            }
            (Base::Immagine, Value::Table(table)) => {
                return figurati::image(self, table, node.span).map(Some).ok_or(Broken);
            }
            (Base::Pdf, Value::String(name) | Value::Cell(name)) if !name.trim().is_empty() => {
                return figurati::pdf(self, name.trim(), node.span).map(Some).ok_or(Broken);
            }
            (Base::Testo, Value::String(text) | Value::Cell(text)) => {
                let good = testi::check(self, text, node.span);
                return good.then(|| Some(Clean::Markdown(text.trim().into()))).ok_or(Broken);
            }
            _ => {}
        }
        if let Some(text) = node.value.as_str() {
            if text.trim().is_empty() {
                return Ok(None);
            }
            if !caratteri::check(self, text, node.span) {
                return Err(Broken);
            }
        }
        if let (Base::Euro, Value::Float(text)) = (&campo.forma.base, &node.value)
            && text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3)
        {
            self.wrong(
                &tecniche::FORM_002,
                node.span,
                format!("«{}» ha tre decimali", campo.chiave),
            )
            .label("il punto separa i decimali, non le migliaia")
            .help(format!("scrivi {}, oppure due decimali", text.replace('.', "")));
            return Err(Broken);
        }
        let Ok(value) = valori::read(&node.value, &campo.forma.base, self.law) else {
            self.wrong_value(node, campo);
            return Err(Broken);
        };
        if let (Base::Riferimento(kind), Clean::Reference(id)) = (&campo.forma.base, &value) {
            self.codici.refer(id, kind, node.span);
        }
        Ok(Some(value))
    }

    fn wrong_value(&mut self, node: &Node, campo: &Campo) {
        if let (Base::Scelta(list), Some(text)) = (&campo.forma.base, scalar_text(&node.value)) {
            let keys: Vec<&str> = self.law.chiavi(list);
            let near = suggest::nearest(&text, keys.iter().copied());
            let all = keys.join(", ");
            let open = scelte::open(self.law, list);
            let message = format!("«{text}» non è tra i valori di «{}»", campo.chiave);
            let finding = self.wrong(&tecniche::FORM_003, node.span, message);
            // Its page says what it weighs and on what it stands.
            if let Some(regola) = &campo.regola {
                finding.code.clone_from(regola);
            }
            match near {
                Some(near) => finding.help(format!("forse intendevi «{near}»{open}")),
                None if all.len() < 200 => finding.help(format!("scegli tra: {all}{open}")),
                None => finding.help(format!("l’elenco è in plan/vocabolari/{list}.toml{open}")),
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
        let help = chiavi::right(campo, value, self.law);
        self.wrong(&tecniche::FORM_002, span, message).label(found).help(help);
    }

    /// The index of a file of the plan.
    pub(super) fn file(&self, name: &str) -> Option<usize> {
        self.source.files.iter().position(|file| file.name == name)
    }
}

/// The code of the unit that answers for a record: the unit itself, or the first one it refers to.
fn office(table: &Table, kind: &law::Record) -> Option<String> {
    let text = |key: &str| table.get(key).and_then(|node| node.value.as_str()).map(str::to_owned);
    if kind.chiave == UNIT {
        return text(ID);
    }
    let refers = |campo: &&Campo| !campo.forma.elenco && campo.forma.refers_to(UNIT);
    kind.campi.iter().filter(refers).find_map(|campo| text(&campo.chiave))
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
