//! The plan in short: on one page, then by the questions of its readers. Whatever it counts is
//! computed from the records.

mod pagina;

use rust_decimal::Decimal;

use super::apertura::unnumbered;
use super::document::{Allinea, Blocco, Genere, Parte, RigaTabella, Tabella, Tratto};
use super::maker::Maker;
use super::mappa::Voci;
use super::valori::plain;
use super::{colonne, formato, parole};
use crate::law::Ruolo;
use crate::legami::Nodo;
use crate::nomi::{Chiave, campo};
use crate::record::Record;

/// The plan in short, and the anchors of what says the same as the map: the values, and for whom.
pub(super) struct Breve {
    pub(super) parti: Vec<Parte>,
    pub(super) valori: Option<String>,
    pub(super) per_chi: Option<String>,
}

/// The parts of the opening, each only when the plan has what it says.
pub(super) fn parts(maker: &mut Maker<'_>, voci: &Voci) -> Breve {
    let (page, valori) = pagina::page(maker, voci).unzip();
    let whom = per_chi(maker, voci);
    let per_chi = whom.as_ref().map(|part| part.id.clone());
    let questions: Vec<Parte> = [whom, chi(maker), numeri(maker)].into_iter().flatten().collect();
    let mut parti = Vec::from_iter(page);
    if !questions.is_empty() {
        let id = maker.ancore.unique("per-domande");
        parti.push(Parte { parti: questions, ..part(&id, parole::DOMANDE, 1, Vec::new()) });
    }
    Breve { parti, valori, per_chi }
}

fn part(id: &str, titolo: &str, livello: u8, blocchi: Vec<Blocco>) -> Parte {
    Parte { genere: Genere::Breve, blocchi, ..unnumbered(id, titolo, livello) }
}

/// `3 obiettivi`; nothing for none.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", formato::number(Decimal::from(count), 0)),
    }
}

/// Whom the plan serves: each with the public values that are for them; where there are none, with
/// the parts of the plan that name them.
fn per_chi(maker: &mut Maker<'_>, voci: &Voci) -> Option<Parte> {
    links(maker, campo::STAKEHOLDER, "per-chi", parole::PER_CHI, |maker, record| {
        let values = maker.legami.touches(record.luogo).len();
        let objectives =
            citing(maker, record, campo::OBIETTIVI_PERFORMANCE, "obiettivo", "obiettivi");
        let parts = voci.parts_naming(record.luogo);
        let mut naming = Vec::new();
        if !parts.is_empty() {
            naming.push(plain(parole::PER_CHI_PARTI));
            naming.extend(pagina::linked(&parts));
        }
        let values = words(counted(values, "valore pubblico", "valori pubblici"));
        vec![values, words(objectives), naming]
    })
}

/// Some words as a run; nothing for none.
fn words(text: String) -> Vec<Tratto> {
    if text.is_empty() { Vec::new() } else { vec![plain(text)] }
}

/// Who answers: each unit with its head and what it answers for.
fn chi(maker: &mut Maker<'_>) -> Option<Parte> {
    links(maker, campo::UNITA, "chi-risponde", parole::CHI_RISPONDE, |maker, record| {
        let objectives = answering(maker, record, campo::OBIETTIVI_PERFORMANCE);
        let objectives = counted(objectives, "obiettivo", "obiettivi");
        let measures = answering(maker, record, campo::MISURE);
        let measures = counted(measures, "misura di prevenzione", "misure di prevenzione");
        let head = formato::text(record.text(campo::RESPONSABILE));
        [head, objectives, measures].into_iter().map(words).collect()
    })
}

/// How many records of a list a unit answers for: it does not answer for those to which it only contributes.
fn answering(maker: &Maker<'_>, unita: &Record<'_>, list: Chiave) -> usize {
    let cited = maker.legami.cited_by(unita.luogo).into_iter();
    let answers = cited.filter(|(campo, nodo)| {
        let voce = maker.legami.voce(nodo.luogo()).map(Nodo::luogo);
        campo.ruolo == Some(Ruolo::Chi) && nodo.is_in(list) && voce == Some(nodo.luogo())
    });
    answers.count()
}

/// How many records of a list name a record, in words.
fn citing(maker: &Maker<'_>, record: &Record<'_>, list: Chiave, one: &str, many: &str) -> String {
    let cited = maker.legami.cited_by(record.luogo).into_iter();
    let mut own: Vec<_> = cited
        .filter(|(_, nodo)| nodo.is_in(list))
        .filter_map(|(_, nodo)| maker.legami.voce(nodo.luogo()).map(Nodo::luogo))
        .collect();
    own.sort_unstable();
    own.dedup();
    counted(own.len(), one, many)
}

/// A link to each record of a list, with what is said of it.
fn links(
    maker: &mut Maker<'_>,
    list: Chiave,
    id: &str,
    titolo: &str,
    said: impl Fn(&Maker<'_>, &Record<'_>) -> Vec<Vec<Tratto>>,
) -> Option<Parte> {
    let records = maker.records(list);
    let named = records.into_iter().filter(|record| maker.named(record.id()).is_some());
    let lines: Vec<(String, Vec<Tratto>)> = named
        .map(|record| {
            let mut line = maker.reference(record.id());
            let said = said(maker, record).into_iter().filter(|run| !run.is_empty());
            for (index, run) in said.enumerate() {
                line.push(plain(if index == 0 { ": " } else { ", " }));
                line.extend(run);
            }
            (formato::slug(record.id()), line)
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let id = maker.ancore.unique(id);
    let item = |(own, line)| vec![maker.paragraph(&format!("{id}-{own}"), line)];
    let voci = lines.into_iter().map(item).collect();
    let elenco = maker.ancore.unique(&format!("{id}-elenco"));
    let block = Blocco::Elenco { id: elenco, ordinato: false, inizio: 1, voci };
    Some(part(&id, titolo, 2, vec![block]))
}

/// The numbers of the plan: how many records the lists hold that the law counts.
fn numeri(maker: &mut Maker<'_>) -> Option<Parte> {
    let law = maker.law;
    let mut rows = Vec::new();
    for part in &law.sottosezioni {
        for campo in &part.campo {
            let Some(nome) = &campo.conta else { continue };
            let count = maker.records(campo).len();
            if count > 0 {
                let list =
                    format!("{}-{}", formato::slug(&part.chiave), formato::slug(&campo.chiave));
                let name = vec![plain(formato::text(nome))];
                let count = formato::number(Decimal::from(count), 0);
                let celle = vec![vec![Tratto::rinvio(list, name)], vec![plain(count)]];
                rows.push(RigaTabella::new(String::new(), celle));
            }
        }
    }
    if rows.is_empty() {
        return None;
    }
    let id = maker.ancore.unique("i-numeri");
    let columns = vec![
        colonne::column(parole::VOCE, Allinea::Inizio, 4),
        colonne::column(parole::QUANTI, Allinea::Fine, 1),
    ];
    let table = maker.ancore.unique(&format!("{id}-tabella"));
    let table = Tabella::new(table, parole::NUMERI_TABELLA, columns, rows);
    Some(part(&id, parole::NUMERI, 2, vec![Blocco::Tabella(table)]))
}
