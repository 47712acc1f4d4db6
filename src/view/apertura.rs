//! What opens the document: cover, how to read it, the act that adopts it.

use serde_json::Value;

use super::campi::{At, is_empty};
use super::contesto::Contesto;
use super::document::{Blocco, Genere, Parte, Riga};
use super::sottosezione::{data_table, pairs, row};
use super::valori::{self, plain};
use super::{formato, parole};
use crate::law::{Base, Campo};

/// The rows of the cover.
pub(super) fn copertina(contesto: &Contesto<'_>, triennio: &str) -> Vec<Riga> {
    let mut rows = vec![("Triennio", triennio.to_owned())];
    let adozione = act(contesto);
    if !adozione.is_empty() {
        rows.push(("Adozione", adozione));
    }
    for (name, key) in [("Versione", "versione"), ("Licenza", "licenza")] {
        let text = contesto.string(&["piao", key]);
        if !text.is_empty() {
            rows.push((name, text.into()));
        }
    }
    rows.into_iter()
        .map(|(etichetta, valore)| Riga {
            etichetta: etichetta.into(),
            valore: vec![plain(valore)],
        })
        .collect()
}

/// The act of adoption in words: `Decreto del Presidente della Provincia n. 9 del 28 gennaio 2027`.
fn act(contesto: &Contesto<'_>) -> String {
    let part = |key: &str| contesto.string(&["piao", "adozione", key]);
    let mut words = Vec::new();
    let label = |list: &str, key: &str| contesto.etichetta(list, part(key));
    match (part("tipo"), part("organo")) {
        ("", "") => return String::new(),
        ("", _) => words.push(label("organi", "organo")),
        (_, "") => words.push(label("atti", "tipo")),
        _ => words.push(format!(
            "{}, {}",
            label("organi", "organo"),
            valori::lower_first(&label("atti", "tipo"))
        )),
    }
    if !part("numero").is_empty() {
        words.push(format!("n.\u{a0}{}", part("numero")));
    }
    if let Ok(day) = part("data").parse() {
        words.push(format!("del {}", formato::date(day)));
    }
    words.join(" ")
}

/// The unnumbered parts before the sections.
pub(super) fn parts(contesto: &mut Contesto<'_>, bozza: bool) -> Vec<Parte> {
    let guide = guide(contesto, bozza);
    let mut parts = Vec::from_iter(atto(contesto));
    match parts.first_mut() {
        Some(atto) => atto.parti.insert(0, guide),
        None => parts.push(guide),
    }
    parts
}

fn guide(contesto: &mut Contesto<'_>, bozza: bool) -> Parte {
    let id = contesto.ancore.unique("come-si-legge");
    let mut part = unnumbered(&id, "Come si legge questo piano", 2);
    let draft = bozza || contesto.string(&["piao", "stato"]) == "bozza";
    let texts = parole::LETTURA.iter().copied().chain(draft.then_some(parole::LETTURA_BOZZA));
    for text in texts {
        let block = contesto.paragraph(&id, vec![plain(text)]);
        part.blocchi.push(block);
    }
    part
}

/// The act, the documents that it rests on, those who worked on it.
fn atto(contesto: &mut Contesto<'_>) -> Option<Parte> {
    let law = contesto.law;
    let id = contesto.ancore.unique("atto");
    let mut part = unnumbered(&id, "Il piano e i suoi atti", 1);
    part.genere = Genere::Atto;
    part.apre_pagina = true;
    part.sommario = "Adozione, documenti, revisioni.".into();
    let atto = law.sottosezioni.iter().find(|s| s.sezione == 0)?;
    for campo in &atto.campo {
        match campo.chiave.as_str() {
            "piao" => piao(contesto, campo, &mut part),
            "documenti_finanziari" | "pareri" | "revisioni" => {
                let ancora = format!("{id}-{}", formato::slug(&campo.chiave));
                let at = At { path: vec![campo.chiave.clone()], ancora, livello: 3 };
                let blocks = contesto.list(campo, contesto.value(&campo.chiave), &at);
                push(contesto, &mut part, &campo.etichetta, &at.ancora, blocks);
            }
            _ => {}
        }
    }
    Some(part)
}

fn push(
    contesto: &mut Contesto<'_>,
    part: &mut Parte,
    titolo: &str,
    ancora: &str,
    blocchi: Vec<Blocco>,
) {
    if blocchi.is_empty() {
        return;
    }
    let id = contesto.ancore.unique(ancora);
    let mut inner = unnumbered(&id, titolo, 2);
    inner.blocchi = blocchi;
    part.parti.push(inner);
}

/// A part outside the sections.
fn unnumbered(id: &str, titolo: &str, livello: u8) -> Parte {
    Parte {
        id: id.into(),
        genere: Genere::Interna,
        schema: String::new(),
        apre_pagina: false,
        numero: String::new(),
        titolo: titolo.into(),
        livello,
        sezione: 0,
        sommario: String::new(),
        blocchi: Vec::new(),
        parti: Vec::new(),
    }
}

/// The plan's own data: the preface opens the part, the rest is a table.
fn piao(contesto: &mut Contesto<'_>, campo: &Campo, part: &mut Parte) {
    let law = contesto.law;
    let value = contesto.value("piao");
    let at = At { path: vec!["piao".into()], ancora: format!("{}-dati", part.id), livello: 2 };
    let record = &law.record["piao"];
    let (texts, rest): (Vec<&Campo>, Vec<&Campo>) =
        record.campi.iter().partition(|field| field.forma.base == Base::Testo);
    for field in texts {
        if let Some(Value::String(text)) = value.get(&field.chiave) {
            let at = At { livello: 2, ..at.field(&field.chiave) };
            part.blocchi.extend(contesto.text(text, field, &at));
        }
    }
    let (records, plain_fields): (Vec<&Campo>, Vec<&Campo>) = rest
        .into_iter()
        .filter(|field| field.chiave != "triennio")
        .partition(|field| matches!(field.forma.base, Base::Record(_)));
    let mut righe = Vec::new();
    for field in plain_fields {
        let inner = value.get(&field.chiave).unwrap_or(&Value::Null);
        if !is_empty(inner) {
            righe.push(row(&field.etichetta, valori::inline(contesto, field, inner)));
        }
    }
    let id = contesto.ancore.unique(&at.ancora);
    if !righe.is_empty() {
        part.blocchi.push(pairs(id, &campo.etichetta, righe));
    }
    for field in records {
        let Base::Record(kind) = &field.forma.base else { continue };
        let inner = value.get(&field.chiave).unwrap_or(&Value::Null);
        let fields: Vec<&Campo> = law.record[kind].campi.iter().collect();
        let mut at = at.field(&field.chiave);
        at.ancora = format!("{}-{}", part.id, formato::slug(&field.chiave));
        let table = data_table(contesto, field, &fields, inner, &at);
        part.blocchi.extend(table);
    }
}
