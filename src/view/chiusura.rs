//! What closes the document: rules set aside, findings of a draft, abbreviations, sources.

use std::collections::BTreeSet;

use super::colonne::column;
use super::document::{
    Allinea, Blocco, Genere, Parte, RigaTabella, Tabella, Tratto, VoceGlossario,
};
use super::maker::Maker;
use super::valori::{self, plain};
use super::{Rilievo, Veste, fonti, formato, parole};
use crate::law::Campo;
use crate::nomi::campo;
use crate::record::{Record, Value};

/// All the findings say what a rule set aside had found; the listed ones have a part of their own.
pub(super) fn parts(
    maker: &mut Maker<'_>,
    parti: &[Parte],
    rilievi: &[Rilievo],
    listed: &[Rilievo],
    veste: Veste,
) -> Vec<Parte> {
    let mut parts = Vec::new();
    parts.extend(deroghe(maker, rilievi));
    parts.extend(findings(maker, listed, veste));
    parts.extend(glossario(maker));
    parts.extend(fonti(maker, parti, listed));
    parts
}

fn part(maker: &mut Maker<'_>, id: &str, titolo: &str, sommario: &str, block: Blocco) -> Parte {
    let id = maker.ancore.unique(id);
    Parte {
        id,
        genere: Genere::Chiusura,
        schema: String::new(),
        apre_pagina: true,
        numero: String::new(),
        titolo: titolo.into(),
        livello: 1,
        sezione: 0,
        descrizione: String::new(),
        sommario: sommario.into(),
        blocchi: vec![block],
        parti: Vec::new(),
    }
}

fn table(
    id: &str,
    didascalia: &str,
    columns: &[(&str, u8)],
    rows: Vec<Vec<Vec<Tratto>>>,
) -> Blocco {
    let colonne = columns
        .iter()
        .map(|(titolo, larghezza)| column(*titolo, Allinea::Inizio, *larghezza))
        .collect();
    let righe = rows.into_iter().map(|celle| RigaTabella::new(String::new(), celle)).collect();
    Blocco::Tabella(Tabella::new(id.into(), didascalia, colonne, righe))
}

fn text(value: &str) -> Vec<Tratto> {
    vec![plain(if value.is_empty() { super::tavole::EMPTY.into() } else { formato::text(value) })]
}

/// The rules that the plan sets aside, each with its reason and what it said.
fn deroghe(maker: &mut Maker<'_>, rilievi: &[Rilievo]) -> Option<Parte> {
    let deroghe = maker.records(campo::DEROGHE);
    let fields = &deroghe.first()?.kind.campi;
    let row = |deroga: &&Record<'_>| {
        let regola = deroga.text(campo::REGOLA).to_uppercase();
        let said: Vec<&str> = rilievi
            .iter()
            .filter(|rilievo| rilievo.codice == regola && rilievo.deroga.is_some())
            .map(|rilievo| rilievo.messaggio.as_str())
            .collect();
        let own = fields.iter().map(|field| match deroga.filled(field) {
            Some(value) => valori::inline(maker, value),
            None => text(""),
        });
        own.chain([text(&said.join("; "))]).collect()
    };
    let rows: Vec<_> = deroghe.iter().map(row).collect();
    let width = |field: &Campo| if field.chiave == campo::REGOLA.as_str() { 1 } else { 3 };
    let own = fields.iter().map(|field| (field.etichetta.as_str(), width(field)));
    let columns: Vec<(&str, u8)> = own.chain([("Che cosa dice la regola", 3)]).collect();
    let block = table("deroghe-tabella", "Regole messe da parte", &columns, rows);
    Some(part(maker, "deroghe", "Regole messe da parte", "Con il motivo di ciascuna.", block))
}

/// What the check found, for the readers of a draft or of a plan adopted with its errors.
fn findings(maker: &mut Maker<'_>, rilievi: &[Rilievo], veste: Veste) -> Option<Parte> {
    if rilievi.is_empty() {
        return None;
    }
    let rows = rilievi
        .iter()
        .map(|rilievo| {
            vec![
                text(&rilievo.codice),
                text(&rilievo.gravita),
                text(&rilievo.messaggio),
                text(&rilievo.luogo),
                text(&rilievo.fonte),
            ]
        })
        .collect();
    let columns = [("Regola", 2), ("Gravità", 2), ("Rilievo", 5), ("Dove", 3), ("Fonte", 4)];
    let block = table("rilievi-tabella", "Che cosa manca o non torna", &columns, rows);
    let sommario = match veste {
        Veste::Bozza => "Che cosa manca alla bozza.",
        Veste::Piano | Veste::ConRilievi => "Che cosa manca o non torna, secondo il controllo.",
    };
    Some(part(maker, "rilievi", "Rilievi del controllo", sommario, block))
}

/// The abbreviations that the plan uses.
fn glossario(maker: &mut Maker<'_>) -> Option<Parte> {
    let mut words = BTreeSet::new();
    gather(maker.root, &mut words);
    let voci: Vec<VoceGlossario> = maker
        .law
        .glossario
        .iter()
        .filter(|voce| words.contains(voce.sigla.as_str()))
        .map(|voce| VoceGlossario {
            id: format!("sigla-{}", formato::slug(&voce.sigla)),
            termine: voce.sigla.clone(),
            definizione: voce.estesa.clone(),
        })
        .collect();
    if voci.is_empty() {
        return None;
    }
    let block = Blocco::Glossario { id: "sigle".into(), voci };
    Some(part(maker, "glossario", "Glossario delle sigle", "Le sigle, sciolte.", block))
}

/// The words in capitals of every text of a record.
fn gather(record: &Record<'_>, words: &mut BTreeSet<String>) {
    for (_, value) in &record.fields {
        gather_value(value, words);
    }
}

fn gather_value(value: &Value<'_>, words: &mut BTreeSet<String>) {
    let text = match value {
        Value::Line(text)
        | Value::Markdown(text)
        | Value::Id(text)
        | Value::Url(text)
        | Value::Email(text)
        | Value::Reference(text)
        | Value::Choice(_, Some(text)) => text,
        Value::Measure(misura) => &misura.scritto,
        Value::Image(immagine) => &immagine.alternativa,
        Value::Choice(voce, None) => &voce.chiave,
        Value::List(items) => return items.iter().for_each(|item| gather_value(item, words)),
        Value::Record(record) => return gather(record, words),
        Value::Integer(_)
        | Value::Count(_)
        | Value::Number(_)
        | Value::Euro(_)
        | Value::Percent(_)
        | Value::Year(_)
        | Value::Day(_)
        | Value::Bool(_)
        | Value::Pdf(_) => return,
    };
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    let abbreviations = pieces.filter(|w| w.len() > 1 && w.chars().all(char::is_uppercase));
    words.extend(abbreviations.map(String::from));
}

/// The acts that the plan rests on and those that it names.
fn fonti(maker: &mut Maker<'_>, parti: &[Parte], listed: &[Rilievo]) -> Option<Parte> {
    let righe = fonti::righe(maker, parti, listed);
    if righe.is_empty() {
        return None;
    }
    let mut block = table(
        "fonti-tabella",
        "Atti su cui il piano poggia",
        &[("Sigla", 2), ("Atto", 5)],
        Vec::new(),
    );
    if let Blocco::Tabella(table) = &mut block {
        table.righe = righe;
    }
    Some(part(maker, "fonti", "Fonti normative", parole::FONTI, block))
}
