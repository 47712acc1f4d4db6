//! The law as data: `plan/` read once, typed, its references resolved.
//!
//! The folder is compiled into the program. A jurist can change every file of it without Rust:
//! a wrong one is caught by the tests before anybody meets it.

pub mod albero;
pub mod calendario;
pub mod colonna;
pub mod esempio;
pub mod figura;
mod forma;
pub mod frase;
pub mod importazione;
pub mod licenze;
pub mod percorso;
pub mod profilo;
mod read;
mod resolve;
pub mod riporto;
pub mod ruolo;
pub mod schema;
pub mod sinonimi;
pub mod soglie;
pub mod vocabolario;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

pub use crate::nomi::{Proprieta, atti, elenchi, proprieta};
use crate::norma::{self, Citazione, Norma};
pub use albero::Posto;
pub use calendario::Calendario;
pub use colonna::Colonna;
pub use esempio::{Esempi, Esempio};
pub use figura::Figura;
pub use forma::{Base, Forma};
pub use frase::{Frase, Parola};
pub use importazione::Importazione;
pub use licenze::Licenza;
pub use percorso::{Passo, Percorso, PercorsoError};
pub use profilo::{Ente, Profilo};
pub use read::LawError;
pub use riporto::Riporto;
pub use ruolo::Ruolo;
pub use schema::{Appoggio, Campo, Dovere, Record, Sottosezione, Vista};
pub use sinonimi::Sinonimi;
pub use soglie::{Esenzione, Soglie};
pub use vocabolario::{Vocabolario, Voce};

/// Everything that the program knows about the law.
#[derive(Debug)]
pub struct Law {
    /// The four sections.
    pub sezioni: Vec<Sezione>,
    /// The files of the piano-tipo, in the order of the scheme; the act comes first.
    pub sottosezioni: Vec<Sottosezione>,
    /// The plan itself as a record: every field that a plan writes at its top level.
    pub radice: Record,
    /// Kinds of record, by name.
    pub record: BTreeMap<String, Record>,
    /// Closed lists, by name; kinds of administration are one of them, `enti`.
    pub vocabolari: BTreeMap<String, Vocabolario>,
    /// Kinds of administration, by key.
    pub enti: BTreeMap<String, Ente>,
    /// Words for the properties of an administration, by key.
    pub proprieta: BTreeMap<String, String>,
    /// Thresholds of hiring capacity, by name of their file.
    pub soglie: BTreeMap<String, Soglie>,
    /// Acts, by key.
    pub norme: BTreeMap<String, Norma>,
    /// The day on which the acts were last read.
    pub letti_il: Date,
    /// Terms of adoption.
    pub calendario: Calendario,
    /// Abbreviations and their meaning.
    pub glossario: Vec<Sigla>,
    /// Norms no longer in force that plans still cite.
    pub abrogate: Vec<Abrogata>,
    /// What is written in fields, by way of example.
    pub esempi: Esempi,
    /// Words that people write for one another.
    pub sinonimi: Sinonimi,
    /// Licences under which plans are published.
    pub licenze: Vec<Licenza>,
    /// Words by which people look for what plans call otherwise, each with the words of plans.
    pub ricerca: BTreeMap<String, Vec<String>>,
    /// What offices call parts and columns of a plan, for whoever imports their files.
    pub importazione: Importazione,
}

/// A section of the piano-tipo.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sezione {
    /// Number, 1 to 4.
    pub numero: u8,
    /// Title in the decree.
    pub titolo: String,
    /// Citations.
    pub norma: Vec<String>,
}

/// An abbreviation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sigla {
    /// Short form.
    pub sigla: String,
    /// Meaning.
    pub estesa: String,
}

/// A norm that was repealed or replaced.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abrogata {
    /// What it is, as a finding says it.
    pub norma: String,
    /// How plans write it, in small letters.
    pub forme: Vec<String>,
    /// First day on which it no longer holds, when sure.
    #[serde(default, deserialize_with = "crate::valori::giorno::maybe")]
    pub dal: Option<Date>,
    /// What holds instead.
    pub invece: String,
    /// Citations of what holds instead, or of the act that repeals.
    pub fonte: Vec<String>,
    /// How sure we are of it.
    pub fiducia: norma::Fiducia,
}

impl Law {
    /// The law compiled into the program, read once.
    ///
    /// # Panics
    ///
    /// When a file of `plan/` is wrong: the tests read it before any release.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Law> = LazyLock::new(|| {
            Law::assemble(read::embedded()).unwrap_or_else(|error| panic!("{error}"))
        });
        &EMBEDDED
    }

    /// A citation, printed and linked to the text in force on a day, or else on the one on which
    /// the acts were read. An unknown act is printed as written.
    #[must_use]
    pub fn cite(&self, citation: &str, vigenza: Option<Date>) -> Citazione {
        let (chiave, place) = norma::split(citation);
        match self.norme.get(chiave) {
            Some(norma) => norma.cite(place, vigenza.unwrap_or(self.letti_il)),
            None => Citazione {
                chiave: chiave.into(),
                testo: citation.into(),
                indirizzo: None,
                lettura: None,
            },
        }
    }

    /// Whether the act that a citation names was not yet there on a day.
    fn comes_after(&self, citation: &str, day: Option<Date>) -> bool {
        let first = self.norme.get(norma::split(citation).0).and_then(|norma| norma.in_vigore_dal);
        first.zip(day).is_some_and(|(first, day)| day < first)
    }

    /// Several citations, on the date of the administration's plan: acts of later days say nothing
    /// of it, unless there is nothing else.
    #[must_use]
    pub fn cite_all<'a>(
        &self,
        citations: impl Iterator<Item = &'a str>,
        profilo: &Profilo,
    ) -> Vec<Citazione> {
        let (then, later): (Vec<&str>, Vec<&str>) =
            citations.partition(|citation| !self.comes_after(citation, profilo.data));
        let cited = if then.is_empty() { later } else { then };
        cited.into_iter().map(|citation| self.cite(citation, profilo.data)).collect()
    }

    /// The thresholds of hiring capacity that bind an administration.
    #[must_use]
    pub fn soglie_di(&self, profilo: &Profilo) -> Option<&Soglie> {
        let ente = profilo.ente.as_ref().filter(|_| profilo.has(proprieta::CAPACITA_PER_SOGLIA))?;
        self.soglie.get(&ente.soglie)
    }

    /// Why the thresholds of a kind of administration do not hold in its region, if they do not.
    #[must_use]
    pub fn esenzione(&self, ente: &Ente, regione: &str) -> Option<&Esenzione> {
        let esenzione = self.soglie.get(&ente.soglie)?.esenzione.as_ref()?;
        esenzione.regioni.iter().any(|own| own == regione).then_some(esenzione)
    }

    /// Every field, those of the top level first, with the file that defines it.
    pub fn campi(&self) -> impl Iterator<Item = (&str, &Campo)> {
        let top = self.sottosezioni.iter().map(|s| (&*s.file, &s.campo));
        let kinds = self.record.values().map(|record| (&*record.file, &record.campi));
        top.chain(kinds).flat_map(|(file, campi)| campi.iter().map(move |campo| (file, campo)))
    }

    /// Every duty, with the sub-section that holds it.
    pub fn doveri(&self) -> impl Iterator<Item = (&Sottosezione, &Dovere)> {
        self.sottosezioni.iter().flat_map(|s| s.dovere.iter().map(move |dovere| (s, dovere)))
    }

    /// The printed form of a value of a closed list.
    #[must_use]
    pub fn etichetta(&self, vocabolario: &str, chiave: &str) -> Option<&str> {
        self.vocabolari.get(vocabolario)?.get(chiave).map(|voce| voce.etichetta.as_str())
    }

    /// The keys of a closed list.
    #[must_use]
    pub fn chiavi(&self, vocabolario: &str) -> Vec<&str> {
        self.vocabolari.get(vocabolario).map(|list| list.chiavi().collect()).unwrap_or_default()
    }

    /// The sub-section to which a field of the top level belongs, by its place in
    /// [`Law::sottosezioni`].
    #[must_use]
    pub fn part_of(&self, chiave: &str) -> Option<usize> {
        self.sottosezioni.iter().position(|s| s.campo.iter().any(|own| own.chiave == chiave))
    }
}
