//! The columns of a table file, by the key or the label of what they say, or by whatever the plan
//! says that an office calls them.

use super::tabelle::{Casella, Sinonimo};
use super::walk::Walker;
use crate::diag::tecniche;
use crate::law::colonna::{Colonna, titolo};
use crate::law::{Campo, Law, Record};
use crate::source::Span;
use crate::suggest;
use crate::syntax::{Entry, Node, Table, Value};

/// Writes a cell where its column says.
pub(super) fn write(column: &Colonna, text: String, at: Span, entries: &mut Vec<Entry>) {
    let cell = |text| Node { span: at, value: Value::Cell(text) };
    let entry = |key: &str, node: Node| Entry { key: key.into(), key_span: at, node };
    match column {
        Colonna::Campo(key) => entries.push(entry(key, cell(text))),
        Colonna::Interno(key, inner) => {
            let inner = entry(inner, cell(text));
            if let Some(Value::Table(table)) = written(entries, key) {
                table.entries.push(inner);
            } else {
                let value = Value::Table(Table { entries: vec![inner] });
                entries.push(entry(key, Node { span: at, value }));
            }
        }
        Colonna::Anno(key, [year_key, value_key], year) => {
            let year = Node { span: at, value: Value::Integer(*year) };
            let inner = vec![entry(year_key, year), entry(value_key, cell(text))];
            let item = Node { span: at, value: Value::Table(Table { entries: inner }) };
            if let Some(Value::List(items)) = written(entries, key) {
                items.push(item);
            } else {
                entries.push(entry(key, Node { span: at, value: Value::List(vec![item]) }));
            }
        }
        Colonna::Figlio(key, inner) => {
            if let Some(Value::List(items)) = written(entries, key)
                && let Some(Value::Table(child)) = items.last_mut().map(|own| &mut own.value)
            {
                write(inner, text, at, &mut child.entries);
            } else {
                let mut child = Table::default();
                write(inner, text, at, &mut child.entries);
                let item = Node { span: at, value: Value::Table(child) };
                entries.push(entry(key, Node { span: at, value: Value::List(vec![item]) }));
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
        let named = names.iter().find(|own| titolo(&own.titolo) == titolo(title));
        if named.is_some_and(|own| own.colonna.is_empty()) {
            columns.push(None);
            continue;
        }
        let called = named.map_or(title, |own| &own.colonna);
        let column = Colonna::read(called, record, walker.law);
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
        if !head.iter().any(|cell| titolo(&cell.testo) == titolo(&own.titolo)) {
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
    let near = suggest::nearest(&titolo(title), names.map(String::as_str));
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
    let inner = inner.campi.iter().filter(|own| {
        if campo.forma.elenco {
            !is_list(own) || law.per_anno(own).is_some()
        } else {
            own.sta_in_cella()
        }
    });
    let inner = inner.flat_map(|own| titles(own, law));
    inner.map(|title| format!("{}.{title}", campo.chiave)).collect()
}
