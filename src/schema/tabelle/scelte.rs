//! What a plan says of a table file beside its name: the sheet, the row of the header, what the
//! office calls the columns.

use crate::diag::tecniche;
use crate::schema::walk::Walker;
use crate::source::{Kind, Span};
use crate::syntax::{Node, Table, Value};

/// What the plan says of a table.
#[derive(Debug, Default)]
pub(super) struct Scelte {
    /// The sheet, and where it is named.
    pub(super) foglio: Option<(String, Span)>,
    /// Row of the header, from 1.
    pub(super) intestazione: Option<usize>,
    /// A title of the office, and the column that it stands for; none for one to be left out.
    pub(super) colonne: Vec<Sinonimo>,
}

/// A title of the office, and the column that it stands for; empty for one that is not read.
#[derive(Debug)]
pub(in crate::schema) struct Sinonimo {
    pub(in crate::schema) titolo: String,
    pub(in crate::schema) colonna: String,
    pub(in crate::schema) span: Span,
}

/// Reads what stands beside the name of a table; nothing when it is broken.
pub(super) fn read(walker: &mut Walker<'_, '_>, table: &Table, index: usize) -> Option<Scelte> {
    let mut scelte = Scelte::default();
    let before = walker.findings.as_slice().len();
    if let Some(node) = table.get("foglio") {
        let is_book = walker.source.files[index].kind == Kind::Workbook;
        match &node.value {
            Value::String(name) if is_book => scelte.foglio = Some((name.clone(), node.span)),
            Value::String(_) => {
                walker
                    .wrong(&tecniche::FORM_002, node.span, "un file CSV non ha fogli")
                    .help("togli «foglio»");
            }
            _ => wrong(walker, node, "foglio", "il nome di un foglio", "\"Misure\""),
        }
    }
    if let Some(node) = table.get("intestazione") {
        match node.value {
            Value::Integer(row @ 1..=1_048_576) => {
                scelte.intestazione = usize::try_from(row).ok();
            }
            _ => wrong(walker, node, "intestazione", "il numero di una riga, da 1 in su", "3"),
        }
    }
    if let Some(node) = table.get("colonne") {
        let example = "{ \"Responsabile della misura\" = \"responsabile\" }";
        match &node.value {
            Value::Table(names) => {
                for entry in &names.entries {
                    match &entry.node.value {
                        Value::String(colonna) => scelte.colonne.push(Sinonimo {
                            titolo: entry.key.clone(),
                            colonna: colonna.clone(),
                            span: entry.node.span,
                        }),
                        _ => wrong(
                            walker,
                            &entry.node,
                            &entry.key,
                            "il nome di una colonna",
                            example,
                        ),
                    }
                }
            }
            _ => wrong(walker, node, "colonne", "una tabella di titoli", example),
        }
    }
    (walker.findings.as_slice().len() == before).then_some(scelte)
}

fn wrong(walker: &mut Walker<'_, '_>, node: &Node, key: &str, what: &str, example: &str) {
    walker
        .wrong(&tecniche::FORM_002, node.span, format!("«{key}» vuole {what}"))
        .label(format!("qui c’è {}", node.value.describe()))
        .help(format!("per esempio: {key} = {example}"));
}
