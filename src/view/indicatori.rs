//! Indicators: name and definition, where one starts, where one wants to arrive each year.

use serde_json::Value;

use super::campi::{At, EMPTY, Object, is_empty, objects};
use super::contesto::Contesto;
use super::document::{Allinea, Block, Colonna, Inline, RigaTabella, Tabella};
use super::formato;
use super::valori::{self, plain};
use crate::law::{Campo, Record, proprieta};

/// Fields that stand under the name of an indicator, in this order.
const DETAILS: &[&str] =
    &["tipo", "unita_misura", "polarita", "motivo_mantenimento", "motivo_fuori_scala", "peso"];

/// The indicators of a record.
pub(super) fn table(
    contesto: &mut Contesto<'_>,
    campo: &Campo,
    items: &[&Object],
    at: &At,
) -> Block {
    let law = contesto.law;
    let record = &law.record["indicatore"];
    let years = years(items);
    let mut colonne = vec![
        column("Indicatore", 5, Allinea::Inizio),
        column("Valore di partenza", 2, Allinea::Fine),
    ];
    colonne.extend(years.iter().map(|year| column(&year.to_string(), 1, Allinea::Fine)));
    colonne.push(column("Fonte", 2, Allinea::Inizio));
    let righe = items
        .iter()
        .map(|item| {
            let (id, codice) = contesto.record_anchor(item, &at.ancora);
            let mut celle =
                vec![name(contesto, record, item, &codice, at), baseline(contesto, item, at)];
            celle.extend(years.iter().map(|year| target(contesto, item, *year, at)));
            celle.push(field(contesto, record, item, "fonte", at));
            RigaTabella { id, totale: false, celle }
        })
        .collect();
    Block::Tabella(Tabella {
        id: contesto.ancore.unique(&format!("{}-{}", at.ancora, formato::slug(&campo.chiave))),
        didascalia: contesto.caption(campo, at),
        colonne,
        righe,
    })
}

fn column(titolo: &str, larghezza: u8, allinea: Allinea) -> Colonna {
    Colonna { titolo: titolo.into(), allinea, larghezza }
}

fn years(items: &[&Object]) -> Vec<i64> {
    let mut years: Vec<i64> = items
        .iter()
        .filter_map(|item| item.get("target"))
        .flat_map(objects)
        .filter_map(|target| target.get("anno")?.as_i64())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn name(
    contesto: &Contesto<'_>,
    record: &Record,
    item: &Object,
    codice: &str,
    at: &At,
) -> Vec<Inline> {
    let text = |key: &str| formato::text(item.get(key).and_then(Value::as_str).unwrap_or(""));
    let mut out = vec![Inline::Forte { k: vec![plain(text("nome"))] }];
    if !text("formula").is_empty() {
        out.extend([Inline::Acapo, plain(text("formula"))]);
    } else if contesto.is_due(&at.field("formula").path) {
        out.extend([Inline::Acapo, contesto.mancante()]);
    }
    let mut details: Vec<Inline> = Vec::new();
    for key in DETAILS {
        let Some(campo) = record.campi.iter().find(|campo| campo.chiave == *key) else { continue };
        let Some(value) = item.get(*key).filter(|value| !is_empty(value)) else { continue };
        let separator = if details.is_empty() { "" } else { "; " };
        let label = valori::lower_first(&campo.etichetta);
        details.push(plain(format!("{separator}{label}: ")));
        details.extend(valori::inline(contesto, campo, value));
    }
    if !details.is_empty() {
        out.push(Inline::Acapo);
        out.extend(details);
    }
    if !codice.is_empty() {
        out.extend([Inline::Acapo, Inline::Codice { v: codice.into() }]);
    }
    out
}

/// `41,4 % (2025)`, or when it will be measured.
fn baseline(contesto: &Contesto<'_>, item: &Object, at: &At) -> Vec<Inline> {
    let Some(value) = item.get("baseline").filter(|value| !is_empty(value)) else {
        let due = contesto.is_due(&at.field("baseline").path)
            || contesto.profilo.has(proprieta::ORDINARIO);
        return vec![if due { contesto.mancante() } else { plain(EMPTY) }];
    };
    let mut out = Vec::new();
    if let Some(measure) = value.get("valore").filter(|value| !is_empty(value)) {
        out.push(plain(valori::measure(measure)));
    }
    if let Some(year) = value.get("anno").and_then(Value::as_i64) {
        out.push(plain(format!("{}({year})", if out.is_empty() { "" } else { " " })));
    }
    if let Some(day) = value.get("disponibile_dal").filter(|day| !is_empty(day)) {
        let law = contesto.law;
        let fields = &law.record["baseline"].campi;
        if let Some(campo) = fields.iter().find(|campo| campo.chiave == "disponibile_dal") {
            let separator = if out.is_empty() { "" } else { "; " };
            out.push(plain(format!("{separator}{} ", valori::lower_first(&campo.etichetta))));
            out.extend(valori::inline(contesto, campo, day));
        }
    }
    out
}

fn target(contesto: &Contesto<'_>, item: &Object, year: i64, at: &At) -> Vec<Inline> {
    let found = item
        .get("target")
        .into_iter()
        .flat_map(objects)
        .find(|target| target.get("anno").and_then(Value::as_i64) == Some(year))
        .and_then(|target| target.get("valore"));
    match found {
        Some(value) => vec![plain(valori::measure(value))],
        None if contesto.is_due(&at.field("target").path) => vec![contesto.mancante()],
        None => vec![plain(EMPTY)],
    }
}

fn field(
    contesto: &Contesto<'_>,
    record: &Record,
    item: &Object,
    key: &str,
    at: &At,
) -> Vec<Inline> {
    let campo = record.campi.iter().find(|campo| campo.chiave == key);
    match (campo, item.get(key).filter(|value| !is_empty(value))) {
        (Some(campo), Some(value)) => valori::inline(contesto, campo, value),
        _ if contesto.is_due(&at.field(key).path) => vec![contesto.mancante()],
        _ => vec![plain(EMPTY)],
    }
}
