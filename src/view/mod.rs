//! The plan as a reader meets it: a tree of numbered parts and blocks.
//!
//! The view sees the records and the law, and cannot report a finding: what reaches it has been
//! judged. What it makes has nothing optional and nothing left to format.

mod ancore;
mod apertura;
mod breve;
mod calcoli;
mod campi;
mod chiusura;
mod colonne;
pub mod dati;
mod dispositivo;
pub mod document;
mod elementi;
mod estremi;
mod figurati;
mod figure;
mod fonti;
pub mod formato;
mod frasi;
mod guida;
mod indicatori;
mod legati;
mod libere;
mod lingue;
mod maker;
mod mancanze;
mod mappa;
mod markdown;
mod metadati;

mod numerazione;
mod pagine;
mod parole;
mod quadro;
mod quantita;
mod revisioni;
pub mod ricerca;
mod rimandi;
mod risultato;
pub mod scadenze;
mod scala;
mod scheda;
mod sottosezione;
mod struttura;
mod tavole;
pub mod testi;
mod tratto;
mod valori;
pub mod visita;
pub mod voci;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::law::{Law, Profilo};
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::Stati;
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};
use crate::valori::Misure;
use document::{Documento, Genere, Identita, Parte, Stato};
use maker::Maker;
pub use mancanze::Mancanza;

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
    /// The keys of those acts.
    pub atti: Vec<String>,
    /// The reason for which the plan sets the rule aside, if it does.
    pub deroga: Option<String>,
}

/// What is said of a plan beside its records.
#[derive(Debug)]
pub struct Detto<'a> {
    /// What was found in it.
    pub rilievi: &'a [Rilievo],
    /// What is missing of it.
    pub mancanze: &'a [Mancanza],
    /// How large the images of its texts are, by their paths.
    pub immagini: &'a BTreeMap<String, Misure>,
}

/// As what a plan is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Veste {
    /// As it is.
    Piano,
    /// As a draft: marked as such, with the findings at its end.
    Bozza,
    /// As it is, with the findings at its end.
    ConRilievi,
}

impl Veste {
    /// All of them.
    pub const TUTTE: [Self; 3] = [Self::Piano, Self::Bozza, Self::ConRilievi];

    /// Its name, as the documents write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Piano => "piano",
            Self::Bozza => "bozza",
            Self::ConRilievi => "con_rilievi",
        }
    }
}

/// Makes the document of a plan.
#[must_use]
pub fn document(
    root: &Record<'_>,
    profilo: &Profilo,
    law: &Law,
    detto: &Detto<'_>,
    veste: Veste,
) -> Documento {
    let Detto { rilievi, mancanze, immagini } = *detto;
    let bozza = veste == Veste::Bozza;
    let listed = if veste == Veste::Piano { &[] } else { rilievi };
    let mut maker = Maker::new(law, profilo, root, mancanze);
    let (inizio, fine) = years(root);
    let triennio = format!("{inizio}-{fine}");
    let name = root.record(campo::ANAGRAFICA).map(|record| record.text(campo::DENOMINAZIONE));
    let ente = formato::text(name.unwrap_or_default());
    let mut parti = Vec::from_iter(apertura::atto(&mut maker));
    parti.extend(sezioni(&mut maker));
    libere::append(&mut maker, &mut parti);
    maker.say_missing(&mut parti);
    guida::open(&mut maker, &mut parti, veste, !listed.is_empty());
    parti.extend(scadenze::part(&mut maker));
    let closing = chiusura::parts(&mut maker, &parti, rilievi, listed, veste);
    parti.extend(closing);
    let voci = mappa::Voci::of(&maker, &parti, &rimandi::anchors(&parti));
    let mut breve = breve::parts(&mut maker, &voci);
    let mappa = mappa::figura(&mut maker, &voci, &breve);
    let short = breve.parti.len();
    parti.splice(0..0, breve.parti.drain(..));
    rimandi::resolve(&mut parti);
    numerazione::number(&mut parti);
    colonne::measure(&mut parti);
    figurati::measure(&mut parti, immagini);
    let mut opening: Vec<Parte> = parti.drain(..short).collect();
    metadati::describe(&mut parti);
    for parti in [&mut opening, &mut parti] {
        lingue::mark(parti);
    }
    let stato = maker.stato().filter(|_| !bozza).or(bozza.then_some(Stati::Bozza));
    let chiave = stato.map_or("", Stati::as_str);
    let draft = stato == Some(Stati::Bozza);
    let titolo = format!("Piano integrato di attività e organizzazione {triennio}");
    let act = Some(revisioni::adoption(&maker)).filter(|act| !draft && !act.is_empty());
    let act = act.map(|act| format!(". {act}")).unwrap_or_default();
    Documento {
        lingua: "it",
        titolo_breve: format!("PIAO {triennio}"),
        descrizione: parole::descrizione(&ente, &triennio) + &act,
        parole_chiave: vec!["PIAO".into(), ente.clone(), triennio.clone()],
        data: profilo.data.map_or_else(|| format!("{inizio:04}-01-31"), |day| day.to_string()),
        stato: Stato {
            chiave: chiave.into(),
            etichetta: law.etichetta(Stati::LISTA, chiave).unwrap_or(chiave).into(),
            filigrana: if draft { "BOZZA".into() } else { String::new() },
        },
        identita: identita(&maker, &ente, &triennio, veste),
        dispositivo: (!draft).then(|| dispositivo::of(&maker, &titolo, &ente)),
        emblema: figurati::emblema(&maker),
        copertina: apertura::copertina(&maker, &triennio),
        titolo,
        aperture: quantita::aperture(&maker),
        mappa,
        inizio: opening,
        metadati: metadati::metadati(&maker),
        parti,
        testi: testi::TESTI.iter().copied().collect(),
        citazione: apertura::citazione(&maker, &triennio),
        dati: dati::Dati { scadenze: scadenze::calendario(&maker), ..dati::Dati::of(root, law) },
        sinonimi: law.ricerca.clone(),
        triennio,
        ente,
    }
}

/// What identifies the document: the code of the administration in the national index, or else its
/// name, the years and the version.
fn identita(maker: &Maker<'_>, ente: &str, triennio: &str, edizione: Veste) -> Identita {
    let text = |record: Chiave, key: Chiave| {
        maker.root.record(record).map(|record| formato::text(record.text(key))).unwrap_or_default()
    };
    let (versione, licenza) =
        (text(campo::PIAO, campo::VERSIONE), text(campo::PIAO, campo::LICENZA));
    let code = Some(text(campo::ANAGRAFICA, campo::CODICE_IPA)).filter(|code| !code.is_empty());
    let code = code.unwrap_or_else(|| formato::slug(ente));
    let mut steps = vec!["piao".to_owned(), code, triennio.to_owned()];
    steps.extend(Some(versione.clone()).filter(|versione| !versione.is_empty()));
    let diritti = match licenza.as_str() {
        "" => ente.to_owned(),
        licenza => format!("{ente}. Licenza: {licenza}"),
    };
    let identificativo = steps.join("/");
    let sito = maker.root.record(campo::PIAO).map(|piao| piao.text(campo::SITO_BASE).to_owned());
    let sito = sito.unwrap_or_default();
    Identita { identificativo, versione, licenza, diritti, sito, edizione }
}

/// The first and the last year of the plan, zero when it does not say.
fn years(root: &Record<'_>) -> (i16, i16) {
    let triennio = root.record(campo::PIAO).and_then(|piao| piao.record(campo::TRIENNIO));
    let year = |campo: Chiave| match triennio.and_then(|triennio| triennio.get(campo)) {
        Some(Value::Year(year)) => *year,
        _ => 0,
    };
    (year(campo::INIZIO), year(campo::FINE))
}

/// The four sections, each with its sub-sections.
fn sezioni(maker: &mut Maker<'_>) -> Vec<Parte> {
    let law = maker.law;
    let mut parts = Vec::new();
    for sezione in &law.sezioni {
        let inside = law.sottosezioni.iter().filter(|s| s.sezione == sezione.numero);
        let numero = sezione.numero.to_string();
        let mut inner = Vec::new();
        for sottosezione in inside {
            let livello = if sottosezione.numero == numero { 1 } else { 2 };
            inner.extend(sottosezione::part(maker, sottosezione, livello));
        }
        if inner.first().is_some_and(|part| part.livello == 1) {
            parts.append(&mut inner);
        } else if !inner.is_empty() || sottosezione::change(maker, &numero).is_some() {
            let id = format!("sezione-{}", sezione.numero);
            let mut blocchi = sottosezione::omission(maker, &numero, &id, 2);
            let said = [sottosezione::STATO, sottosezione::SENZA_TRAGUARDI].concat();
            blocchi.extend(sottosezione::said(maker, &numero, &id, &said));
            let (numero, titolo) = sottosezione::naming(maker, &numero, &sezione.titolo);
            parts.push(Parte {
                id,
                genere: Genere::Sezione,
                schema: sezione.numero.to_string(),
                apre_pagina: false,
                numero,
                titolo,
                livello: 1,
                sezione: sezione.numero,
                descrizione: String::new(),
                sommario: String::new(),
                blocchi,
                parti: inner,
            });
        }
    }
    parts
}
