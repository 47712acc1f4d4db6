//! From the files of an office to a plan: headings, texts and tables each in the sub-section where
//! they belong, what is unsure as a comment, and a report of everything.

mod ambiti;
mod anno;
mod assembla;
mod brano;
mod colloca;
mod colonne;
mod docx;
mod elementi;
mod gruppi;
mod lettura;
mod nodi;
mod passati;
mod raccolta;
mod resoconto;
mod schede;
mod titoli;
mod voci;

use crate::law::{Ente, Law};
use crate::nomi::campo;
use crate::scaffold;

pub use anno::{NonSegue, Scorso, next_year};
use colloca::{Colloca, Testo};
use colonne::Liste;
use lettura::Letto;
pub use lettura::{Illeggibile, Portato};
use raccolta::Raccolta;
pub use resoconto::{Nota, Resoconto};
use titoli::{Contesto, Esito, Meta, Titoli, numero};

/// The file of the report, beside the plan.
pub const RESOCONTO: &str = "importazione.md";

/// What is said of the plan to be made.
#[derive(Debug, Clone, Copy)]
pub struct Scelte<'a> {
    /// The kind of administration.
    pub ente: &'a Ente,
    /// How many work there.
    pub dipendenti: Option<u32>,
    /// The first of its three years; where nobody says it, that of the files.
    pub inizio: Option<i16>,
    /// The first of its three years where nothing says it.
    pub predefinito: i16,
}

/// A plan made of the files of an office.
#[derive(Debug)]
pub struct Importato {
    /// Its files: name and bytes, those of TOML first.
    pub files: Vec<(String, Vec<u8>)>,
    /// What was understood, and what was not.
    pub resoconto: Resoconto,
}

/// Makes a plan of some files.
///
/// # Errors
///
/// The files that cannot be read, and why: nothing is made then.
pub fn import(
    files: &[Portato],
    law: &Law,
    scelte: Scelte<'_>,
) -> Result<Importato, Vec<Illeggibile>> {
    let mut letti = Vec::new();
    let mut broken = Vec::new();
    for file in files {
        match lettura::read(file) {
            Ok(letto) => letti.push(letto),
            Err(error) => broken.push(error),
        }
    }
    if !broken.is_empty() {
        return Err(broken);
    }
    let (titoli, liste) = (Titoli::new(law), Liste::new(law));
    let mut raccolta = Raccolta::default();
    for letto in letti {
        match whole(&letto, &titoli, law) {
            Some(testo) => raccolta.testo(testo),
            None => Colloca::new(law, &titoli, &liste, &mut raccolta).all(letto.brani),
        }
    }
    let found = raccolta.inizio;
    if let (Some(found), None) = (found, scelte.inizio) {
        let years = format!("triennio {found}-{}", found + 2);
        raccolta.resoconto.capisce("frontespizio", years, "piao.triennio");
    }
    let inizio = scelte.inizio.or(found).unwrap_or(scelte.predefinito);
    let tipo = raccolta.valori.iter().find(|(path, voce)| {
        let is_kind = voce.chiave == campo::TIPOLOGIA.as_str();
        voce.certa && is_kind && path == campo::ANAGRAFICA.as_str()
    });
    let said = tipo.and_then(|(_, voce)| voci::in_riga(&voce.valore));
    let said = said.and_then(|text| law.enti.get(text.trim_matches('"')));
    let ente = said.unwrap_or(scelte.ente);
    if said.is_none() {
        let che = format!("tipo di amministrazione: {}", ente.nome);
        raccolta.resoconto.dubita("nessun file lo dice", che, "anagrafica.tipologia");
    }
    let assembla::Assemblato { files: beside, scritto } = assembla::assembla(&mut raccolta, law);
    let toml = scaffold::continued(law, ente, scelte.dipendenti, inizio, scritto);
    let toml = toml.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let resoconto = raccolta.resoconto;
    Ok(Importato { files: toml.chain(beside).collect(), resoconto })
}

/// A text that is a file of its own already: it goes whole where its name says, or its first heading.
fn whole(letto: &Letto, titoli: &Titoli<'_>, law: &Law) -> Option<Testo> {
    let markdown = letto.markdown.as_ref()?;
    let headings = || {
        letto.brani.iter().filter_map(|brano| match &brano.cosa {
            brano::Cosa::Titolo(_, titolo) => Some(titolo.as_str()),
            _ => None,
        })
    };
    let cerca = |title: &str| titoli.cerca(numero(title).1, Contesto::default());
    let opens = |title: &str| matches!(cerca(title), Esito::Certo(Meta::Sottosezione(_)));
    if headings().any(opens) {
        return None;
    }
    let first = letto.brani.first().filter(|own| matches!(own.cosa, brano::Cosa::Titolo(..)));
    let said = first.and_then(|_| headings().next());
    let known = [Some(letto.nome.as_str()), said].into_iter().flatten().map(cerca);
    let known = known.into_iter().find(|esito| *esito != Esito::Ignoto).unwrap_or(Esito::Ignoto);
    let path = |meta: &Meta| match meta {
        Meta::Testo(part, path) => Some((*part, path.clone())),
        Meta::Sottosezione(part) => {
            let own = &law.sottosezioni[*part].chiave;
            Some((*part, ambiti::apertura(law, *part, Some(own))?))
        }
        Meta::Gruppo(part, path) => Some((*part, ambiti::apertura(law, *part, Some(path))?)),
        _ => None,
    };
    let mut testo = Testo {
        titolo: letto.nome.clone(),
        luogo: format!("{}.md", letto.nome),
        blocchi: vec![(markdown.trim_end().to_owned(), false)],
        file: Some(letto.nome.clone()),
        ..Testo::default()
    };
    match known {
        Esito::Certo(meta) => {
            testo.part = meta.part();
            testo.path = path(&meta).map(|(_, path)| path);
        }
        Esito::Incerto(many) => {
            testo.part = many.iter().find_map(Meta::part);
            testo.forse = many.iter().filter_map(path).map(|(_, path)| path).collect();
        }
        Esito::Ignoto => {}
    }
    Some(testo)
}
