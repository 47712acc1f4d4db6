//! Struttura organizzativa: the records of `plan/3.1-struttura-organizzativa.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::scelte::{AreeContratto, FunzioniFondamentali, TipiUnita};
use crate::model::{Luogo, scelta};

/// Azione organizzativa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AzioneOrganizzativa {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Azione.
    pub azione: String,
    /// Obiettivo di valore pubblico, id of a [`ObiettivoVp`](crate::model::ObiettivoVp).
    pub obiettivo_vp: Option<String>,
    /// Unità, id of a [`Unita`](crate::model::Unita).
    pub unita: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
}

/// Funzione fondamentale.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FunzioneFondamentale {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Funzione.
    #[serde(deserialize_with = "scelta::una")]
    pub funzione: Option<FunzioniFondamentali>,
    /// Unità, id of a [`Unita`](crate::model::Unita).
    pub unita: Vec<String>,
}

/// Incarico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IncaricoDirigenziale {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Incarico.
    pub incarico: String,
    /// Unità, id of a [`Unita`](crate::model::Unita).
    pub unita: Option<String>,
    /// Titolare.
    pub titolare: Option<String>,
    /// Fascia.
    pub fascia: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
}

/// Livello di responsabilità.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LivelloResponsabilita {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Livello.
    pub livello: String,
    /// Posizioni.
    pub posizioni: Option<i64>,
    /// Fasce di graduazione.
    pub fasce: Option<i64>,
    /// Descrizione.
    pub descrizione: Option<String>,
}

/// Profilo di ruolo.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ProfiloRuolo {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Profilo.
    pub profilo: String,
    /// Famiglia professionale.
    pub famiglia: Option<String>,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Competenze.
    pub competenze: Option<String>,
    /// Numero.
    pub numero: Option<i64>,
}

/// Struttura.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Struttura {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Modello organizzativo, Markdown.
    pub modello: Option<String>,
    /// Atto di macrostruttura.
    pub atto: Option<String>,
    /// Ampiezza media delle unità organizzative.
    pub ampiezza_media: Option<Decimal>,
    /// Perché i dipendenti delle unità non coincidono con la consistenza.
    pub differenza_dipendenti: Option<String>,
    /// Specificità del modello, Markdown.
    pub specificita: Option<String>,
}

/// Unità organizzativa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Unita {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Unità.
    pub nome: String,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<TipiUnita>,
    /// Dipende da, id of a [`Unita`](crate::model::Unita).
    pub padre: Option<String>,
    /// Responsabile.
    pub responsabile: Option<String>,
    /// Dipendenti propri.
    pub dipendenti: Option<i64>,
    /// Funzioni.
    pub funzioni: Option<String>,
}
