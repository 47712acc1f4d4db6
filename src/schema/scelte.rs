//! Values of open lists in the words of the plan: `{ altro = "Nucleo" }` for what no row is,
//! `{ valore = "settore", etichetta = "Direzione di settore" }` for a row called otherwise. In the
//! cell of a table, `altro: Nucleo` and `settore: Direzione di settore`.

use super::caratteri;
use super::walk::{Broken, Walker};
use crate::diag::tecniche;
use crate::law::vocabolario::ALTRO;
use crate::law::{Campo, Law, Vocabolario};
use crate::record::Value as Clean;
use crate::source::Span;
use crate::syntax::{Node, Table, Value};

/// The key of the row, beside what it is called.
const VALORE: &str = "valore";
/// What the row is called.
const ETICHETTA: &str = "etichetta";

/// A value written as a table.
pub(super) fn table<'law>(
    walker: &mut Walker<'_, 'law>,
    table: &Table,
    span: Span,
    campo: &Campo,
    list: &str,
) -> Result<Clean<'law>, Broken> {
    let list = walker.law.vocabolari.get(list).ok_or(Broken)?;
    let keys: Vec<&str> = table.entries.iter().map(|entry| entry.key.as_str()).collect();
    let text = |key: &str| table.get(key).filter(|node| is_line(node));
    let read = match keys.as_slice() {
        [ALTRO] => text(ALTRO).map(|own| (list.get(ALTRO), own)),
        [VALORE, ETICHETTA] | [ETICHETTA, VALORE] => {
            let row = table.get(VALORE).and_then(|node| list.detta(node.value.as_str()?));
            text(ETICHETTA).map(|own| (row, own))
        }
        _ => None,
    };
    let Some((Some(voce), own)) = read.filter(|_| list.aperto) else {
        wrong(walker, span, campo, list);
        return Err(Broken);
    };
    let own = (own.value.as_str().unwrap_or_default().trim(), own.span);
    if !caratteri::check(walker, own.0, own.1) {
        return Err(Broken);
    }
    Ok(Clean::Choice(voce, Some(own.0.to_owned())))
}

/// A value written in the cell of a table with what it is called.
pub(super) fn cell<'law>(
    value: &Value,
    text: &str,
    list: &'law Vocabolario,
) -> Option<Clean<'law>> {
    let (key, own) = text.split_once(':').filter(|_| list.aperto)?;
    let own = Some(own.trim()).filter(|own| !own.is_empty())?;
    let voce = list.detta(key.trim())?;
    matches!(value, Value::Cell(_)).then(|| Clean::Choice(voce, Some(own.to_owned())))
}

/// What the help on a wrong value adds, when the list is open.
pub(super) fn open(law: &Law, list: &str) -> &'static str {
    let is_open = law.vocabolari.get(list).is_some_and(|list| list.aperto);
    if is_open { ", oppure { altro = \"come lo chiamate\" }" } else { "" }
}

/// Whether something is written there, on one line.
fn is_line(node: &Node) -> bool {
    node.value.as_str().is_some_and(|text| !text.trim().is_empty() && !text.contains('\n'))
}

fn wrong(walker: &mut Walker<'_, '_>, span: Span, campo: &Campo, list: &Vocabolario) {
    let key = &campo.chiave;
    if list.aperto {
        let keys: Vec<&str> = list.chiavi().collect();
        walker
            .wrong(&tecniche::FORM_002, span, format!("«{key}» non si legge così"))
            .label("è un valore dell’elenco, chiamato con le vostre parole, o un altro valore")
            .help(format!(
                "scrivi {{ altro = \"…\" }}, o {{ valore = \"…\", etichetta = \"…\" }} con uno \
                 tra: {}",
                keys.join(", ")
            ));
    } else {
        let message = format!("«{key}» vuole {}", campo.forma.describe());
        walker.wrong(&tecniche::FORM_002, span, message).label("qui c’è una tabella");
    }
}
