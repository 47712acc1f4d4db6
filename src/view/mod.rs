//! The plan as a reader meets it: a tree of numbered parts and blocks.
//!
//! The view sees the model and the law, and cannot report a finding: what reaches it has been
//! judged. What it makes has nothing optional and nothing left to format.

mod ancore;
mod apertura;
mod campi;
mod chiusura;
mod contesto;
pub mod document;
pub mod formato;
mod indicatori;
mod libere;
mod mappa;
mod markdown;
mod parole;
mod rimandi;
mod sottosezione;
mod struttura;
pub mod testi;
mod tratto;
mod valori;
pub mod visita;

use serde_json::Value;

use crate::law::{Law, Profilo};
use crate::model::Piano;
use contesto::Contesto;
use document::{Documento, Genere, Parte, Stato};

/// What Markdown may use, the same for whoever checks it and for whoever shows it.
pub const OPTIONS: pulldown_cmark::Options = pulldown_cmark::Options::ENABLE_TABLES
    .union(pulldown_cmark::Options::ENABLE_FOOTNOTES)
    .union(pulldown_cmark::Options::ENABLE_STRIKETHROUGH);

/// A finding, as the document prints it.
#[derive(Debug, Clone)]
pub struct Rilievo {
    /// Code of the rule.
    pub codice: String,
    /// Weight.
    pub gravita: String,
    /// The fact.
    pub messaggio: String,
    /// File and line.
    pub luogo: String,
    /// On what authority.
    pub fonte: String,
    /// The reason for which the plan sets the rule aside, if it does.
    pub deroga: Option<String>,
}

/// Makes the document of a plan. `bozza` marks it as a draft and lists the findings at its end.
///
/// # Panics
///
/// Never: the model is made of what JSON holds.
#[must_use]
pub fn document(
    piano: &Piano,
    profilo: &Profilo,
    law: &Law,
    rilievi: &[Rilievo],
    bozza: bool,
) -> Documento {
    let value = serde_json::to_value(piano).expect("the model is made of what JSON holds");
    let Value::Object(root) = value else { unreachable!("a plan is a table") };
    let mut contesto = Contesto::new(law, profilo, &root);
    let inizio = piano.piao.triennio.inizio;
    let triennio = format!("{inizio}-{}", piano.piao.triennio.fine);
    let ente = formato::text(&piano.anagrafica.denominazione);
    let mut parti = apertura::parts(&mut contesto, bozza);
    parti.extend(sezioni(&mut contesto));
    libere::append(&mut contesto, &mut parti);
    parti.extend(chiusura::parts(&mut contesto, rilievi, bozza));
    let anchors = rimandi::resolve(&mut parti);
    let mappa = mappa::mappa(&mut contesto, piano, &parti, &anchors);
    let chiave = if bozza { "bozza" } else { piano.piao.stato.as_str() };
    let draft = bozza || chiave == "bozza";
    Documento {
        lingua: "it",
        titolo: format!("Piano integrato di attività e organizzazione {triennio}"),
        titolo_breve: format!("PIAO {triennio}"),
        descrizione: format!("PIAO {triennio}, {ente}"),
        parole_chiave: vec!["PIAO".into(), ente.clone(), triennio.clone()],
        data: profilo.data.clone().unwrap_or_else(|| format!("{inizio:04}-01-31")),
        stato: Stato {
            chiave: chiave.into(),
            etichetta: law.etichetta("stati", chiave).unwrap_or(chiave).into(),
            filigrana: if draft { "BOZZA".into() } else { String::new() },
        },
        copertina: apertura::copertina(&contesto, &triennio),
        mappa,
        parti,
        testi: testi::TESTI.iter().copied().collect(),
        triennio,
        ente,
    }
}

/// The four sections, each with its sub-sections.
fn sezioni(contesto: &mut Contesto<'_>) -> Vec<Parte> {
    let law = contesto.law;
    let mut parts = Vec::new();
    for sezione in &law.sezioni {
        let inside = law.sottosezioni.iter().filter(|s| s.sezione == sezione.numero);
        let numero = sezione.numero.to_string();
        let mut inner = Vec::new();
        for sottosezione in inside {
            let livello = if sottosezione.numero == numero { 1 } else { 2 };
            inner.extend(sottosezione::part(contesto, sottosezione, livello));
        }
        if inner.first().is_some_and(|part| part.livello == 1) {
            parts.append(&mut inner);
        } else if !inner.is_empty() {
            let (numero, titolo) = sottosezione::naming(contesto, &numero, &sezione.titolo);
            parts.push(Parte {
                id: format!("sezione-{}", sezione.numero),
                genere: Genere::Sezione,
                schema: sezione.numero.to_string(),
                apre_pagina: false,
                numero,
                titolo,
                livello: 1,
                sezione: sezione.numero,
                sommario: String::new(),
                blocchi: Vec::new(),
                parti: inner,
            });
        }
    }
    parts
}
