//! Scheda anagrafica dell’amministrazione: the records of `plan/1-anagrafica.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::scelte::{Incarichi, Regioni};
use crate::model::{Conteggio, Luogo, scelta};

/// Scheda anagrafica.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Anagrafica {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Denominazione.
    pub denominazione: String,
    /// Tipologia, key of the list `enti`.
    pub tipologia: String,
    /// Codice IPA.
    pub codice_ipa: Option<String>,
    /// Codice fiscale.
    pub codice_fiscale: Option<String>,
    /// Partita IVA.
    pub partita_iva: Option<String>,
    /// Tipologia ISTAT (lista S13).
    pub tipologia_istat: Option<String>,
    /// Sede legale.
    pub sede: Option<String>,
    /// Regione.
    #[serde(deserialize_with = "scelta::una")]
    pub regione: Option<Regioni>,
    /// Provincia.
    pub provincia: Option<String>,
    /// Ufficio relazioni con il pubblico.
    pub urp: Option<String>,
    /// Telefono.
    pub telefono: Option<String>,
    /// Posta elettronica.
    pub email: Option<String>,
    /// PEC.
    pub pec: Option<String>,
    /// Sito.
    pub sito: Option<String>,
    /// Social.
    pub social: Vec<String>,
    /// Dipendenti in servizio.
    pub dipendenti: Option<DatoAl>,
    /// Popolazione.
    pub popolazione: Option<DatoAl>,
    /// Comuni del territorio.
    pub comuni_territorio: Option<i64>,
    /// Superficie.
    pub superficie: Option<String>,
    /// Emblema.
    pub emblema: Option<String>,
    /// Organo di vertice.
    pub organo_vertice: Option<Carica>,
    /// Responsabile della prevenzione della corruzione e della trasparenza.
    pub rpct: Option<Carica>,
    /// Responsabile della transizione digitale.
    pub rtd: Option<Carica>,
    /// Responsabile dell’inclusione e dell’accessibilità.
    pub responsabile_accessibilita: Option<Carica>,
    /// Responsabile dell’inserimento delle persone con disabilità.
    pub responsabile_inserimento: Option<Carica>,
    /// Altri incarichi e organi di garanzia.
    pub incarichi: Vec<IncaricoGaranzia>,
    /// Missione, Markdown.
    pub missione: Option<String>,
    /// Quadro normativo, Markdown.
    pub quadro_normativo: Option<String>,
    /// Struttura programmatica, Markdown.
    pub struttura_programmatica: Option<String>,
    /// Cronoprogramma, Markdown.
    pub cronoprogramma: Option<String>,
    /// Principi guida.
    pub principi_guida: Vec<Principio>,
    /// Priorità politiche.
    pub priorita_politiche: Vec<Priorita>,
    /// Organi politici.
    pub organi_politici: Vec<OrganoPolitico>,
    /// Aree organizzative.
    pub aree_organizzative: Vec<AreaOrganizzativa>,
    /// Gruppo di lavoro integrato.
    pub gruppo_integrato: Vec<Componente>,
}

/// Area organizzativa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AreaOrganizzativa {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Area.
    pub nome: String,
    /// Descrizione.
    pub descrizione: Option<String>,
}

/// Carica.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Carica {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Nome.
    pub nome: Option<String>,
    /// Ruolo.
    pub ruolo: String,
    /// Struttura.
    pub struttura: Option<String>,
    /// Atto di nomina.
    pub atto: Option<String>,
    /// Data di nomina.
    pub data: Option<Date>,
    /// Esperienza e formazione.
    pub esperienza: Option<String>,
}

/// Componente.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Componente {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Ruolo.
    pub ruolo: String,
    /// Compito nel gruppo.
    pub compito: Option<String>,
}

/// Dato a una data.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DatoAl {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Numero.
    pub numero: Option<Conteggio>,
    /// Al.
    pub data: Option<Date>,
}

/// Incarico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IncaricoGaranzia {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Incarico.
    #[serde(deserialize_with = "scelta::una")]
    pub ruolo: Option<Incarichi>,
    /// Titolare.
    pub nome: Option<String>,
    /// Atto.
    pub atto: Option<String>,
    /// Data.
    pub data: Option<Date>,
}

/// Organo politico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OrganoPolitico {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Organo.
    pub organo: String,
    /// Composizione.
    pub composizione: Option<String>,
    /// Funzioni.
    pub funzioni: Option<String>,
}

/// Principio guida.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Principio {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Principio.
    pub nome: String,
    /// Descrizione.
    pub descrizione: Option<String>,
}

/// Priorità politica.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Priorita {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Priorità.
    pub nome: String,
    /// Descrizione.
    pub descrizione: Option<String>,
}

/// Portatore di interessi.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Stakeholder {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Portatore di interessi.
    pub nome: String,
    /// Relazione con l’amministrazione.
    pub relazione: Option<String>,
    /// Beneficiario.
    pub beneficiario: Option<bool>,
}
