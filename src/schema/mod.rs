//! Does the tree fit the law's form? One walker reads the piano-tipo and says what is unknown,
//! wrong, missing or dangling; what fits becomes the tree of records.

mod ampiezza;
mod caratteri;
mod chiavi;
mod colonne;
mod conto;
mod doveri;
mod figurati;
mod intese;
mod raccolta;
mod rinvii;
mod scelte;
mod tabelle;
mod testi;
mod valori;
mod walk;

use std::collections::BTreeMap;
use std::{panic, thread};

use jiff::civil::Date;

use crate::diag::{Findings, Places};
use crate::law::{Law, Profilo, profilo};
use crate::model::Piano;
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::{Regimi, Stati};
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};
use crate::source::Source;
use crate::syntax::Table;
use crate::valori::Misure;
pub use conto::{Risposta, conta};
pub(crate) use tabelle::separatore;
pub(crate) use valori::cella;
pub use walk::Owner;

/// The plan as far as it could be read, and what is needed to speak of it.
#[derive(Debug)]
pub struct Outcome<'law> {
    /// The plan as records: fields in a wrong form are absent.
    pub radice: Record<'law>,
    /// The same plan, typed, for the rules.
    pub piano: Piano,
    /// The administration.
    pub profilo: Profilo,
    /// Where its records are written.
    pub places: Places,
    /// Whose each record is, in the order of the source.
    pub owners: Vec<Owner>,
    /// The images that its texts show, by their paths.
    pub immagini: BTreeMap<String, Misure>,
}

/// Checks a tree against the piano-tipo and makes the plan of it. Never fails.
pub fn check<'law>(
    tree: &Table,
    source: &Source,
    law: &'law Law,
    findings: &mut Findings,
) -> Outcome<'law> {
    let mut walker = walk::Walker::new(source, law, findings);
    let radice = walker.root(tree);
    walker.check_references(radice.luogo);
    let walk::Walker { places, mut owners, immagini, .. } = walker;
    owners.sort();
    let profilo = read_profilo(&radice, law);
    // Half of the texts is gathered beside, half after what else is to be done.
    let (first, second) = law.sottosezioni.split_at(law.sottosezioni.len() / 2);
    let (mut piano, raccolta) = thread::scope(|scope| {
        let beside = scope.spawn(|| raccolta::gather(&radice, first));
        let asked = doveri::Asked { root: &radice, law, profilo: &profilo, places: &places };
        doveri::check(asked, findings);
        let piano: Piano = radice.read().expect("the law gives each field the form of the model");
        let after = raccolta::gather(&radice, second);
        let before = beside.join().unwrap_or_else(|cause| panic::resume_unwind(cause));
        (piano, before.then(after))
    });
    piano.testi = raccolta.testi;
    piano.indirizzi = raccolta.indirizzi;
    piano.tempi = raccolta.tempi;
    piano.scritti = raccolta.scritti;
    Outcome { radice, piano, profilo, places, owners, immagini }
}

/// What decides the profile, from the plan itself.
fn read_profilo<'law>(radice: &Record<'law>, law: &Law) -> Profilo {
    let record = |campo: Chiave| radice.record(campo);
    let (piao, anagrafica) = (record(campo::PIAO), record(campo::ANAGRAFICA));
    let inside = |record: Option<&Record<'law>>, inner: Chiave, campo: Chiave| {
        record?.record(inner)?.get(campo).cloned()
    };
    let inizio = match inside(piao, campo::TRIENNIO, campo::INIZIO) {
        Some(Value::Year(year)) => Date::new(year, 1, 31).ok(),
        _ => None,
    };
    let dipendenti = match inside(anagrafica, campo::DIPENDENTI, campo::NUMERO) {
        Some(Value::Count(conteggio)) => profilo::certi(&conteggio),
        _ => None,
    };
    let popolazione = match inside(anagrafica, campo::POPOLAZIONE, campo::NUMERO) {
        Some(Value::Count(conteggio)) => Some(conteggio),
        _ => None,
    };
    let regione = anagrafica.map(|own| own.text(campo::REGIONE)).filter(|key| !key.is_empty());
    let adozione = match inside(piao, campo::ADOZIONE, campo::DATA) {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    };
    let ente = anagrafica.and_then(|own| law.enti.get(own.text(campo::TIPOLOGIA)));
    let is_exempt = |ente| regione.is_some_and(|key| law.esenzione(ente, key).is_some());
    Profilo::new(profilo::Dati {
        senza_soglie: ente.is_some_and(is_exempt),
        ente: ente.cloned(),
        regione: regione.map(str::to_owned),
        regime: piao.and_then(|own| Regimi::read(own.text(campo::REGIME))),
        stato: piao.and_then(|own| Stati::read(own.text(campo::STATO))),
        dipendenti,
        popolazione,
        data: adozione.or(inizio),
    })
}
