//! Performance: the records of `plan/2.2-performance.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::scelte::{
    AmbitiObiettivo, AmbitiOrganizzativi, AreeContratto, Periodicita, Polarita, TipiIndicatore,
    TipiObiettivo,
};
use crate::model::{Luogo, Misura, scelta};

/// Atto.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Atto {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Titolo.
    pub titolo: String,
    /// Atto.
    pub estremi: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Parere vincolante.
    pub parere: Option<String>,
}

/// Azione positiva.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AzionePositiva {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Azione.
    pub azione: String,
    /// Destinatari.
    pub destinatari: Option<String>,
    /// Aree da riequilibrare.
    #[serde(deserialize_with = "scelta::molte")]
    pub aree: Vec<AreeContratto>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Tempi.
    pub scadenza: Option<Date>,
    /// Risorse.
    pub risorse: Option<String>,
    /// Indicatore.
    pub indicatore: Option<String>,
    /// Traguardo.
    pub target: Option<Misura>,
    /// Riguarda le commissioni di concorso.
    pub commissioni: Option<bool>,
}

/// Valore di partenza.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Baseline {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Valore.
    pub valore: Option<Misura>,
    /// Anno.
    pub anno: Option<i16>,
    /// Sarà misurato entro il.
    pub disponibile_dal: Option<Date>,
}

/// Fase.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Fase {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice della fase.
    pub codice: Option<String>,
    /// Fase o attività.
    pub titolo: String,
    /// Inizio.
    pub inizio: Option<Date>,
    /// Fine.
    pub fine: Option<Date>,
    /// Cadenza.
    #[serde(deserialize_with = "scelta::una")]
    pub cadenza: Option<Periodicita>,
    /// Chi la svolge, id of a [`Unita`](crate::model::Unita).
    pub attore: Option<String>,
    /// Peso, per cent.
    pub peso: Option<Decimal>,
    /// Risultato atteso.
    pub risultato: Option<String>,
    /// Indicatore.
    pub indicatore: Option<String>,
    /// Risultato conseguito.
    pub esito: Option<String>,
    /// Raggiunto, per cent.
    pub raggiungimento: Option<Decimal>,
}

/// Indicatore.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Indicatore {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Indicatore.
    pub nome: String,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<TipiIndicatore>,
    /// Formula.
    pub formula: Option<String>,
    /// Unità di misura.
    pub unita_misura: Option<String>,
    /// Polarità.
    #[serde(deserialize_with = "scelta::una")]
    pub polarita: Option<Polarita>,
    /// Perché si mantiene.
    pub motivo_mantenimento: Option<String>,
    /// Perché può uscire dalla scala.
    pub motivo_fuori_scala: Option<String>,
    /// Valore di partenza.
    pub baseline: Option<Baseline>,
    /// Traguardi.
    pub target: Vec<Traguardo>,
    /// Fonte.
    pub fonte: Option<String>,
    /// Peso, per cent.
    pub peso: Option<Decimal>,
}

/// Obiettivo di performance.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoPerformance {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Obiettivo.
    pub titolo: String,
    /// Che cosa si fa, Markdown.
    pub descrizione: Option<String>,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<TipiObiettivo>,
    /// Ambiti.
    #[serde(deserialize_with = "scelta::molte")]
    pub ambiti: Vec<AmbitiObiettivo>,
    /// Strumento nazionale.
    pub strumento_nazionale: Option<String>,
    /// Strumenti con cui si realizza.
    pub strumenti: Vec<String>,
    /// Valore pubblico, id of a [`ObiettivoVp`](crate::model::ObiettivoVp).
    pub valore: Option<String>,
    /// Strategia di valore pubblico, id of a [`Strategia`](crate::model::Strategia).
    pub strategia: Option<String>,
    /// Obiettivo organizzativo, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub organizzativo: Option<String>,
    /// Obiettivo di prevenzione o trasparenza, id of a [`ObiettivoPrevenzione`](crate::model::ObiettivoPrevenzione).
    pub prevenzione: Option<String>,
    /// Chi risponde, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Assegnato a, id of a [`Unita`](crate::model::Unita).
    pub assegnatari: Vec<String>,
    /// A chi è rivolto, id of a [`Stakeholder`](crate::model::Stakeholder).
    pub stakeholder: Vec<String>,
    /// Unità che contribuiscono, id of a [`Unita`](crate::model::Unita).
    pub contributori: Vec<String>,
    /// Soggetti esterni che contribuiscono.
    pub contributori_esterni: Vec<String>,
    /// Entro quando.
    pub scadenza: Option<Date>,
    /// Peso, per cent.
    pub peso: Option<Decimal>,
    /// Peso sulla retribuzione di risultato, per cent.
    pub peso_risultato: Option<Decimal>,
    /// Centro di responsabilità.
    pub centro_responsabilita: Option<String>,
    /// Missione, key of the list `missioni`.
    pub missione: Option<String>,
    /// Programma, key of the list `programmi`.
    pub programma: Option<String>,
    /// Risorse umane.
    pub risorse_umane: Option<String>,
    /// Risorse finanziarie, euro.
    pub risorse_finanziarie: Option<Decimal>,
    /// Risorse strumentali.
    pub risorse_strumentali: Option<String>,
    /// Confronto con il passato o con altri enti.
    pub confronto: Option<String>,
    /// Risultato conseguito.
    pub esito: Option<String>,
    /// Raggiunto, per cent.
    pub raggiungimento: Option<Decimal>,
    /// Indicatori.
    pub indicatori: Vec<Indicatore>,
    /// Fasi e attività.
    pub fasi: Vec<Fase>,
}

/// Obiettivo del piano precedente.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoPrecedente {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Obiettivo.
    pub titolo: String,
    /// Che cosa si fa.
    pub descrizione: Option<String>,
    /// Risultato.
    pub esito: Option<String>,
    /// Raggiunto, per cent.
    pub raggiungimento: Option<Decimal>,
}

/// Performance.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Performance {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Introduzione, Markdown.
    pub introduzione: Option<String>,
    /// Il ciclo della performance, Markdown.
    pub ciclo: Option<String>,
    /// Sistema di misurazione e valutazione della performance.
    pub smvp: Option<Atto>,
    /// Dalla performance organizzativa a quella individuale, Markdown.
    pub collegamento_individuale: Option<String>,
    /// Raccordo con il PEG e il piano dettagliato degli obiettivi, Markdown.
    pub raccordo_peg: Option<String>,
    /// Centri di responsabilità del PEG.
    pub centri_responsabilita: Vec<String>,
    /// Qualità degli obiettivi, Markdown.
    pub requisiti_qualita: Option<String>,
    /// Atto che assegna gli obiettivi sui tempi di pagamento.
    pub assegnazione_pagamenti: Option<String>,
    /// Bilancio di genere.
    pub bilancio_genere: Option<String>,
    /// Ambiti della performance organizzativa.
    #[serde(deserialize_with = "scelta::molte")]
    pub ambiti: Vec<AmbitiOrganizzativi>,
}

/// Traguardo.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Traguardo {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Valore.
    pub valore: Option<Misura>,
}
