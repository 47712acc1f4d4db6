//! A sub-section of the scheme as a part of the document.

use super::campi::At;
use super::document::{Allinea, Blocco, Genere, Parte, RigaTabella, Tabella, Tratto};
use super::maker::Maker;
use super::valori::{self, plain};
use super::{colonne, formato, pagine, parole, revisioni, scala};
use crate::law::{Base, Campo, Sottosezione};
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};

/// Where a section or sub-section stands, when it is not whole and in force.
pub(super) const STATO: &[Chiave] = &[campo::STATO, campo::NOTA];
/// Why it has no intermediate targets.
pub(super) const SENZA_TRAGUARDI: &[Chiave] = &[campo::SENZA_TRAGUARDI];

/// The number and the title of a section or sub-section, as the plan wants them.
pub(super) fn naming(maker: &Maker<'_>, numero: &str, titolo: &str) -> (String, String) {
    let row = change(maker, numero);
    let own = |campo: Chiave| row.map(|row| row.text(campo)).filter(|text| !text.is_empty());
    (
        own(campo::NUMERO).unwrap_or(numero).to_owned(),
        own(campo::TITOLO).map_or_else(|| formato::text(titolo), formato::text),
    )
}

/// What the plan changes of a sub-section.
pub(super) fn change<'a>(maker: &Maker<'a>, numero: &str) -> Option<&'a Record<'a>> {
    maker.records(campo::SOTTOSEZIONI).into_iter().find(|row| row.text(campo::CHIAVE) == numero)
}

/// The part of a sub-section; nothing when it is not written, and nothing of it is missing.
pub(super) fn part(
    maker: &mut Maker<'_>,
    sottosezione: &Sottosezione,
    livello: u8,
) -> Option<Parte> {
    let id = formato::slug(&sottosezione.chiave);
    let (numero, titolo) = naming(maker, &sottosezione.numero, &sottosezione.titolo);
    let written = sottosezione.campo.iter().any(|campo| maker.root.filled(campo).is_some())
        || change(maker, &sottosezione.numero).is_some();
    let missing = if written { None } else { Some(maker.missing_part(sottosezione, &id)?) };
    let mut part = Parte {
        id: maker.ancore.unique(&id),
        genere: Genere::Sottosezione,
        schema: sottosezione.numero.clone(),
        apre_pagina: true,
        numero,
        titolo,
        livello,
        sezione: sottosezione.sezione,
        descrizione: String::new(),
        sommario: sottosezione.sommario.clone(),
        blocchi: Vec::new(),
        parti: Vec::new(),
    };
    part.blocchi = omission(maker, &sottosezione.numero, &part.id, livello + 1);
    part.blocchi.extend(missing);
    part.blocchi.extend(said(maker, &sottosezione.numero, &part.id, STATO));
    part.blocchi.extend(revisioni::of_part(maker, &sottosezione.numero, &part.id));
    for campo in &sottosezione.campo {
        fields(maker, campo, &mut part);
    }
    part.blocchi.extend(said(maker, &sottosezione.numero, &part.id, SENZA_TRAGUARDI));
    number(&mut part);
    Some(part)
}

/// What the plan says of a section or sub-section in some fields, a line each with its label.
pub(super) fn said(
    maker: &mut Maker<'_>,
    numero: &str,
    base: &str,
    fields: &[Chiave],
) -> Vec<Blocco> {
    let Some(row) = change(maker, numero) else { return Vec::new() };
    let mut blocks = Vec::new();
    for key in fields {
        let said = row.kind.campo(key.as_str()).zip(row.filled(*key));
        let Some((campo, value)) = said else { continue };
        let mut run = vec![plain(format!("{}: ", formato::text(&campo.etichetta)))];
        run.extend(valori::inline(maker, value));
        let ancora = format!("{base}-{}", formato::slug(key.as_str()));
        blocks.push(maker.paragraph(&ancora, run));
    }
    blocks
}

/// Why a section or sub-section is omitted, when it is.
pub(super) fn omission(
    maker: &mut Maker<'_>,
    numero: &str,
    base: &str,
    livello: u8,
) -> Vec<Blocco> {
    let at = At::new(campo::SOTTOSEZIONI, base.into(), livello);
    let omission = change(maker, numero).and_then(|row| row.record(campo::OMESSA));
    let mut blocks = Vec::new();
    for (campo, value) in omission.iter().flat_map(|omission| &omission.fields) {
        if let Some(text) = value.as_str() {
            blocks.extend(maker.text(text, campo, &at.field(campo)));
        }
    }
    blocks
}

/// Adds a field of the scheme to its part: a list is a part of its own, a single record gives its
/// texts as parts and its short fields as a table.
fn fields(maker: &mut Maker<'_>, campo: &Campo, part: &mut Parte) {
    let value = maker.value(campo);
    let ancora = format!("{}-{}", part.id, formato::slug(&campo.chiave));
    let at = At::new(campo, ancora, part.livello + 2);
    let law = maker.law;
    let kind = match &campo.forma.base {
        Base::Record(kind) if !campo.forma.elenco => law.record.get(kind),
        _ => None,
    };
    let Some(record) = kind else {
        let blocchi = content(maker, campo, value, &at);
        push_part(maker, part, &campo.etichetta, &at.ancora, blocchi);
        return;
    };
    let value = maker.root.record(campo);
    let within = |field: &Campo| value.and_then(|value| value.get(field));
    let (opening, rest): (Vec<&Campo>, Vec<&Campo>) =
        record.campi.iter().partition(|field| field.senza_titolo);
    for field in opening {
        if let Some(Value::Markdown(text)) = within(field) {
            let at = At { livello: part.livello + 1, ..at.field(field) };
            part.blocchi.extend(maker.text(text, field, &at));
        }
    }
    let (own_parts, short): (Vec<&Campo>, Vec<&Campo>) =
        rest.into_iter().partition(|field| is_part(field));
    let data = data_table(maker, campo, &short, value, &at);
    push_part(maker, part, &campo.etichetta, &at.ancora, data);
    for field in own_parts {
        let mut at = at.field(field);
        at.ancora = format!("{}-{}", part.id, formato::slug(&field.chiave));
        let blocchi = content(maker, field, within(field), &at);
        push_part(maker, part, &field.etichetta, &at.ancora, blocchi);
    }
}

fn is_part(campo: &Campo) -> bool {
    campo.parte
        || campo.forma.base == Base::Testo
        || (campo.forma.elenco && matches!(campo.forma.base, Base::Record(_)))
}

fn push_part(
    maker: &mut Maker<'_>,
    part: &mut Parte,
    titolo: &str,
    ancora: &str,
    blocchi: Vec<Blocco>,
) {
    if blocchi.is_empty() {
        return;
    }
    let (blocchi, parti) = pagine::split(maker, blocchi, part.sezione, ancora);
    part.parti.push(Parte {
        id: maker.ancore.unique(ancora),
        genere: Genere::Interna,
        schema: String::new(),
        apre_pagina: false,
        numero: String::new(),
        titolo: titolo.into(),
        livello: part.livello + 1,
        sezione: part.sezione,
        descrizione: String::new(),
        sommario: String::new(),
        blocchi,
        parti,
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
pub(super) fn content(
    maker: &mut Maker<'_>,
    campo: &Campo,
    value: Option<&Value<'_>>,
    at: &At,
) -> Vec<Blocco> {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return Vec::new() };
    match value {
        Value::Markdown(text) => maker.text(text, campo, at),
        Value::Record(record) => single(maker, campo, record, at),
        Value::List(_) if matches!(campo.forma.base, Base::Record(_)) => {
            maker.list(campo, Some(value), at)
        }
        Value::List(items) => vec![maker.bullets(items, at)],
        _ => {
            let inlines = valori::inline(maker, value);
            vec![maker.paragraph(&format!("{}-testo", at.ancora), inlines)]
        }
    }
}

/// A single record that is a part of its own: short fields in a table, then each long one.
fn single(maker: &mut Maker<'_>, campo: &Campo, record: &Record<'_>, at: &At) -> Vec<Blocco> {
    let (long, short): (Vec<&Campo>, Vec<&Campo>) =
        record.kind.campi.iter().partition(|field| is_part(field) || field.forma.elenco);
    let mut blocks = data_table(maker, campo, &short, Some(record), at);
    for field in long {
        let at = at.field(field);
        let titled = matches!(field.forma.base, Base::Record(_)) && field.forma.elenco;
        let inside = At { livello: at.livello + u8::from(!titled), ..at.clone() };
        let content = content(maker, field, record.get(field), &inside);
        if content.is_empty() {
            continue;
        }
        if !titled {
            let id = maker.ancore.unique(&at.ancora);
            let testo = vec![plain(field.etichetta.clone())];
            blocks.push(Blocco::Intestazione { id, livello: at.livello, testo });
        }
        blocks.extend(content);
    }
    blocks
}

/// Short fields as a table of two columns, and those that are missing.
pub(super) fn data_table(
    maker: &mut Maker<'_>,
    campo: &Campo,
    fields: &[&Campo],
    record: Option<&Record<'_>>,
    at: &At,
) -> Vec<Blocco> {
    let mut righe = Vec::new();
    for field in fields {
        if let Some(value) = record.and_then(|record| record.filled(field)) {
            let mut cell = scala::squares(maker, field, value);
            cell.extend(valori::inline(maker, value));
            righe.push(row(&field.etichetta, cell));
        }
    }
    let Some(record) = record.filter(|_| !righe.is_empty()) else { return Vec::new() };
    let id = maker.ancore.unique(&format!("{}-dati", at.ancora));
    let mut blocks = vec![pairs(id, &campo.etichetta, righe)];
    let is_own = |key: &str| fields.iter().any(|field| field.chiave == key);
    blocks.extend(maker.missing_among(record, &is_own, &at.ancora));
    blocks
}

/// A row of a table of two columns.
pub(super) fn row(label: &str, cell: Vec<Tratto>) -> RigaTabella {
    let label = vec![Tratto::Forte { tratti: vec![plain(label)] }];
    RigaTabella::new(String::new(), vec![label, cell])
}

/// A table of labels and values.
pub(super) fn pairs(id: String, didascalia: &str, righe: Vec<RigaTabella>) -> Blocco {
    let column = |titolo, larghezza| colonne::column(titolo, Allinea::Inizio, larghezza);
    let colonne = vec![column(parole::VOCE, 2), column(parole::VALORE, 4)];
    Blocco::Tabella(Tabella::new(id, didascalia, colonne, righe))
}
