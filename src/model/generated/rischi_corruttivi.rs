//! Rischi corruttivi e trasparenza: the records of `plan/2.3-rischi-corruttivi.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::scelte::{
    AmbitiPrevenzione, FasiContratto, FattoriAbilitanti, MisureGenerali, NatureMisura, Periodicita,
    SottosezioniTrasparenza, TerminiPubblicazione, TipiMisura,
};
use crate::model::{Indicatore, Luogo, Misura, scelta};

/// Accesso civico.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AccessoCivico {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Accesso civico semplice, Markdown.
    pub semplice: Option<String>,
    /// Accesso civico generalizzato, Markdown.
    pub generalizzato: Option<String>,
    /// Ufficio, id of a [`Unita`](crate::model::Unita).
    pub ufficio: Option<String>,
    /// Recapito.
    pub recapito: Option<String>,
    /// Potere sostitutivo.
    pub potere_sostitutivo: Option<String>,
    /// Registro degli accessi.
    pub registro: Option<String>,
}

/// Area senza processi.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AreaMotivata {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Area, key of the list `aree_rischio`.
    pub area: String,
    /// Motivo.
    pub motivo: String,
}

/// Combinazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Combinazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Probabilità.
    pub probabilita: String,
    /// Impatto.
    pub impatto: String,
    /// Livello.
    pub livello: String,
}

/// Contenuti minimi.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ContenutiMinimi {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Attività a più elevato rischio, Markdown.
    pub attivita_a_rischio: Option<String>,
    /// Formazione, attuazione e controllo delle decisioni, Markdown.
    pub meccanismi_decisioni: Option<String>,
    /// Obblighi di informazione verso il RPCT, Markdown.
    pub obblighi_informazione: Option<String>,
    /// Monitoraggio dei termini dei procedimenti, Markdown.
    pub termini_procedimenti: Option<String>,
    /// Monitoraggio dei rapporti con contraenti e beneficiari, Markdown.
    pub rapporti_contraenti: Option<String>,
    /// Obblighi di trasparenza ulteriori, Markdown.
    pub trasparenza_ulteriore: Option<String>,
}

/// Controllo.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ControlloMisura {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Oggetto.
    pub oggetto: String,
    /// Misure, id of a [`MisuraPrevenzione`](crate::model::MisuraPrevenzione).
    pub misure: Vec<String>,
    /// Periodo.
    #[serde(deserialize_with = "scelta::una")]
    pub periodo: Option<Periodicita>,
    /// Metodo.
    pub metodo: Option<String>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Campione, per cent.
    pub campione: Option<Decimal>,
}

/// Evento rischioso.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EventoRischioso {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Evento rischioso.
    pub descrizione: String,
    /// Fase.
    pub fase: Option<String>,
    /// Fattori abilitanti.
    #[serde(deserialize_with = "scelta::molte")]
    pub fattori_abilitanti: Vec<FattoriAbilitanti>,
    /// Probabilità.
    pub probabilita: Option<String>,
    /// Impatto.
    pub impatto: Option<String>,
    /// Livello.
    pub livello: Option<String>,
    /// Motivazione.
    pub motivazione: Option<String>,
}

/// Misure generali non programmate.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct GeneraleMotivata {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Misure.
    #[serde(deserialize_with = "scelta::molte")]
    pub misure: Vec<MisureGenerali>,
    /// Motivo.
    pub motivo: String,
}

/// Misura.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MisuraPrevenzione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Misura.
    pub titolo: String,
    /// Descrizione.
    pub descrizione: Option<String>,
    /// Natura.
    #[serde(deserialize_with = "scelta::una")]
    pub natura: Option<NatureMisura>,
    /// Misura generale.
    #[serde(deserialize_with = "scelta::una")]
    pub generale: Option<MisureGenerali>,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<TipiMisura>,
    /// Rischi trattati, id of a [`EventoRischioso`](crate::model::EventoRischioso).
    pub eventi: Vec<String>,
    /// Responsabile, id of a [`Unita`](crate::model::Unita).
    pub responsabile: Option<String>,
    /// Fasi e tempi.
    pub fasi: Option<String>,
    /// Scadenza.
    pub scadenza: Option<Date>,
    /// Già in vigore.
    pub in_vigore: Option<bool>,
    /// Indicatore.
    pub indicatore: Option<String>,
    /// Traguardo.
    pub target: Option<Misura>,
}

/// Obbligo di pubblicazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObbligoPubblicazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Contenuto.
    pub contenuto: String,
    /// Sezione, key of the list `amministrazione_trasparente`.
    pub sezione: Option<String>,
    /// Sottosezione.
    #[serde(deserialize_with = "scelta::una")]
    pub sottosezione: Option<SottosezioniTrasparenza>,
    /// Norma.
    pub norma: Option<String>,
    /// Chi trasmette, id of a [`Unita`](crate::model::Unita).
    pub responsabile_trasmissione: Option<String>,
    /// Chi pubblica, id of a [`Unita`](crate::model::Unita).
    pub responsabile_pubblicazione: Option<String>,
    /// Termine.
    #[serde(deserialize_with = "scelta::una")]
    pub termine: Option<TerminiPubblicazione>,
    /// Chi vigila e come.
    pub monitoraggio: Option<String>,
    /// Perché non si applica.
    pub non_applicabile: Option<String>,
}

/// Obiettivo di prevenzione o trasparenza.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ObiettivoPrevenzione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Obiettivo.
    pub titolo: String,
    /// Ambito.
    #[serde(deserialize_with = "scelta::una")]
    pub ambito: Option<AmbitiPrevenzione>,
    /// Descrizione, Markdown.
    pub descrizione: Option<String>,
    /// Valore pubblico protetto, id of a [`ObiettivoVp`](crate::model::ObiettivoVp).
    pub valore: Option<String>,
    /// Strategia, id of a [`Strategia`](crate::model::Strategia).
    pub strategia: Option<String>,
    /// Obiettivo di performance, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub obiettivo: Option<String>,
    /// Indicatori.
    pub indicatori: Vec<Indicatore>,
}

/// Processo.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Processo {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Processo.
    pub nome: String,
    /// Area di rischio, key of the list `aree_rischio`.
    pub area: Option<String>,
    /// Descrizione.
    pub descrizione: Option<String>,
    /// Unità responsabile, id of a [`Unita`](crate::model::Unita).
    pub unita: Option<String>,
    /// Da che cosa parte.
    pub input: Option<String>,
    /// Che cosa produce.
    pub output: Option<String>,
    /// Fasi.
    pub fasi: Vec<String>,
    /// Fasi del contratto considerate.
    #[serde(deserialize_with = "scelta::molte")]
    pub fasi_contratto: Vec<FasiContratto>,
    /// Obiettivo di performance, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub obiettivo: Option<String>,
    /// Fondi PNRR o europei.
    pub pnrr: Option<bool>,
    /// Progetti con quei fondi, id of a [`FondoEuropeo`](crate::model::FondoEuropeo).
    pub fondi: Vec<String>,
    /// Eventi rischiosi.
    pub eventi_rischiosi: Vec<EventoRischioso>,
}

/// Rischi corruttivi e trasparenza.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RischiCorruttivi {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Introduzione, Markdown.
    pub introduzione: Option<String>,
    /// Redatta da soggetti esterni.
    pub redazione_esterna: Option<bool>,
    /// Dipendenti in servizio, per le semplificazioni.
    pub dipendenti: Option<i64>,
    /// Contesto esterno, Markdown.
    pub contesto_esterno: Option<String>,
    /// Fonti del contesto esterno.
    pub fonti_contesto: Vec<String>,
    /// Contesto interno, Markdown.
    pub contesto_interno: Option<String>,
    /// Metodo di valutazione, Markdown.
    pub metodo: Option<String>,
    /// Scala dei livelli di rischio.
    pub scala: Vec<String>,
    /// Livello da cui il rischio si tratta.
    pub soglia: Option<String>,
    /// Livello secondo probabilità e impatto.
    pub combinazioni: Vec<Combinazione>,
    /// Aree senza processi.
    pub aree_motivate: Vec<AreaMotivata>,
    /// Unità senza processi.
    pub unita_motivate: Vec<UnitaMotivata>,
    /// Misure generali non programmate.
    pub generali_motivate: Vec<GeneraleMotivata>,
    /// Contenuti minimi della legge 190/2012.
    pub contenuti_minimi: Option<ContenutiMinimi>,
    /// Rotazione, Markdown.
    pub rotazione: Option<String>,
    /// Idoneità delle misure e riesame, Markdown.
    pub idoneita: Option<String>,
    /// Accesso civico.
    pub accesso_civico: Option<AccessoCivico>,
    /// Consultazione pubblica, Markdown.
    pub consultazione: Option<String>,
    /// Autovalutazione secondo i quesiti dell’ANAC.
    pub autovalutazione: Vec<RispostaAutovalutazione>,
}

/// Risposta.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RispostaAutovalutazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Quesito.
    pub quesito: Option<i64>,
    /// Risposta.
    pub risposta: Option<bool>,
    /// Nota.
    pub nota: Option<String>,
}

/// Soggetto.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Soggetto {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Soggetto.
    pub ruolo: String,
    /// Compiti e responsabilità.
    pub compiti: Option<String>,
}

/// Unità senza processi.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct UnitaMotivata {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Unità, id of a [`Unita`](crate::model::Unita).
    pub unita: String,
    /// Motivo.
    pub motivo: String,
}
