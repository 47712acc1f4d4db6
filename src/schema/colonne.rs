//! The columns of a table file: `nome`, a field of the record; `baseline.anno`, a field of a record
//! inside it; `baseline` alone, the first of those; `target 2027`, a record of a list, by its year;
//! `eventi_rischiosi.fase`, a field of the record that a row adds to a list.
//! A label says as much as a key, and so does whatever the plan says that an office calls a column.

use super::tabelle::{Casella, Sinonimo};
use super::walk::Walker;
use crate::diag::tecniche;
use crate::law::{Campo, Law, Record};
use crate::source::Span;
use crate::suggest;
use crate::syntax::{Entry, Node, Table, Value};

/// What the cells of a column say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Colonna {
    /// A field of the record.
    Campo(String),
    /// A field of a record that the record holds.
    Interno(String, String),
    /// The value that a record of a list has in a year: field, keys of year and value, year.
    Anno(String, [String; 2], i64),
    /// What a column says of the record that the row adds to a list.
    Figlio(String, Box<Colonna>),
}

impl Colonna {
    /// The field of the record that the column is about.
    fn campo(&self) -> &str {
        let (Self::Campo(key) | Self::Interno(key, _) | Self::Anno(key, ..) | Self::Figlio(key, _)) =
            self;
        key
    }

    /// Whether it is about a record of a list, rather than about the record of the table.
    pub(super) fn is_figlio(&self) -> bool {
        matches!(self, Self::Figlio(..))
    }

    /// Whether it is all that the column says of this field.
    pub(super) fn is_campo(&self, key: &str) -> bool {
        matches!(self, Self::Campo(own) if own == key)
    }

    /// Writes a cell where the column says.
    pub(super) fn write(&self, text: String, at: Span, entries: &mut Vec<Entry>) {
        let cell = |text| Node { span: at, value: Value::Cell(text) };
        let entry = |key: &str, node: Node| Entry { key: key.into(), key_span: at, node };
        match self {
            Self::Campo(key) => entries.push(entry(key, cell(text))),
            Self::Interno(key, inner) => {
                let inner = entry(inner, cell(text));
                if let Some(Value::Table(table)) = written(entries, key) {
                    table.entries.push(inner);
                } else {
                    let value = Value::Table(Table { entries: vec![inner] });
                    entries.push(entry(key, Node { span: at, value }));
                }
            }
            Self::Anno(key, [year_key, value_key], year) => {
                let year = Node { span: at, value: Value::Integer(*year) };
                let inner = vec![entry(year_key, year), entry(value_key, cell(text))];
                let item = Node { span: at, value: Value::Table(Table { entries: inner }) };
                if let Some(Value::List(items)) = written(entries, key) {
                    items.push(item);
                } else {
                    entries.push(entry(key, Node { span: at, value: Value::List(vec![item]) }));
                }
            }
            Self::Figlio(key, inner) => {
                if let Some(Value::List(items)) = written(entries, key)
                    && let Some(Value::Table(child)) = items.last_mut().map(|own| &mut own.value)
                {
                    inner.write(text, at, &mut child.entries);
                } else {
                    let mut child = Table::default();
                    inner.write(text, at, &mut child.entries);
                    let item = Node { span: at, value: Value::Table(child) };
                    entries.push(entry(key, Node { span: at, value: Value::List(vec![item]) }));
                }
            }
        }
    }
}

/// What other columns have written of a field.
pub(super) fn written<'a>(entries: &'a mut [Entry], key: &str) -> Option<&'a mut Value> {
    entries.iter_mut().find(|own| own.key == key).map(|own| &mut own.node.value)
}

/// What each column says; nothing for a column that is not of this record, or that the plan leaves
/// out.
pub(super) fn header(
    walker: &mut Walker<'_, '_>,
    head: &[Casella],
    record: &Record,
    whole: Span,
    names: &[Sinonimo],
) -> Vec<Option<Colonna>> {
    let mut columns: Vec<Option<Colonna>> = Vec::new();
    for Casella { testo: title, span } in head {
        let named = names.iter().find(|own| key(&own.titolo) == key(title));
        if named.is_some_and(|own| own.colonna.is_empty()) {
            columns.push(None);
            continue;
        }
        let called = named.map_or(title, |own| &own.colonna);
        let column = read(called, record, walker.law);
        if column.is_some() && columns.contains(&column) {
            walker.wrong(&tecniche::CSV_001, *span, format!("la colonna «{called}» c’è due volte"));
            columns.push(None);
        } else {
            if column.is_none() {
                unknown(walker, called, record, named.map_or(*span, |own| own.span));
            }
            columns.push(column);
        }
    }
    for own in names {
        if !head.iter().any(|cell| key(&cell.testo) == key(&own.titolo)) {
            let message = format!("nell’intestazione non c’è «{}»", own.titolo);
            walker.wrong(&tecniche::CSV_001, own.span, message);
        }
    }
    for campo in record.campi.iter().filter(|campo| campo.obbligo) {
        if !columns.iter().flatten().any(|column| column.campo() == campo.chiave) {
            walker
                .wrong(&tecniche::CSV_001, whole, format!("manca la colonna «{}»", campo.chiave))
                .label(format!("serve a ogni elemento «{}»", record.nome));
        }
    }
    columns
}

fn unknown(walker: &mut Walker<'_, '_>, title: &str, record: &Record, span: Span) {
    let all: Vec<String> =
        record.campi.iter().flat_map(|campo| titles(campo, walker.law)).collect();
    let names = record.campi.iter().map(|campo| &campo.chiave).chain(&all);
    let near = suggest::nearest(&key(title), names.map(String::as_str));
    let all = format!("le colonne sono: {}", all.join(", "));
    let finding =
        walker.wrong(&tecniche::CSV_001, span, format!("la colonna «{title}» non esiste"));
    let aside =
        format!("se non è del piano, scrivi accanto al file colonne = {{ \"{title}\" = \"\" }}");
    finding.help(match near {
        Some(near) => format!("forse intendevi «{near}»; {all}"),
        None => format!("{aside}; {all}"),
    });
}

/// The titles that the columns of a field may have.
fn titles(campo: &Campo, law: &Law) -> Vec<String> {
    let Some(inner) = law.kind_of(campo) else { return vec![campo.chiave.clone()] };
    if law.per_anno(campo).is_some() {
        return vec![format!("{} {}", campo.chiave, law.letti_il.year() + 1)];
    }
    let is_list = |own: &&Campo| own.forma.elenco && law.kind_of(own).is_some();
    let inner = inner.campi.iter().filter(|own| match campo.forma.elenco {
        true => !is_list(own) || law.per_anno(own).is_some(),
        false => own.sta_in_cella(),
    });
    let inner = inner.flat_map(|own| titles(own, law));
    inner.map(|title| format!("{}.{title}", campo.chiave)).collect()
}

/// The column that a title names.
fn read(title: &str, record: &Record, law: &Law) -> Option<Colonna> {
    let key = key(title);
    let own = record.campi.iter().find(|campo| campo.chiave == key);
    let called = || record.campi.iter().find(|campo| self::key(&campo.etichetta) == key);
    if let Some(campo) = own.or_else(called) {
        if campo.sta_in_cella() {
            return Some(Colonna::Campo(campo.chiave.clone()));
        }
        let inner = law.kind_of(campo).filter(|_| !campo.forma.elenco)?;
        let value = inner.campi.first().filter(|own| own.sta_in_cella())?;
        return Some(Colonna::Interno(campo.chiave.clone(), value.chiave.clone()));
    }
    record.campi.iter().find_map(|campo| {
        let inner = law.kind_of(campo)?;
        let names = [campo.chiave.clone(), self::key(&campo.etichetta), self::key(&inner.nome)];
        let rest = names.iter().find_map(|name| key.strip_prefix(name)?.strip_prefix('_'))?;
        if let Some(keys) = law.per_anno(campo) {
            let year = rest.parse().ok().filter(|_| rest.len() == 4)?;
            return Some(Colonna::Anno(
                campo.chiave.clone(),
                keys.map(|own| own.chiave.clone()),
                year,
            ));
        }
        if campo.forma.elenco {
            let column = read(rest, inner, law).filter(|column| !column.is_figlio())?;
            return Some(Colonna::Figlio(campo.chiave.clone(), Box::new(column)));
        }
        let own = inner.campi.iter().find(|own| own.chiave == rest && own.sta_in_cella())?;
        Some(Colonna::Interno(campo.chiave.clone(), own.chiave.clone()))
    })
}

/// A header cell as a key: accents, case, spaces and signs forgiven.
fn key(title: &str) -> String {
    let plain = title.to_lowercase();
    let plain = plain.chars().map(|c| match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        other if other.is_alphanumeric() => other,
        _ => ' ',
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join("_")
}
