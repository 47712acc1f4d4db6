//! Valore pubblico: the records of `plan/2.1-valore-pubblico.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::scelte::{Accessibilita, BeneficiariAccessibilita, Dimensioni};
use crate::model::{Indicatore, Luogo, Misura, scelta};

/// Azione per l’accessibilità.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AzioneAccessibilita {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Azione.
    pub azione: String,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<Accessibilita>,
    /// Luogo o servizio.
    pub servizio: Option<String>,
    /// Beneficiari.
    #[serde(deserialize_with = "scelta::molte")]
    pub beneficiari: Vec<BeneficiariAccessibilita>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
    /// Indicatore.
    pub indicatore: Option<String>,
    /// Traguardo.
    pub target: Option<Misura>,
    /// Obiettivo di performance, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub obiettivo: Option<String>,
}

/// Azione per il risparmio energetico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AzioneEnergia {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Azione.
    pub azione: String,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
    /// Indicatore.
    pub indicatore: Option<String>,
    /// Traguardo.
    pub target: Option<Misura>,
}

/// Progetto con fondi europei o del PNRR.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FondoEuropeo {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Progetto.
    pub progetto: String,
    /// Fondo.
    pub fondo: Option<String>,
    /// Descrizione.
    pub descrizione: Option<String>,
    /// Importo, euro.
    pub importo: Option<Decimal>,
    /// Obiettivo di valore pubblico, id of a [`ObiettivoVp`](crate::model::ObiettivoVp).
    pub obiettivo: Option<String>,
    /// Unità, id of a [`Unita`](crate::model::Unita).
    pub unita: Option<String>,
    /// Fine.
    pub fine: Option<Date>,
}

/// Obiettivo generale.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoGenerale {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Obiettivo generale.
    pub titolo: String,
    /// Documento, id of a [`DocumentoFinanziario`](crate::model::DocumentoFinanziario).
    pub documento: Option<String>,
    /// Riferimento nel documento.
    pub riferimento: Option<String>,
}

/// Obiettivo specifico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoSpecifico {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Obiettivo specifico.
    pub titolo: String,
    /// Obiettivo generale, id of a [`ObiettivoGenerale`](crate::model::ObiettivoGenerale).
    pub generale: Option<String>,
    /// Documento, id of a [`DocumentoFinanziario`](crate::model::DocumentoFinanziario).
    pub documento: Option<String>,
    /// Riferimento nel documento.
    pub riferimento: Option<String>,
}

/// Obiettivo di valore pubblico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoVp {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Quale valore pubblico.
    pub titolo: String,
    /// Nome nella mappa.
    pub nome_breve: Option<String>,
    /// Descrizione, Markdown.
    pub descrizione: Option<String>,
    /// Dimensioni di benessere.
    #[serde(deserialize_with = "scelta::molte")]
    pub dimensioni: Vec<Dimensioni>,
    /// Benessere equo e sostenibile (BES), key of the list `bes`.
    pub bes: Vec<String>,
    /// Obiettivi di sviluppo sostenibile, key of the list `sdg`.
    pub sdg: Vec<String>,
    /// A chi è rivolto, id of a [`Stakeholder`](crate::model::Stakeholder).
    pub stakeholder: Vec<String>,
    /// Documento unico di programmazione, id of a [`DocumentoFinanziario`](crate::model::DocumentoFinanziario).
    pub dup: Option<String>,
    /// Obiettivo strategico del DUP.
    pub dup_obiettivo: Option<String>,
    /// Priorità politica, id of a [`Priorita`](crate::model::Priorita).
    pub priorita: Option<String>,
    /// Missione, key of the list `missioni`.
    pub missione: Option<String>,
    /// Programma, key of the list `programmi`.
    pub programma: Option<String>,
    /// Entro quando.
    pub orizzonte: Option<i16>,
    /// Area organizzativa, id of a [`AreaOrganizzativa`](crate::model::AreaOrganizzativa).
    pub area: Option<String>,
    /// Responsabile politico.
    pub responsabile_politico: Option<String>,
    /// Responsabile amministrativo, id of a [`Unita`](crate::model::Unita).
    pub responsabile_amministrativo: Option<String>,
    /// Strategie.
    pub strategie: Vec<Strategia>,
    /// Indicatori di impatto.
    pub indicatori: Vec<Indicatore>,
}

/// Procedura.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Procedura {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Procedura.
    pub nome: String,
    /// Intervento.
    pub descrizione: Option<String>,
    /// Unità di misura.
    pub unita_misura: Option<String>,
    /// Tempo effettivo di oggi.
    pub tempo_attuale: Option<Misura>,
    /// Traguardo.
    pub target: Option<Misura>,
    /// Entro il.
    pub anno: Option<i16>,
    /// Come si misura.
    pub strumento_misura: Option<String>,
    /// Ufficio responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Tecnologia.
    pub tecnologia: Option<String>,
    /// Consultazione degli utenti.
    pub consultazione: Option<String>,
    /// Obiettivo di performance, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub obiettivo: Option<String>,
    /// Processo, id of a [`Processo`](crate::model::Processo).
    pub processo: Option<String>,
}

/// Risorsa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Risorsa {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Iniziativa.
    pub iniziativa: String,
    /// Obiettivo, id of a [`ObiettivoVp`](crate::model::ObiettivoVp).
    pub obiettivo: Option<String>,
    /// Missione, key of the list `missioni`.
    pub missione: Option<String>,
    /// Programma, key of the list `programmi`.
    pub programma: Option<String>,
    /// Primo anno, euro.
    pub primo_anno: Option<Decimal>,
    /// Secondo anno, euro.
    pub secondo_anno: Option<Decimal>,
    /// Terzo anno, euro.
    pub terzo_anno: Option<Decimal>,
    /// Fonte.
    pub fonte: Option<String>,
}

/// Stanziamento.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Stanziamento {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Missione, key of the list `missioni`.
    pub missione: String,
    /// Programma, key of the list `programmi`.
    pub programma: Option<String>,
    /// Documento, id of a [`DocumentoFinanziario`](crate::model::DocumentoFinanziario).
    pub documento: Option<String>,
    /// Primo anno, euro.
    pub primo_anno: Option<Decimal>,
    /// Secondo anno, euro.
    pub secondo_anno: Option<Decimal>,
    /// Terzo anno, euro.
    pub terzo_anno: Option<Decimal>,
}

/// Strategia.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Strategia {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Quale strategia.
    pub titolo: String,
    /// Descrizione, Markdown.
    pub descrizione: Option<String>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// A chi è rivolta, id of a [`Stakeholder`](crate::model::Stakeholder).
    pub stakeholder: Vec<String>,
    /// Entro quando.
    pub orizzonte: Option<i16>,
    /// Indicatori di impatto.
    pub indicatori: Vec<Indicatore>,
}

/// Analisi SWOT.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Swot {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Punti di forza.
    pub punti_di_forza: Vec<String>,
    /// Punti di debolezza.
    pub punti_di_debolezza: Vec<String>,
    /// Opportunità.
    pub opportunita: Vec<String>,
    /// Minacce.
    pub minacce: Vec<String>,
}

/// Valore pubblico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ValorePubblico {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Introduzione, Markdown.
    pub introduzione: Option<String>,
    /// Contesto esterno, Markdown.
    pub contesto_esterno: Option<String>,
    /// Contesto interno, Markdown.
    pub contesto_interno: Option<String>,
    /// Punti di forza e di debolezza, opportunità e minacce.
    pub swot: Option<Swot>,
    /// Perché nessuna procedura è da semplificare, Markdown.
    pub nessuna_procedura: Option<String>,
}
