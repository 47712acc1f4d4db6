//! The text for the act that adopts the plan: what is adopted, on what it rests, where it goes.

use schemars::JsonSchema;
use serde::Serialize;

use super::maker::{Maker, title};
use super::{figurati, formato, parole, revisioni};
use crate::cifre;
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::{Atti, Nature};
use crate::nomi::{atti, campo};
use crate::record::{Record, Value};

/// What is cited of the law in the act, and why.
const VISTI: &[(&str, &str, &str)] = &[
    (atti::DL_80_2021, "art. 6", "prevede il Piano integrato di attività e organizzazione (PIAO)"),
    (
        atti::DM_132_2022,
        "art. 7, c. 1",
        "dà lo schema e il termine del piano, che dura tre anni ed è aggiornato ogni anno",
    ),
];
/// Head of the row of a list.
const ROW: &str = "- ";
/// Where the plan has to go once it is adopted.
const PUBBLICAZIONE: (&str, &str) = (atti::DL_80_2021, "art. 6, c. 4");

/// The text for the act, of which only the official PDF still has to be described.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Dispositivo {
    /// Paragraphs before the description of the PDF.
    pub prima: Vec<String>,
    /// Paragraphs after it.
    pub dopo: Vec<String>,
}

impl Dispositivo {
    /// The whole text, with the name, the pages, the kind and the hash of the PDF.
    #[must_use]
    pub fn text(&self, file: &str, pages: usize, what: &str, hash: &str) -> String {
        let pages = figurati::pages(pages);
        let described = [
            format!(
                "2. Il testo è quello del file «{file}» ({pages}, {what}), la cui impronta SHA-256 è:"
            ),
            hash.to_owned(),
        ];
        let all = self.prima.iter().chain(&described).chain(&self.dopo);
        let mut out = String::new();
        for paragraph in all {
            // The rows of a list stand together.
            let goes_on = paragraph.starts_with(ROW)
                && out.lines().last().is_some_and(|line| line.starts_with(ROW));
            out += if out.is_empty() || goes_on { "" } else { "\n" };
            out += &format!("{paragraph}\n");
        }
        out
    }
}

/// The text for the act of a plan.
pub(super) fn of(maker: &Maker<'_>, titolo: &str, ente: &str) -> Dispositivo {
    let piao = maker.root.record(campo::PIAO);
    let adozione = piao.and_then(|piao| piao.record(campo::ADOZIONE));
    let updates = revisioni::updates(maker);
    let is_update = !updates.is_empty()
        || piao.is_some_and(|piao| {
            Nature::read(piao.text(campo::NATURA)) == Some(Nature::AggiornamentoInfrannuale)
        });
    let last = updates.last().copied();
    let act = match last {
        Some(row) => revisioni::act(row),
        None => revisioni::adoption(maker),
    };
    let tipo = last.or(adozione).map(|record| record.text(campo::TIPO)).unwrap_or_default();
    let versione = piao.map(|piao| piao.text(campo::VERSIONE)).unwrap_or_default();
    let versione = match versione {
        "" => String::new(),
        versione => format!(", versione {}", formato::text(versione)),
    };
    let mut prima = vec![format!("{}: {titolo}, {ente}", parole::TESTO_DELL_ATTO)];
    prima.extend((!act.is_empty()).then(|| format!("{act}.")));
    prima.push("Visti:".into());
    prima.extend(visti(maker));
    prima.extend(presupposti(maker));
    prima.push(verbo(tipo).into());
    let what = if is_update { "È approvato l’aggiornamento del" } else { "È adottato il" };
    let before = last.and_then(|row| revisioni::before(&maker.records(campo::REVISIONI), row));
    let before = before.map(|old| format!(", che sostituisce la versione {old}"));
    let before = before.unwrap_or_default();
    prima.push(format!("1. {what} {titolo} di {ente}{versione}{before}."));
    let mut dopo = vec![allegati(maker)];
    if is_update {
        dopo.extend(cambiamenti(maker));
    }
    let fonte = cited(maker, PUBBLICAZIONE.0, PUBBLICAZIONE.1);
    dopo.push(format!(
        "Il piano è pubblicato nel sito istituzionale ed è inviato al Dipartimento della funzione \
         pubblica per la pubblicazione nel suo portale ({fonte})."
    ));
    for (number, paragraph) in (3..).zip(&mut dopo) {
        *paragraph = format!("{number}. {paragraph}");
    }
    Dispositivo { prima, dopo }
}

/// What the act does.
fn verbo(tipo: &str) -> &'static str {
    match Atti::read(tipo) {
        Some(Atti::Deliberazione) => "DELIBERA",
        Some(Atti::Decreto | Atti::DecretoDeliberativo | Atti::DecretoMinisteriale) => "DECRETA",
        Some(Atti::Determinazione) => "DETERMINA",
        Some(Atti::Altro) | None => "DISPONE",
    }
}

/// The law, those who adopt it being said by the kind of administration.
fn visti(maker: &Maker<'_>) -> Vec<String> {
    let mut rows: Vec<String> = VISTI
        .iter()
        .map(|(act, place, why)| format!("{ROW}{}: {why};", whole(maker, act, place)))
        .collect();
    let Some(ente) = &maker.profilo.ente else { return rows };
    let unsure = if ente.adozione.fiducia.is_unsure() { parole::DA_RILEGGERE } else { "" };
    let cited = maker.law.cite_all(ente.adozione.norma.iter().map(String::as_str), maker.profilo);
    let cited: Vec<String> = cited.into_iter().map(|citation| citation.testo).collect();
    if !cited.is_empty() {
        rows.push(format!("{ROW}{}: sull’organo che lo adotta{unsure};", cited.join("; ")));
    }
    rows
}

/// The documents that the plan rests on, and the opinions that it had.
fn presupposti(maker: &Maker<'_>) -> Vec<String> {
    let said = |record: &Record<'_>, keys: &[crate::nomi::Chiave]| {
        let written = formato::text(record.text(campo::ATTO));
        let day = match record.get(campo::DATA) {
            Some(Value::Day(day)) => Some(cifre::del_giorno(*day)),
            _ => None,
        };
        // Whoever writes the act in full writes its day.
        let day = day.filter(|_| !written.contains(" del ") && !written.contains(" dell’"));
        let words = keys.iter().map(|key| formato::text(record.text(*key)));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let act = [words.join(", ")].into_iter().chain(day).filter(|word| !word.is_empty());
        let act: Vec<String> = act.collect();
        let act = if act.is_empty() { String::new() } else { format!(" ({})", act.join(" ")) };
        format!("{ROW}{}{act};", title(record))
    };
    let documents = maker.records(campo::DOCUMENTI_FINANZIARI).into_iter();
    let opinions = maker.records(campo::PARERI).into_iter();
    documents
        .map(|record| said(record, &[campo::ORGANO, campo::ATTO]))
        .chain(opinions.map(|record| said(record, &[campo::SOGGETTO, campo::ATTO])))
        .collect()
}

fn allegati(maker: &Maker<'_>) -> String {
    let titles: Vec<String> = maker
        .records(campo::ALLEGATI)
        .into_iter()
        .map(|record| match record.get(campo::FILE) {
            Some(Value::Pdf(file)) => {
                let pages = figurati::pages(file.pagine);
                format!("«{}» ({pages}, impronta SHA-256 {})", title(record), file.impronta)
            }
            _ => format!("«{}»", title(record)),
        })
        .collect();
    match titles.as_slice() {
        [] => "Il piano non ha allegati.".into(),
        [one] => format!("Il piano ha un allegato: {one}."),
        more => format!("Il piano ha {} allegati: {}.", more.len(), more.join(", ")),
    }
}

/// What the version in the act changes.
fn cambiamenti(maker: &Maker<'_>) -> Option<String> {
    let versione = maker.root.record(campo::PIAO)?.text(campo::VERSIONE);
    let rows = maker.records(campo::REVISIONI).into_iter();
    let rows = rows.filter(|row| row.text(campo::VERSIONE) == versione);
    let told = rows.map(|row| {
        let parte = row.get(campo::SOTTOSEZIONE).and_then(Value::label).map(formato::text);
        let parte = parte.map(|parte| format!("{parte}: ")).unwrap_or_default();
        format!("{parte}{}", formato::text(row.text(campo::DESCRIZIONE)))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("Cambia: {}.", told.join("; ")))
}

/// An act by its full name, and the place in it.
fn whole(maker: &Maker<'_>, act: &str, place: &str) -> String {
    let name = maker.law.norme.get(act).map_or(act, |norma| norma.titolo.as_str());
    format!("{}, {place}", formato::text(name))
}

fn cited(maker: &Maker<'_>, act: &str, place: &str) -> String {
    maker.law.cite(&format!("{act} {place}"), maker.profilo.data).testo
}
