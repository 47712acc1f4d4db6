//! From the files of `plan/` to the law: each read, then what they say of one another resolved.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Abrogata, Base, Ente, Law, Record, Sezione, Sigla, Sottosezione, Vocabolario, Voce};
use crate::norma::{Fiducia, Norma};
use crate::valori::giorno::day;

static PLAN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/plan");

/// The closed list of the kinds of administration.
const ENTI: &str = "enti";

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
struct Norme {
    #[serde(deserialize_with = "day")]
    letti_il: Date,
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

/// The files of `plan/`, as compiled into the program: path below it and text.
pub(super) fn embedded() -> impl Iterator<Item = (String, String)> {
    let folders = PLAN.dirs().chain([&PLAN]);
    folders.flat_map(Dir::files).filter_map(|file| {
        Some((file.path().to_str()?.to_owned(), file.contents_utf8()?.to_owned()))
    })
}

/// The files still to be read, by path.
struct Files(BTreeMap<String, String>);

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

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, LawError> {
    toml::from_str(text).map_err(|cause| error(name, cause.to_string()))
}

fn error(file: &str, message: impl Into<String>) -> LawError {
    LawError { file: file.into(), message: message.into() }
}

impl Law {
    /// Reads a law: the files of a folder made as `plan/`, each by its path below it and its
    /// text. What is not TOML is left alone.
    ///
    /// # Errors
    ///
    /// When a file is missing or wrong, or names a record, a list or a field that is not there.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, LawError> {
        let is_toml = |path: &str| path.strip_suffix(".toml").is_some();
        let mut files = Files(files.into_iter().filter(|(path, _)| is_toml(path)).collect());
        let mut vocabolari: BTreeMap<String, Vocabolario> = files.folder("vocabolari")?;
        let enti: BTreeMap<String, Ente> = files
            .folder::<Ente>(ENTI)?
            .into_values()
            .map(|ente| (ente.chiave.clone(), ente))
            .collect();
        vocabolari.insert(ENTI.into(), kinds(&enti));
        let norme: Norme = files.one("norme.toml")?;
        let parole: Parole = files.one("proprieta.toml")?;
        let mut law = Self {
            sezioni: files.one::<Sezioni>("sezioni.toml")?.sezione,
            sottosezioni: Vec::new(),
            radice: Record::default(),
            record: BTreeMap::new(),
            vocabolari,
            enti,
            proprieta: parole.proprieta.into_iter().map(|p| (p.chiave, p.parole)).collect(),
            soglie: files.folder("soglie")?,
            letti_il: norme.letti_il,
            norme: norme.norma.into_iter().map(|norma| (norma.chiave.clone(), norma)).collect(),
            calendario: files.one("calendario.toml")?,
            glossario: files.one::<Glossario>("glossario.toml")?.voce,
            abrogate: files.one::<Abrogate>("abrogate.toml")?.abrogata,
        };
        for (file, text) in files.0 {
            let mut sottosezione: Sottosezione = parse(&file, &text)?;
            sottosezione.file = file;
            law.record.append(&mut sottosezione.record);
            law.sottosezioni.push(sottosezione);
        }
        law.sottosezioni.sort_by(|a, b| a.numero.cmp(&b.numero));
        for (nome, record) in &mut law.record {
            record.chiave.clone_from(nome);
        }
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
                let own =
                    own.ok_or_else(|| error("", format!("nessun campo è «{}»", sede.campo)))?;
                own.dovere.extend(record.dovere.iter().filter_map(|dovere| dovere.at(sede)));
            }
        }
        Ok(())
    }

    /// Follows every name that leads from one file to another.
    fn resolve(&mut self) -> Result<(), LawError> {
        let own = self.sottosezioni.iter().flat_map(|s| &s.campo);
        for campo in own.chain(self.record.values().flat_map(|record| &record.campi)) {
            let known = match &campo.forma.base {
                Base::Scelta(list) => self.vocabolari.contains_key(list),
                Base::Record(kind) => self.record.contains_key(kind),
                Base::Riferimento(kind) => self.record.get(kind).is_some_and(Record::has_id),
                _ => true,
            };
            if !known {
                return Err(error("", format!("«{}»: la forma non porta a nulla", campo.chiave)));
            }
        }
        for sottosezione in &mut self.sottosezioni {
            for dovere in &mut sottosezione.dovere {
                for path in [Some(&mut dovere.campo), dovere.salvo.as_mut()].into_iter().flatten() {
                    if path.resolve(&self.radice, &self.record).is_none() {
                        let message = format!("{}: nessun campo è «{path}»", dovere.regola);
                        return Err(error(&sottosezione.file, message));
                    }
                }
            }
        }
        Ok(())
    }
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
        voci: enti.values().map(voce).collect(),
    }
}
