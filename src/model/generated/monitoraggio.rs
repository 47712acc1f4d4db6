//! Monitoraggio: the records of `plan/4-monitoraggio.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::scelte::{Periodicita, Valutatori};
use crate::model::{Luogo, scelta};

/// Verifica triennale.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CapitaleUmano {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Soggetto.
    #[serde(deserialize_with = "scelta::una")]
    pub soggetto: Option<Valutatori>,
    /// Anno della verifica.
    pub anno: Option<i16>,
    /// Modalità, Markdown.
    pub modalita: Option<String>,
}

/// Fase.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FaseMonitoraggio {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Fase.
    pub nome: String,
    /// Inizio.
    pub inizio: Option<Date>,
    /// Fine.
    pub fine: Option<Date>,
    /// Strumenti.
    pub strumenti: Option<String>,
    /// Attori.
    pub attori: Option<String>,
    /// Traguardo.
    pub traguardo: Option<String>,
}

/// Monitoraggio.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Monitoraggio {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Introduzione, Markdown.
    pub introduzione: Option<String>,
    /// Valore pubblico e performance, Markdown.
    pub valore_pubblico_performance: Option<String>,
    /// Relazione sulla performance entro il.
    pub data_relazione: Option<Date>,
    /// Rischi corruttivi e trasparenza, Markdown.
    pub rischi_corruttivi: Option<String>,
    /// Organizzazione e capitale umano.
    pub capitale_umano: Option<CapitaleUmano>,
    /// Impatti sugli utenti, Markdown.
    pub impatti_utenti: Option<String>,
    /// Procedimenti del decreto legislativo 198/2009, Markdown.
    pub class_action: Option<String>,
    /// Ufficio associato di monitoraggio, Markdown.
    pub ufficio_associato: Option<String>,
    /// Report integrato, Markdown.
    pub report_integrato: Option<String>,
}

/// Monitoraggio di una sottosezione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MonitoraggioSottosezione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Sottosezione, key of the list `sottosezioni`.
    pub sottosezione: String,
    /// Strumenti.
    pub strumenti: Option<String>,
    /// Modalità.
    pub metodo: Option<String>,
    /// Fonte.
    pub fonte: Option<String>,
    /// Periodicità.
    #[serde(deserialize_with = "scelta::una")]
    pub periodicita: Option<Periodicita>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
}

/// Rilevazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Rilevazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Servizio.
    pub servizio: String,
    /// Strumento.
    pub strumento: Option<String>,
    /// Periodo.
    pub periodo: Option<String>,
    /// Campione.
    pub campione: Option<String>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
}
