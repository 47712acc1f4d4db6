//! From the files of `plan/` to the law: each read, then what they say of one another resolved.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{
    Abrogata, Campo, Ente, Law, Licenza, Record, Sezione, Sigla, Sottosezione, Vocabolario, Voce,
};
use crate::norma::{Fiducia, Norma};
use crate::valori::giorno::day;

/// The files of `plan/` by their path below it, as the build has written them.
static PLAN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/plan.rs"));

/// The folder and the closed list of the kinds of administration.
const ENTI: &str = "enti";
/// The file of the acts.
pub(super) const NORME: &str = "norme.toml";
/// The file of the properties.
const PROPRIETA: &str = "proprieta.toml";
/// The file of the sections.
pub(super) const SEZIONI: &str = "sezioni.toml";
/// The file of the terms of adoption.
pub(super) const CALENDARIO: &str = "calendario.toml";
/// The file of the norms no longer in force.
pub(super) const ABROGATE: &str = "abrogate.toml";

/// The file of the examples.
pub(super) const ESEMPI: &str = "esempi.toml";

/// Why the files of a law do not hold together.
#[derive(Debug)]
pub struct LawError {
    /// The file, below `plan/`.
    pub file: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for LawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plan/{}: {}", self.file, self.message)
    }
}

impl Error for LawError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Norme {
    #[serde(deserialize_with = "day")]
    letti_il: Date,
    norma: Vec<Norma>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sezioni {
    sezione: Vec<Sezione>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abrogate {
    abrogata: Vec<Abrogata>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
struct Glossario {
    voce: Vec<Sigla>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Licenze {
    licenza: Vec<Licenza>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ricerca {
    parole: BTreeMap<String, Vec<String>>,
}

/// A file of a law: as a jurist writes it, or as the program carries it.
pub(super) enum Text {
    Toml(String),
    Json(&'static str),
}

/// The files of `plan/`, as compiled into the program.
pub(super) fn embedded() -> BTreeMap<String, Text> {
    PLAN.iter().map(|(path, text)| ((*path).to_owned(), Text::Json(text))).collect()
}

/// The files still to be read, by path.
struct Files(BTreeMap<String, Text>);

impl Files {
    fn one<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, LawError> {
        let text = self.0.remove(name).ok_or_else(|| error(name, "il file manca"))?;
        parse(name, &text)
    }

    /// The files of a folder, by stem.
    fn folder<T: DeserializeOwned>(&mut self, name: &str) -> Result<BTreeMap<String, T>, LawError> {
        let prefix = format!("{name}/");
        let inside = |path: &str| path.starts_with(&prefix);
        let paths: Vec<String> = self.0.keys().filter(|path| inside(path)).cloned().collect();
        let read = |path: String| {
            let stem = path[prefix.len()..].trim_end_matches(".toml").to_owned();
            Ok((stem, self.one(&path)?))
        };
        paths.into_iter().map(read).collect()
    }
}

fn parse<T: DeserializeOwned>(name: &str, text: &Text) -> Result<T, LawError> {
    match text {
        Text::Toml(text) => toml::from_str(text).map_err(|cause| error(name, cause.to_string())),
        Text::Json(text) => {
            serde_json::from_str(text).map_err(|cause| error(name, cause.to_string()))
        }
    }
}

pub(super) fn error(file: &str, message: impl Into<String>) -> LawError {
    LawError { file: file.into(), message: message.into() }
}

impl Law {
    /// Reads a law: the files of a folder made as `plan/`, each by its path below it and its
    /// text. What is not TOML is left alone. A law may add to the embedded one whatever it wants;
    /// the rules read the fields of the embedded one, which have to be there in the same form.
    ///
    /// # Errors
    ///
    /// When a file is missing or wrong, says again what another one says, or names a record, a
    /// list, a field, an act, a property or a rule that is not there; when a field of the embedded
    /// law is gone or has another form.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, LawError> {
        let is_toml = |path: &str| path.strip_suffix(".toml").is_some();
        let files = files.into_iter().filter(|(path, _)| is_toml(path));
        let law = Self::assemble(files.map(|(path, text)| (path, Text::Toml(text))).collect())?;
        let embedded = Self::embedded();
        for sottosezione in &embedded.sottosezioni {
            law.holds(&sottosezione.campo, &law.radice, &sottosezione.file)?;
        }
        for (kind, record) in &embedded.record {
            let own = law.record.get(kind);
            let own = own.ok_or_else(|| error(&record.file, format!("manca [record.{kind}]")))?;
            law.holds(&record.campi, own, &own.file)?;
        }
        let has_page =
            |regola: &String| embedded.campi().any(|(_, c)| c.regola == Some(regola.clone()));
        for (file, campo) in law.campi() {
            if let Some(regola) = campo.regola.as_ref().filter(|regola| !has_page(regola)) {
                let message = format!("«{}»: nessuna regola sui valori è {regola}", campo.chiave);
                return Err(error(file, message));
            }
        }
        Ok(law)
    }

    /// Whether a record has the fields that the embedded law gives it, each in its form; `file`
    /// is where one that is missing would be.
    fn holds(&self, embedded: &[Campo], own: &Record, file: &str) -> Result<(), LawError> {
        for Campo { chiave, forma, .. } in embedded {
            let found = own.campo(chiave);
            if found.is_none_or(|found| found.forma != *forma) {
                let top = found.and_then(|_| self.part_of(chiave)).filter(|_| own.file.is_empty());
                let file = top.map_or(file, |part| &self.sottosezioni[part].file);
                let name = if own.chiave.is_empty() { "" } else { &format!("{}.", own.chiave) };
                let message = format!("il campo «{name}{chiave}» manca o ha un’altra forma");
                return Err(error(file, message));
            }
        }
        Ok(())
    }

    /// The law that some files say, whatever the rules need.
    pub(super) fn assemble(files: BTreeMap<String, Text>) -> Result<Self, LawError> {
        let mut files = Files(files);
        let mut vocabolari: BTreeMap<String, Vocabolario> = files.folder("vocabolari")?;
        let mut enti: BTreeMap<String, Ente> = BTreeMap::new();
        for (stem, mut ente) in files.folder::<Ente>(ENTI)? {
            ente.file = format!("{ENTI}/{stem}.toml");
            put(&mut enti, ente.chiave.clone(), ente, |ente| &ente.file)?;
        }
        put(&mut vocabolari, ENTI.into(), kinds(&enti), |_| ENTI)?;
        let Norme { letti_il, norma } = files.one(NORME)?;
        let mut norme = BTreeMap::new();
        for norma in norma {
            put(&mut norme, norma.chiave.clone(), norma, |_| NORME)?;
        }
        let mut proprieta = BTreeMap::new();
        for parola in files.one::<Parole>(PROPRIETA)?.proprieta {
            put(&mut proprieta, parola.chiave, parola.parole, |_| PROPRIETA)?;
        }
        let mut law = Self {
            sezioni: files.one::<Sezioni>(SEZIONI)?.sezione,
            sottosezioni: Vec::new(),
            radice: Record::default(),
            record: BTreeMap::new(),
            vocabolari,
            enti,
            proprieta,
            soglie: files.folder("soglie")?,
            letti_il,
            norme,
            calendario: files.one(CALENDARIO)?,
            glossario: files.one::<Glossario>("glossario.toml")?.voce,
            abrogate: files.one::<Abrogate>(ABROGATE)?.abrogata,
            esempi: files.one(ESEMPI)?,
            sinonimi: files.one("sinonimi.toml")?,
            licenze: files.one::<Licenze>("licenze.toml")?.licenza,
            ricerca: files.one::<Ricerca>("ricerca.toml")?.parole,
            importazione: files.one("importazione.toml")?,
        };
        for (file, text) in files.0 {
            let mut sottosezione: Sottosezione = parse(&file, &text)?;
            for (kind, mut record) in std::mem::take(&mut sottosezione.record) {
                (record.chiave, record.file) = (kind.clone(), file.clone());
                put(&mut law.record, kind, record, |record| &record.file)?;
            }
            sottosezione.file = file;
            law.sottosezioni.push(sottosezione);
        }
        law.sottosezioni.sort_by(|a, b| a.numero.cmp(&b.numero));
        law.radice.campi = law.sottosezioni.iter().flat_map(|s| s.campo.clone()).collect();
        law.spread_duties()?;
        law.resolve()?;
        Ok(law)
    }

    /// Puts the duties of every kind of record where its records stand.
    fn spread_duties(&mut self) -> Result<(), LawError> {
        for record in self.record.values() {
            for sede in &record.sedi {
                let top = &sede.campo.passi[0].chiave;
                let own =
                    self.sottosezioni.iter_mut().find(|s| s.campo.iter().any(|c| c.chiave == *top));
                let missing = || error(&record.file, format!("nessun campo è «{}»", sede.campo));
                let own = own.ok_or_else(missing)?;
                own.dovere.extend(record.dovere.iter().filter_map(|dovere| dovere.at(sede)));
            }
        }
        Ok(())
    }
}

/// Says that a name is there twice.
pub(super) fn twice(name: &str) -> String {
    format!("«{name}» c’è due volte")
}

/// Puts something under its name, which nothing else has.
fn put<T>(
    all: &mut BTreeMap<String, T>,
    name: String,
    item: T,
    file: impl Fn(&T) -> &str,
) -> Result<(), LawError> {
    if all.contains_key(&name) {
        return Err(error(file(&item), twice(&name)));
    }
    all.insert(name, item);
    Ok(())
}

/// The kinds of administration as a closed list.
fn kinds(enti: &BTreeMap<String, Ente>) -> Vocabolario {
    let voce = |ente: &Ente| Voce {
        chiave: ente.chiave.clone(),
        etichetta: ente.nome.clone(),
        ..Voce::default()
    };
    Vocabolario {
        titolo: "Tipi di amministrazione".into(),
        fonte: "D.L. 80/2021, art. 6, c. 1".into(),
        fiducia: Fiducia::Vista,
        aperto: false,
        voci: enti.values().map(voce).collect(),
    }
}
