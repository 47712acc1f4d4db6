//! The law as data: `plan/` read once, typed, its references resolved.
//!
//! The folder is compiled into the program. A jurist can change every file of it without Rust:
//! a wrong one is caught by the tests before anybody meets it.

pub mod calendario;
pub mod forma;
mod generated;
pub mod profilo;
pub mod schema;
pub mod soglie;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::norma::{self, Citazione, Norma};
pub use calendario::Calendario;
pub use forma::{Base, Forma};
pub use generated::{atti, proprieta};
pub use profilo::{Ente, Profilo, Proprieta};
pub use schema::{Campo, Dovere, Record, Sottosezione, Vista};
pub use soglie::Soglie;

static PLAN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/plan");

/// Everything that the program knows about the law.
#[derive(Debug)]
pub struct Law {
    /// The four sections.
    pub sezioni: Vec<Sezione>,
    /// The files of the piano-tipo, in the order of the scheme; the act comes first.
    pub sottosezioni: Vec<Sottosezione>,
    /// Kinds of record, by name.
    pub record: BTreeMap<String, Record>,
    /// Closed lists, by name.
    pub vocabolari: BTreeMap<String, Vocabolario>,
    /// Kinds of administration, by key.
    pub enti: BTreeMap<String, Ente>,
    /// Words for the properties of an administration, by key.
    pub proprieta: BTreeMap<String, String>,
    /// Thresholds of hiring capacity, by name of their file.
    pub soglie: BTreeMap<String, Soglie>,
    /// Acts, by key.
    pub norme: BTreeMap<String, Norma>,
    /// The day on which the acts were last read, an ISO date.
    pub letti_il: String,
    /// Terms of adoption.
    pub calendario: Calendario,
    /// Abbreviations and their meaning.
    pub glossario: Vec<Sigla>,
    /// Norms no longer in force that plans still cite.
    pub abrogate: Vec<Abrogata>,
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

/// A closed list.
#[derive(Debug, Clone, Deserialize)]
pub struct Vocabolario {
    /// What the list is.
    pub titolo: String,
    /// Where it comes from.
    pub fonte: String,
    /// How sure we are of it.
    pub fiducia: norma::Fiducia,
    /// Its rows.
    pub voci: Vec<VoceVocabolario>,
}

/// A row of a closed list.
#[derive(Debug, Clone, Deserialize)]
pub struct VoceVocabolario {
    /// As written in a plan.
    pub chiave: String,
    /// As printed.
    pub etichetta: String,
    /// Source of this row, when it differs from the list's.
    #[serde(default)]
    pub fonte: Option<String>,
    /// For risk areas: letter of L. 190/2012, art. 1, c. 16 that asks for the area.
    #[serde(default)]
    pub legge: Option<String>,
    /// For programmes: the mission that they belong to.
    #[serde(default)]
    pub missione: Option<String>,
    /// For contract areas: the bargaining sectors that know the area.
    #[serde(default)]
    pub comparti: Vec<String>,
    /// For contract areas: whether who is there manages.
    #[serde(default)]
    pub dirigenza: bool,
    /// How sure we are of this row, when less than of the list.
    #[serde(default)]
    pub fiducia: Option<norma::Fiducia>,
}

/// An abbreviation.
#[derive(Debug, Clone, Deserialize)]
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
    #[serde(default)]
    pub dal: Option<toml::value::Datetime>,
    /// What holds instead.
    pub invece: String,
    /// Citations of what holds instead, or of the act that repeals.
    pub fonte: Vec<String>,
    /// How sure we are of it.
    pub fiducia: norma::Fiducia,
}

#[derive(Deserialize)]
struct Norme {
    letti_il: toml::value::Datetime,
    norma: Vec<Norma>,
}

#[derive(Deserialize)]
struct Sezioni {
    sezione: Vec<Sezione>,
}

#[derive(Deserialize)]
struct Abrogate {
    abrogata: Vec<Abrogata>,
}

#[derive(Deserialize)]
struct Parole {
    proprieta: Vec<ParolaDiProprieta>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParolaDiProprieta {
    chiave: String,
    parole: String,
}

#[derive(Deserialize)]
struct Glossario {
    voce: Vec<Sigla>,
}

impl Vocabolario {
    /// The row with this key.
    #[must_use]
    pub fn get(&self, chiave: &str) -> Option<&VoceVocabolario> {
        self.voci.iter().find(|voce| voce.chiave == chiave)
    }
}

impl Law {
    /// The law compiled into the program, read once.
    ///
    /// # Panics
    ///
    /// When a file of `plan/` is wrong: the tests read it before any release.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Law> = LazyLock::new(Law::read);
        &EMBEDDED
    }

    fn read() -> Self {
        let mut sottosezioni: Vec<Sottosezione> = Vec::new();
        let mut record = BTreeMap::new();
        for file in files("") {
            let name = file.0.clone();
            if matches!(
                name.as_str(),
                "abrogate.toml"
                    | "norme.toml"
                    | "calendario.toml"
                    | "glossario.toml"
                    | "proprieta.toml"
                    | "sezioni.toml"
            ) {
                continue;
            }
            let mut sottosezione: Sottosezione = read(&file);
            sottosezione.file = name;
            record.append(&mut sottosezione.record);
            sottosezioni.push(sottosezione);
        }
        sottosezioni.sort_by(|a, b| a.numero.cmp(&b.numero));
        for (nome, record) in &mut record {
            record.chiave.clone_from(nome);
        }
        let vocabolari =
            files("vocabolari").into_iter().map(|file| (stem(&file.0), read(&file))).collect();
        let enti = files("enti")
            .into_iter()
            .map(|file| {
                let ente: Ente = read(&file);
                (ente.chiave.clone(), ente)
            })
            .collect();
        let soglie = files("soglie").into_iter().map(|file| (stem(&file.0), read(&file))).collect();
        let norme: Norme = read(&one("norme.toml"));
        let sezioni: Sezioni = read(&one("sezioni.toml"));
        let glossario: Glossario = read(&one("glossario.toml"));
        let abrogate: Abrogate = read(&one("abrogate.toml"));
        let parole: Parole = read(&one("proprieta.toml"));
        Self {
            sezioni: sezioni.sezione,
            sottosezioni,
            record,
            vocabolari,
            enti,
            proprieta: parole.proprieta.into_iter().map(|p| (p.chiave, p.parole)).collect(),
            soglie,
            letti_il: norme.letti_il.to_string(),
            norme: norme.norma.into_iter().map(|n| (n.chiave.clone(), n)).collect(),
            calendario: read(&one("calendario.toml")),
            glossario: glossario.voce,
            abrogate: abrogate.abrogata,
        }
    }

    /// A citation, printed and linked to the text in force on a day, or else on the one on which
    /// the acts were read. An unknown act is printed as written.
    #[must_use]
    pub fn cite(&self, citation: &str, vigenza: Option<&str>) -> Citazione {
        let (chiave, place) = norma::split(citation);
        match self.norme.get(chiave) {
            Some(norma) => norma.cite(place, vigenza.unwrap_or(&self.letti_il)),
            None => Citazione { chiave: chiave.into(), testo: citation.into(), indirizzo: None },
        }
    }

    /// Several citations, on the date of the administration's plan.
    #[must_use]
    pub fn cite_all<'a>(
        &self,
        citations: impl Iterator<Item = &'a str>,
        profilo: &Profilo,
    ) -> Vec<Citazione> {
        citations.map(|citation| self.cite(citation, profilo.data.as_deref())).collect()
    }

    /// The field that a plan writes at its top level under this key.
    #[must_use]
    pub fn campo(&self, chiave: &str) -> Option<&Campo> {
        self.sottosezioni.iter().flat_map(|s| &s.campo).find(|campo| campo.chiave == chiave)
    }

    /// The thresholds of hiring capacity that bind an administration.
    #[must_use]
    pub fn soglie_di(&self, profilo: &Profilo) -> Option<&Soglie> {
        let ente = profilo.ente.as_ref()?;
        self.soglie.get(&ente.soglie)
    }

    /// Every duty, with the sub-section that holds it.
    pub fn doveri(&self) -> impl Iterator<Item = (&Sottosezione, &Dovere)> {
        self.sottosezioni.iter().flat_map(|s| s.dovere.iter().map(move |dovere| (s, dovere)))
    }

    /// The printed form of a value of a closed list; kinds of administration are one of them.
    #[must_use]
    pub fn etichetta(&self, vocabolario: &str, chiave: &str) -> Option<&str> {
        if vocabolario == "enti" {
            return self.enti.get(chiave).map(|ente| ente.nome.as_str());
        }
        self.vocabolari.get(vocabolario)?.get(chiave).map(|voce| voce.etichetta.as_str())
    }

    /// The keys of a closed list.
    #[must_use]
    pub fn chiavi(&self, vocabolario: &str) -> Vec<&str> {
        if vocabolario == "enti" {
            return self.enti.keys().map(String::as_str).collect();
        }
        self.vocabolari
            .get(vocabolario)
            .map(|v| v.voci.iter().map(|voce| voce.chiave.as_str()).collect())
            .unwrap_or_default()
    }
}

/// A file of `plan/`: its name and its text.
type Text = (String, &'static str);

fn files(folder: &str) -> Vec<Text> {
    let dir = if folder.is_empty() { Some(&PLAN) } else { PLAN.get_dir(folder) };
    let mut texts: Vec<Text> = dir
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|e| e == "toml"))
        .filter_map(|file| {
            let name = file.path().file_name()?.to_string_lossy().into_owned();
            Some((name, file.contents_utf8()?))
        })
        .collect();
    texts.sort();
    texts
}

fn one(name: &str) -> Text {
    files("").into_iter().find(|(n, _)| n == name).expect("plan/ holds the file")
}

fn stem(name: &str) -> String {
    name.trim_end_matches(".toml").into()
}

fn read<T: DeserializeOwned>((name, text): &Text) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("plan/{name}: {error}"))
}
