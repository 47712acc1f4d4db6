//! A sub-section of the scheme as a part of the document.

use serde_json::Value;

use super::campi::{At, is_empty, objects};
use super::contesto::Contesto;
use super::document::{Blocco, Colonna, Genere, Parte, RigaTabella, Tabella, Tratto};
use super::valori::{self, plain};
use super::{document::Allinea, formato, parole};
use crate::law::{Base, Campo, Sottosezione};

/// The number and the title of a section or sub-section, as the plan wants them.
pub(super) fn naming(contesto: &Contesto<'_>, numero: &str, titolo: &str) -> (String, String) {
    let row = change(contesto, numero);
    let own = |key: &str| row.and_then(|row| row.get(key)?.as_str()).filter(|s| !s.is_empty());
    (
        own("numero").unwrap_or(numero).to_owned(),
        own("titolo").map_or_else(|| formato::text(titolo), formato::text),
    )
}

/// What the plan changes of a sub-section.
fn change<'a>(contesto: &Contesto<'a>, numero: &str) -> Option<&'a super::campi::Object> {
    objects(contesto.value("sottosezioni"))
        .into_iter()
        .find(|row| row.get("chiave").and_then(Value::as_str) == Some(numero))
}

/// The part of a sub-section; nothing when it is neither due nor written.
pub(super) fn part(
    contesto: &mut Contesto<'_>,
    sottosezione: &Sottosezione,
    livello: u8,
) -> Option<Parte> {
    let id = formato::slug(&sottosezione.chiave);
    let (numero, titolo) = naming(contesto, &sottosezione.numero, &sottosezione.titolo);
    let written = sottosezione.campo.iter().any(|campo| !is_empty(contesto.value(&campo.chiave)));
    let omission = change(contesto, &sottosezione.numero)
        .and_then(|row| row.get("omessa"))
        .filter(|omission| !is_empty(omission));
    if omission.is_none() && !written && !sottosezione.binds(contesto.profilo) {
        return None;
    }
    let mut part = Parte {
        id: contesto.ancore.unique(&id),
        genere: Genere::Sottosezione,
        schema: sottosezione.numero.clone(),
        apre_pagina: true,
        numero,
        titolo,
        livello,
        sezione: sottosezione.sezione,
        sommario: sottosezione.sommario.clone(),
        blocchi: Vec::new(),
        parti: Vec::new(),
    };
    if let Some(omission) = omission {
        part.blocchi = omitted(contesto, omission, &part.id, livello + 1);
        return Some(part);
    }
    for campo in &sottosezione.campo {
        fields(contesto, campo, &mut part);
    }
    untimed(contesto, &sottosezione.numero, &mut part);
    number(&mut part);
    Some(part)
}

/// Why a sub-section has no intermediate targets, when the plan says so.
fn untimed(contesto: &mut Contesto<'_>, numero: &str, part: &mut Parte) {
    let why = change(contesto, numero).and_then(|row| row.get("senza_traguardi")?.as_str());
    let campi = &contesto.law.record["sottosezione"].campi;
    let campo = campi.iter().find(|campo| campo.chiave == "senza_traguardi");
    if let (Some(why), Some(campo)) = (why, campo) {
        let text = formato::text(&format!("{}: {why}", campo.etichetta));
        let block = contesto.paragraph(&part.id, vec![plain(text)]);
        part.blocchi.push(block);
    }
}

/// Why a sub-section is omitted.
fn omitted(contesto: &mut Contesto<'_>, omission: &Value, base: &str, livello: u8) -> Vec<Blocco> {
    let law = contesto.law;
    let at = At { path: vec!["sottosezioni".into()], ancora: base.into(), livello };
    let mut blocks = Vec::new();
    for campo in &law.record["omissione"].campi {
        if let Some(Value::String(text)) = omission.get(&campo.chiave) {
            blocks.extend(contesto.text(text, campo, &at));
        }
    }
    blocks
}

/// Adds a field of the scheme to its part: a list is a part of its own, a single record gives its
/// texts as parts and its short fields as a table.
fn fields(contesto: &mut Contesto<'_>, campo: &Campo, part: &mut Parte) {
    let value = contesto.value(&campo.chiave);
    let ancora = format!("{}-{}", part.id, formato::slug(&campo.chiave));
    let at = At { path: vec![campo.chiave.clone()], ancora, livello: part.livello + 2 };
    if campo.forma.elenco {
        let blocchi = contesto.list(campo, value, &at);
        push_part(contesto, part, &campo.etichetta, &at.ancora, blocchi);
        return;
    }
    let Base::Record(kind) = &campo.forma.base else { return };
    let law = contesto.law;
    let Some(record) = law.record.get(kind) else { return };
    let (opening, rest): (Vec<&Campo>, Vec<&Campo>) =
        record.campi.iter().partition(|field| field.senza_titolo);
    for field in opening {
        if let Some(Value::String(text)) = value.get(&field.chiave) {
            let at = At { livello: part.livello + 1, ..at.field(&field.chiave) };
            part.blocchi.extend(contesto.text(text, field, &at));
        }
    }
    let (own_parts, short): (Vec<&Campo>, Vec<&Campo>) =
        rest.into_iter().partition(|field| is_part(field));
    let data = data_table(contesto, campo, &short, value, &at);
    push_part(contesto, part, &campo.etichetta, &at.ancora, data);
    for field in own_parts {
        let inner = value.get(&field.chiave).unwrap_or(&Value::Null);
        let mut at = at.field(&field.chiave);
        at.ancora = format!("{}-{}", part.id, formato::slug(&field.chiave));
        let blocchi = content(contesto, field, inner, &at);
        push_part(contesto, part, &field.etichetta, &at.ancora, blocchi);
    }
}

fn is_part(campo: &Campo) -> bool {
    campo.parte
        || campo.forma.base == Base::Testo
        || (campo.forma.elenco && matches!(campo.forma.base, Base::Record(_)))
}

fn push_part(
    contesto: &mut Contesto<'_>,
    part: &mut Parte,
    titolo: &str,
    ancora: &str,
    blocchi: Vec<Blocco>,
) {
    if blocchi.is_empty() {
        return;
    }
    part.parti.push(Parte {
        id: contesto.ancore.unique(ancora),
        genere: Genere::Interna,
        schema: String::new(),
        apre_pagina: false,
        numero: String::new(),
        titolo: titolo.into(),
        livello: part.livello + 1,
        sezione: part.sezione,
        sommario: String::new(),
        blocchi,
        parti: Vec::new(),
    });
}

/// Numbers the inner parts after their own.
fn number(part: &mut Parte) {
    if part.numero.is_empty() {
        return;
    }
    for (index, inner) in part.parti.iter_mut().enumerate() {
        inner.numero = format!("{}.{}", part.numero, index + 1);
    }
}

/// The content of a field that is a part of its own.
fn content(contesto: &mut Contesto<'_>, campo: &Campo, value: &Value, at: &At) -> Vec<Blocco> {
    if is_empty(value) {
        return contesto.missing(campo, at).into_iter().collect();
    }
    match (&campo.forma.base, value) {
        (Base::Testo, Value::String(text)) => contesto.text(text, campo, at),
        (Base::Record(_), Value::Array(_)) => contesto.list(campo, value, at),
        (Base::Record(kind), Value::Object(_)) => single(contesto, campo, kind, value, at),
        (_, Value::Array(items)) => vec![contesto.bullets(campo, items, at)],
        _ => {
            let inlines = valori::inline(contesto, campo, value);
            vec![contesto.paragraph(&at.ancora, inlines)]
        }
    }
}

/// A single record that is a part of its own: short fields in a table, then each long one.
fn single(
    contesto: &mut Contesto<'_>,
    campo: &Campo,
    kind: &str,
    value: &Value,
    at: &At,
) -> Vec<Blocco> {
    let law = contesto.law;
    let Some(record) = law.record.get(kind) else { return Vec::new() };
    let (long, short): (Vec<&Campo>, Vec<&Campo>) =
        record.campi.iter().partition(|field| is_part(field) || field.forma.elenco);
    let mut blocks = data_table(contesto, campo, &short, value, at);
    for field in long {
        let inner = value.get(&field.chiave).unwrap_or(&Value::Null);
        let mut at = at.field(&field.chiave);
        at.ancora = format!("{}-{}", at.ancora, formato::slug(&field.chiave));
        let titled = matches!(field.forma.base, Base::Record(_)) && field.forma.elenco;
        let inside = At { livello: at.livello + u8::from(!titled), ..at.clone() };
        let content = content(contesto, field, inner, &inside);
        if content.is_empty() {
            continue;
        }
        if !titled {
            let id = contesto.ancore.under(&at.ancora);
            let testo = vec![plain(field.etichetta.clone())];
            blocks.push(Blocco::Intestazione { id, livello: at.livello, testo });
        }
        blocks.extend(content);
    }
    blocks
}

/// Short fields as a table of two columns; due ones that are missing are said.
pub(super) fn data_table(
    contesto: &mut Contesto<'_>,
    campo: &Campo,
    fields: &[&Campo],
    value: &Value,
    at: &At,
) -> Vec<Blocco> {
    let mut righe = Vec::new();
    for field in fields {
        let inner = value.get(&field.chiave).unwrap_or(&Value::Null);
        let cell = if is_empty(inner) {
            if !contesto.is_due(&at.field(&field.chiave).path) {
                continue;
            }
            vec![contesto.mancante()]
        } else {
            valori::inline(contesto, field, inner)
        };
        righe.push(row(&field.etichetta, cell));
    }
    if righe.is_empty() {
        return Vec::new();
    }
    let id = contesto.ancore.unique(&format!("{}-dati", at.ancora));
    vec![pairs(id, &campo.etichetta, righe)]
}

/// A row of a table of two columns.
pub(super) fn row(label: &str, cell: Vec<Tratto>) -> RigaTabella {
    let label = vec![Tratto::Forte { tratti: vec![plain(label)] }];
    RigaTabella { id: String::new(), totale: false, celle: vec![label, cell] }
}

/// A table of labels and values.
pub(super) fn pairs(id: String, didascalia: &str, righe: Vec<RigaTabella>) -> Blocco {
    let column = |titolo: &str, larghezza| Colonna {
        titolo: titolo.into(),
        allinea: Allinea::Inizio,
        larghezza,
    };
    Blocco::Tabella(Tabella {
        id,
        didascalia: didascalia.into(),
        colonne: vec![column(parole::VOCE, 2), column(parole::VALORE, 4)],
        righe,
    })
}
