//! `piao explain` of a key: what is written there, on what articles, and an example.

use std::ptr;

use schemars::JsonSchema;
use serde::Serialize;

use super::output::Console;
use crate::law::{Base, Campo, Dovere, Law, Posto, Voce};
use crate::norma::Citazione;
use crate::suggest;

/// Keys that a wrong one is told of.
const VICINE: usize = 5;

/// A key of a plan, explained.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Chiave {
    /// Its path: `obiettivi_performance.fasi`.
    percorso: String,
    /// Its label.
    etichetta: String,
    /// The header of the table in which it is written; nothing at the top of a plan.
    tabella: Option<String>,
    /// The header of the tables that it is, when it holds records.
    intestazione: Option<String>,
    /// The form of its value, in words.
    vuole: String,
    /// Whether the record is not a record without it.
    obbligo: bool,
    /// Advice to whoever writes it.
    guida: String,
    /// The rows of its closed list.
    valori: Vec<Valore>,
    /// Its articles.
    fonti: Vec<Citazione>,
    /// The duties that ask for it there.
    doveri: Vec<DovereDiChiave>,
    /// The line that writes it.
    esempio: String,
    /// The fields of the records that it holds.
    campi: Vec<Chiave>,
}

/// A row of a closed list.
#[derive(Debug, Serialize, JsonSchema)]
struct Valore {
    /// As written in a plan.
    chiave: String,
    /// As printed.
    etichetta: String,
}

/// A duty that asks for a key.
#[derive(Debug, Serialize, JsonSchema)]
struct DovereDiChiave {
    /// Code of the rule.
    regola: String,
    /// What is said when it is missing.
    manca: String,
    /// On what authority.
    fonti: Vec<Citazione>,
    /// Whether a citation is to be read again.
    da_rileggere: bool,
}

impl Chiave {
    /// The key at a path, if the law has it.
    pub(super) fn at(percorso: &str, law: &Law) -> Option<Self> {
        let posti = law.posti();
        let posto = posti.iter().find(|posto| posto.percorso() == percorso)?;
        Some(Self::of(posto, &posti, law))
    }

    fn of(posto: &Posto<'_>, posti: &[Posto<'_>], law: &Law) -> Self {
        let (campo, percorso) = (posto.campo(), posto.percorso());
        let list = match &campo.forma.base {
            Base::Scelta(list) => law.vocabolari.get(list),
            _ => None,
        };
        let row =
            |voce: &Voce| Valore { chiave: voce.chiave.clone(), etichetta: voce.etichetta.clone() };
        let voci = list.into_iter().flat_map(|list| &list.voci);
        let doveri = law.doveri().map(|(_, dovere)| dovere);
        let asked = doveri.filter(|dovere| dovere.campo.chiavi() == percorso);
        Self {
            etichetta: campo.etichetta.clone(),
            tabella: posto.tabella(),
            intestazione: law.kind_of(campo).map(|_| posto.intestazione()),
            vuole: campo.forma.describe(),
            obbligo: campo.obbligo,
            guida: campo.guida.clone(),
            valori: voci.map(row).collect(),
            fonti: cited(&campo.norma, law),
            doveri: asked.map(|dovere| DovereDiChiave::of(dovere, law)).collect(),
            esempio: law.esempio(None).riga(posto.kind, campo),
            campi: posti
                .iter()
                .filter(|own| is_inside(&own.via, &posto.via))
                .map(|own| Self::of(own, posti, law))
                .collect(),
            percorso,
        }
    }

    /// Says it in words, the fields of its records after it.
    pub(super) fn print(&self, output: &Console) -> anyhow::Result<()> {
        output.text(&format!("{} ({})", self.percorso, self.etichetta))?;
        match (&self.intestazione, &self.tabella) {
            (Some(header), _) => output.text(&format!("Si scrive come {header}"))?,
            (None, Some(table)) => output.text(&format!("Si scrive in {table}"))?,
            (None, None) => (),
        }
        if self.intestazione.is_some() {
            self.stands_on(output)?;
        } else {
            self.value(output)?;
        }
        self.inside(self.percorso.len() + 1, output)
    }

    /// The fields of its records, and of the records in them, named from where the reader is.
    fn inside(&self, from: usize, output: &Console) -> anyhow::Result<()> {
        for own in &self.campi {
            Console::line("")?;
            let needed = if own.obbligo { ", senza la quale non è un elemento" } else { "" };
            output.text(&format!("{} ({}{needed})", &own.percorso[from..], own.etichetta))?;
            own.value(output)?;
            own.inside(from, output)?;
        }
        Ok(())
    }

    fn value(&self, output: &Console) -> anyhow::Result<()> {
        output.text(&format!("  Vuole {}", self.vuole))?;
        self.stands_on(output)?;
        for voce in &self.valori {
            output.text(&format!("  - \"{}\": {}", voce.chiave, voce.etichetta))?;
        }
        Console::line(&format!("  Esempio: {}", self.esempio))?;
        Ok(())
    }

    /// Its advice, its articles, and those of the duties that ask for it.
    fn stands_on(&self, output: &Console) -> anyhow::Result<()> {
        if !self.guida.is_empty() {
            output.text(&format!("  {}", self.guida))?;
        }
        for fonte in &self.fonti {
            output.text(&format!("  Fonte: {}", fonte.testo))?;
        }
        for dovere in &self.doveri {
            let fonti: Vec<&str> = dovere.fonti.iter().map(|fonte| &*fonte.testo).collect();
            let unsure = if dovere.da_rileggere { ", da rileggere" } else { "" };
            let (code, fonti) = (&dovere.regola, fonti.join("; "));
            output.text(&format!("  {code}: {} ({fonti}{unsure})", dovere.manca))?;
        }
        Ok(())
    }
}

impl DovereDiChiave {
    fn of(dovere: &Dovere, law: &Law) -> Self {
        Self {
            regola: dovere.regola.clone(),
            manca: dovere.manca.clone(),
            fonti: cited(&dovere.norma, law),
            da_rileggere: dovere.fiducia.is_unsure(),
        }
    }
}

fn cited(norma: &[String], law: &Law) -> Vec<Citazione> {
    norma.iter().map(|citation| law.cite(citation, None)).collect()
}

/// Whether a field is one of the records that another holds.
fn is_inside(own: &[&Campo], outer: &[&Campo]) -> bool {
    own.len() == outer.len() + 1 && own.iter().zip(outer).all(|(a, b)| ptr::eq(*a, *b))
}

/// The paths that somebody probably meant: where the same key is written, or else the most alike.
pub(super) fn near(written: &str, law: &Law) -> Vec<String> {
    let posti = law.posti();
    let paths: Vec<String> = posti.iter().map(Posto::percorso).collect();
    let near = suggest::nearest(written, paths.iter().map(String::as_str));
    if let Some(near) = near.filter(|_| written.contains('.')) {
        return vec![near.to_owned()];
    }
    let key = written.rsplit('.').next().unwrap_or(written);
    let keys = posti.iter().map(|posto| posto.campo().chiave.as_str());
    let Some(key) = suggest::nearest(key, keys) else { return Vec::new() };
    let places = law.posti_di(key);
    places.iter().take(VICINE).map(Posto::percorso).collect()
}
