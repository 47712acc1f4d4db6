//! Sub-section 3.1, organisation.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Luogo;

/// Struttura.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Struttura {
    /// Where the record is written.
    #[serde(skip_serializing)]
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
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Unita {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Unità.
    pub nome: String,
    /// Tipo, key of the list `tipi_unita`.
    pub tipo: Option<String>,
    /// Dipende da, id of a `Unita`.
    pub padre: Option<String>,
    /// Responsabile.
    pub responsabile: Option<String>,
    /// Dipendenti propri.
    pub dipendenti: Option<i64>,
    /// Funzioni.
    pub funzioni: Option<String>,
}

/// Funzione fondamentale.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FunzioneFondamentale {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Funzione, key of the list `funzioni_fondamentali`.
    pub funzione: String,
    /// Unità, id of a `Unita`.
    pub unita: Vec<String>,
}

/// Livello di responsabilità.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LivelloResponsabilita {
    /// Where the record is written.
    #[serde(skip_serializing)]
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

/// Incarico.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct IncaricoDirigenziale {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Incarico.
    pub incarico: String,
    /// Unità, id of a `Unita`.
    pub unita: Option<String>,
    /// Titolare.
    pub titolare: Option<String>,
    /// Fascia.
    pub fascia: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
}

/// Profilo di ruolo.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfiloRuolo {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Profilo.
    pub profilo: String,
    /// Famiglia professionale.
    pub famiglia: Option<String>,
    /// Area, key of the list `aree_contratto`.
    pub area: Option<String>,
    /// Competenze.
    pub competenze: Option<String>,
    /// Numero.
    pub numero: Option<i64>,
}

/// Azione organizzativa.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AzioneOrganizzativa {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Azione.
    pub azione: String,
    /// Obiettivo di valore pubblico, id of a `ObiettivoVp`.
    pub obiettivo_vp: Option<String>,
    /// Unità, id of a `Unita`.
    pub unita: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
}
