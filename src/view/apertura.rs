//! What opens the document: cover, the act that adopts it.

use super::campi::At;
use super::document::{Blocco, Genere, Parte, Riga};
use super::maker::Maker;
use super::sottosezione::{content, data_table, pairs, row};
use super::valori::{self, plain};
use super::{formato, revisioni};
use crate::law::{Base, Campo};
use crate::nomi::{Chiave, campo};
use crate::record::Value;

/// Fields of the act that are shown where they matter: at the end, or on the parts that they change.
const ALTROVE: &[Chiave] =
    &[campo::DEROGHE, campo::SOTTOSEZIONI, campo::SOTTOSEZIONI_LIBERE, campo::ALLEGATI];

/// The rows of the cover.
pub(super) fn copertina(maker: &Maker<'_>, triennio: &str) -> Vec<Riga> {
    let mut rows = vec![("Triennio", triennio.to_owned())];
    let piao = maker.root.record(campo::PIAO);
    let update = revisioni::updates(maker).pop().map(revisioni::act).unwrap_or_default();
    for (label, words) in
        [("Adozione", revisioni::adoption(maker)), ("Ultimo aggiornamento", update)]
    {
        if !words.is_empty() {
            rows.push((label, words));
        }
    }
    for key in [campo::VERSIONE, campo::LICENZA] {
        let field = piao.and_then(|piao| Some((piao.kind.campo(key.as_str())?, piao.text(key))));
        if let Some((field, text)) = field.filter(|(_, text)| !text.is_empty()) {
            rows.push((&field.etichetta, text.into()));
        }
    }
    rows.into_iter()
        .map(|(etichetta, valore)| Riga {
            etichetta: etichetta.into(),
            valore: vec![plain(valore)],
        })
        .collect()
}

/// How the document is cited: `Provincia di Esempio, Piano integrato di attività e organizzazione
/// 2027-2029, Presidente della Provincia, decreto n. 9 del 28 gennaio 2027, versione 1.0`.
pub(super) fn citazione(maker: &Maker<'_>, triennio: &str) -> String {
    let text = |record: Chiave, key: Chiave| {
        maker.root.record(record).map(|own| formato::text(own.text(key))).unwrap_or_default()
    };
    let update = revisioni::updates(maker).pop().map(revisioni::act);
    let versione = text(campo::PIAO, campo::VERSIONE);
    let said = [
        text(campo::ANAGRAFICA, campo::DENOMINAZIONE),
        format!("Piano integrato di attività e organizzazione {triennio}"),
        update.unwrap_or_else(|| revisioni::adoption(maker)),
        if versione.is_empty() { versione } else { format!("versione {versione}") },
    ];
    let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
    said.join(", ")
}

/// The act, the documents that it rests on, those who worked on it.
pub(super) fn atto(maker: &mut Maker<'_>) -> Option<Parte> {
    let law = maker.law;
    let id = maker.ancore.unique("atto");
    let mut part = unnumbered(&id, "Il piano e i suoi atti", 1);
    part.genere = Genere::Atto;
    part.apre_pagina = true;
    part.sommario = "Adozione, documenti, revisioni.".into();
    let atto = law.sottosezioni.iter().find(|s| s.sezione == 0)?;
    for campo in &atto.campo {
        let key = campo.chiave.as_str();
        if key == campo::PIAO.as_str() {
            piao(maker, campo, &mut part);
        } else if !ALTROVE.iter().any(|other| other.as_str() == key) {
            let ancora = format!("{id}-{}", formato::slug(key));
            let at = At::new(campo, ancora, 3);
            let blocks = if key == campo::REVISIONI.as_str() {
                revisioni::table(maker, campo, &at)
            } else {
                content(maker, campo, maker.value(campo), &at)
            };
            push(maker, &mut part, &campo.etichetta, &at.ancora, blocks);
        }
    }
    Some(part)
}

fn push(maker: &mut Maker<'_>, part: &mut Parte, titolo: &str, ancora: &str, blocchi: Vec<Blocco>) {
    if blocchi.is_empty() {
        return;
    }
    let id = maker.ancore.unique(ancora);
    let mut inner = unnumbered(&id, titolo, 2);
    inner.blocchi = blocchi;
    part.parti.push(inner);
}

/// A part outside the sections.
pub(super) fn unnumbered(id: &str, titolo: &str, livello: u8) -> Parte {
    Parte {
        id: id.into(),
        genere: Genere::Interna,
        schema: String::new(),
        apre_pagina: false,
        numero: String::new(),
        titolo: titolo.into(),
        livello,
        sezione: 0,
        descrizione: String::new(),
        sommario: String::new(),
        blocchi: Vec::new(),
        parti: Vec::new(),
    }
}

/// The plan's own data: the preface opens the part, the rest is a table.
fn piao(maker: &mut Maker<'_>, campo: &Campo, part: &mut Parte) {
    let law = maker.law;
    let at = At::new(campo, format!("{}-dati", part.id), 2);
    let Some(piao) = maker.root.record(campo::PIAO) else { return };
    let (texts, rest): (Vec<&Campo>, Vec<&Campo>) =
        piao.kind.campi.iter().partition(|field| field.forma.base == Base::Testo);
    for field in texts {
        if let Some(Value::Markdown(text)) = piao.get(field) {
            let at = At { livello: 2, ..at.field(field) };
            part.blocchi.extend(maker.text(text, field, &at));
        }
    }
    let (records, plain_fields): (Vec<&Campo>, Vec<&Campo>) = rest
        .into_iter()
        // Every page shows the years.
        .filter(|field| field.chiave != campo::TRIENNIO.as_str())
        .partition(|field| matches!(field.forma.base, Base::Record(_)));
    let mut righe = Vec::new();
    for field in plain_fields {
        if let Some(value) = piao.filled(field) {
            righe.push(row(&field.etichetta, valori::inline(maker, value)));
        }
    }
    let id = maker.ancore.unique(&at.ancora);
    if !righe.is_empty() {
        part.blocchi.push(pairs(id, &campo.etichetta, righe));
    }
    for field in records {
        let Base::Record(kind) = &field.forma.base else { continue };
        let fields: Vec<&Campo> = law.record[kind].campi.iter().collect();
        let mut at = at.field(field);
        at.ancora = format!("{}-{}", part.id, formato::slug(&field.chiave));
        if field.forma.elenco {
            let at = At { livello: 3, ..at };
            let blocks = content(maker, field, piao.get(field), &at);
            push(maker, part, &field.etichetta, &at.ancora, blocks);
            continue;
        }
        let table = data_table(maker, field, &fields, piao.record(field), &at);
        part.blocchi.extend(table);
    }
}
