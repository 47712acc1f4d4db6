//! Indicators: name and definition, where one starts, where one wants to arrive each year.

use super::campi::{At, EMPTY};
use super::colonne::column;
use super::contesto::Contesto;
use super::document::{Allinea, Blocco, RigaTabella, Tabella, Tratto};
use super::formato;
use super::valori::{self, plain};
use crate::law::{Campo, proprieta};
use crate::record::{Record, Value};

/// Fields that stand under the name of an indicator, in this order.
const DETAILS: &[&str] =
    &["tipo", "unita_misura", "polarita", "motivo_mantenimento", "motivo_fuori_scala", "peso"];

/// The indicators of a record.
pub(super) fn table(
    contesto: &mut Contesto<'_>,
    campo: &Campo,
    items: &[&Record<'_>],
    at: &At,
) -> Blocco {
    let years = years(items);
    let mut colonne = vec![
        column("Indicatore", Allinea::Inizio, 5),
        column("Valore di partenza", Allinea::Fine, 2),
    ];
    colonne.extend(years.iter().map(|year| column(year.to_string(), Allinea::Fine, 1)));
    colonne.push(column("Fonte", Allinea::Inizio, 2));
    let righe = items
        .iter()
        .map(|item| {
            let (id, codice) = contesto.record_anchor(item, &at.ancora);
            let mut celle = vec![name(contesto, item, &codice, at), baseline(contesto, item, at)];
            celle.extend(years.iter().map(|year| target(contesto, item, *year, at)));
            celle.push(field(contesto, item, "fonte", at));
            RigaTabella { id, totale: false, celle }
        })
        .collect();
    Blocco::Tabella(Tabella {
        id: contesto.ancore.unique(&format!("{}-{}", at.ancora, formato::slug(&campo.chiave))),
        didascalia: contesto.caption(campo, at),
        colonne,
        righe,
    })
}

fn years(items: &[&Record<'_>]) -> Vec<i16> {
    let targets = items.iter().flat_map(|item| item.records("target"));
    let mut years: Vec<i16> = targets.filter_map(year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The year of a starting value or of a target.
fn year(record: &Record<'_>) -> Option<i16> {
    match record.get("anno") {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    }
}

fn name(contesto: &Contesto<'_>, item: &Record<'_>, codice: &str, at: &At) -> Vec<Tratto> {
    let text = |key: &str| formato::text(item.text(key));
    let mut out = vec![Tratto::Forte { tratti: vec![plain(text("nome"))] }];
    if !text("formula").is_empty() {
        out.extend([Tratto::Acapo, plain(text("formula"))]);
    } else if contesto.is_due(&at.field("formula").path) {
        out.extend([Tratto::Acapo, contesto.mancante()]);
    }
    let mut details: Vec<Tratto> = Vec::new();
    for key in DETAILS {
        let Some(campo) = item.kind.campo(key) else { continue };
        let Some(value) = item.filled(key) else { continue };
        let separator = if details.is_empty() { "" } else { "; " };
        let label = valori::lower_first(&campo.etichetta);
        details.push(plain(format!("{separator}{label}: ")));
        details.extend(valori::inline(contesto, value));
    }
    if !details.is_empty() {
        out.push(Tratto::Acapo);
        out.extend(details);
    }
    if !codice.is_empty() {
        out.extend([Tratto::Acapo, Tratto::Codice { testo: codice.into() }]);
    }
    out
}

/// `41,4 % (2025)`, or when it will be measured.
fn baseline(contesto: &Contesto<'_>, item: &Record<'_>, at: &At) -> Vec<Tratto> {
    let Some(start) = item.record("baseline").filter(|start| !start.is_empty()) else {
        let due = contesto.is_due(&at.field("baseline").path)
            || contesto.profilo.has(proprieta::ORDINARIO);
        return vec![if due { contesto.mancante() } else { plain(EMPTY) }];
    };
    let mut out = Vec::new();
    if let Some(value) = start.filled("valore") {
        out.extend(valori::inline(contesto, value));
    }
    if let Some(year) = year(start) {
        out.push(plain(format!("{}({year})", if out.is_empty() { "" } else { " " })));
    }
    if let (Some(campo), Some(day)) =
        (start.kind.campo("disponibile_dal"), start.filled("disponibile_dal"))
    {
        let separator = if out.is_empty() { "" } else { "; " };
        out.push(plain(format!("{separator}{} ", valori::lower_first(&campo.etichetta))));
        out.extend(valori::inline(contesto, day));
    }
    out
}

fn target(contesto: &Contesto<'_>, item: &Record<'_>, wanted: i16, at: &At) -> Vec<Tratto> {
    let targets = item.records("target");
    let found = targets.iter().find(|target| year(target) == Some(wanted));
    match found.and_then(|target| target.filled("valore")) {
        Some(value) => valori::inline(contesto, value),
        None if contesto.is_due(&at.field("target").path) => vec![contesto.mancante()],
        None => vec![plain(EMPTY)],
    }
}

fn field(contesto: &Contesto<'_>, item: &Record<'_>, key: &str, at: &At) -> Vec<Tratto> {
    match item.filled(key) {
        Some(value) => valori::inline(contesto, value),
        None if contesto.is_due(&at.field(key).path) => vec![contesto.mancante()],
        None => vec![plain(EMPTY)],
    }
}
