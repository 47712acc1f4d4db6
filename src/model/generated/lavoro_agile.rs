//! Organizzazione del lavoro agile: the records of `plan/3.2-lavoro-agile.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::scelte::Periodi;
use crate::model::{Indicatore, Luogo, Misura, scelta};

/// Lavoro arretrato.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Arretrato {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Arretrato presente.
    pub presente: Option<bool>,
    /// Piano di smaltimento, Markdown.
    pub piano: Option<String>,
    /// Termine dello smaltimento.
    pub termine: Option<Date>,
}

/// Lavoro agile.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LavoroAgile {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Strategia e obiettivi, Markdown.
    pub strategia: Option<String>,
    /// Istituti del contratto collettivo.
    pub istituti: Option<String>,
    /// Contratto collettivo, key of the list `contratti_collettivi`.
    pub contratto: Option<String>,
    /// Nessun pregiudizio ai servizi, Markdown.
    pub servizi: Option<String>,
    /// Rotazione del personale, Markdown.
    pub rotazione: Option<String>,
    /// Prevalenza del lavoro in presenza.
    pub prevalenza: Option<Prevalenza>,
    /// Piattaforma e riservatezza dei dati, Markdown.
    pub piattaforma: Option<String>,
    /// Lavoro arretrato.
    pub arretrato: Option<Arretrato>,
    /// Apparati digitali e tecnologici, Markdown.
    pub apparati: Option<String>,
    /// Fattori abilitanti: misure organizzative, Markdown.
    pub misure_organizzative: Option<String>,
    /// Fattori abilitanti: piattaforme tecnologiche, Markdown.
    pub piattaforme_tecnologiche: Option<String>,
    /// Fattori abilitanti: competenze professionali, Markdown.
    pub competenze: Option<String>,
    /// Attività che si possono svolgere da remoto.
    pub attivita: Vec<String>,
    /// Criteri di priorità e accordo individuale, Markdown.
    pub criteri_priorita: Option<String>,
    /// Telelavoro, Markdown.
    pub telelavoro: Option<String>,
    /// Contributi al miglioramento della performance.
    pub contributi: Vec<Indicatore>,
}

/// Obiettivo del lavoro agile.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoAgile {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Obiettivo.
    pub titolo: String,
    /// Descrizione, Markdown.
    pub descrizione: Option<String>,
    /// Obiettivo di performance, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub obiettivo: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
    /// Indicatori.
    pub indicatori: Vec<Indicatore>,
}

/// Prevalenza in presenza.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Prevalenza {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Giorni da remoto, al massimo.
    pub giorni_remoto: Option<Decimal>,
    /// Giorni lavorativi del periodo.
    pub giorni_lavorativi: Option<Decimal>,
    /// Periodo di riferimento.
    #[serde(deserialize_with = "scelta::una")]
    pub periodo: Option<Periodi>,
    /// Eccezioni previste dalla legge o dal contratto.
    pub eccezioni: Option<String>,
}

/// Stato di attuazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StatoAgile {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Lavoratori agili.
    pub lavoratori: Option<i64>,
    /// Potenziali lavoratori agili.
    pub potenziale: Option<i64>,
    /// Donne.
    pub donne: Option<i64>,
    /// Uomini.
    pub uomini: Option<i64>,
    /// Giornate in un anno.
    pub giornate: Option<i64>,
    /// Soddisfazione.
    pub soddisfazione: Option<Misura>,
}
