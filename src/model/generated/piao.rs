//! L’atto: the records of `plan/piao.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::scelte::{
    Atti, DocumentiFinanziari, Nature, Organi, Pareri, Regimi, Stati, StatiSottosezione,
};
use crate::model::{Luogo, scelta};

/// Adozione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Adozione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Organo.
    #[serde(deserialize_with = "scelta::una")]
    pub organo: Option<Organi>,
    /// Atto.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<Atti>,
    /// Numero.
    pub numero: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Norma dello statuto sull’organo.
    pub statuto: Option<String>,
    /// Ritardo nell’adozione.
    pub ritardo: Option<Ritardo>,
    /// Differimento del termine del bilancio.
    pub differimento: Option<Differimento>,
}

/// Allegato.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Allegato {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Numero.
    pub numero: Option<String>,
    /// Titolo.
    pub titolo: String,
    /// Descrizione.
    pub descrizione: Option<String>,
    /// Testo, Markdown.
    pub testo: Option<String>,
    /// File.
    pub file: Option<String>,
    /// Indirizzo.
    pub indirizzo: Option<String>,
}

/// Atto citato.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AttoCitato {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Atto.
    pub titolo: String,
    /// Organo.
    pub organo: Option<String>,
    /// Numero.
    pub numero: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Perché è citato.
    pub oggetto: Option<String>,
    /// Indirizzo.
    pub indirizzo: Option<String>,
}

/// Conferma annuale.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Conferma {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Atto di conferma.
    pub atto: Option<String>,
    /// Data dell’atto.
    pub data: Option<Date>,
    /// Ci sono stati fatti corruttivi.
    pub fatti_corruttivi: Option<bool>,
    /// Ci sono state modifiche organizzative rilevanti.
    pub modifiche_organizzative: Option<bool>,
    /// Ci sono state disfunzioni amministrative significative.
    pub disfunzioni: Option<bool>,
    /// Sono cambiati gli obiettivi di performance a protezione del valore pubblico.
    pub obiettivi_modificati: Option<bool>,
    /// Altre sezioni del piano sono cambiate in modo significativo.
    pub altre_sezioni_modificate: Option<bool>,
}

/// Regola messa da parte.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Deroga {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Regola.
    pub regola: String,
    /// Motivo.
    pub motivo: Option<String>,
}

/// Differimento.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Differimento {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Atto che differisce il termine.
    pub atto: String,
    /// Data dell’atto.
    pub data: Option<Date>,
    /// Nuovo termine del bilancio.
    pub termine_bilancio: Option<Date>,
}

/// Documento finanziario.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DocumentoFinanziario {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Documento.
    pub titolo: String,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<DocumentiFinanziari>,
    /// Organo.
    pub organo: Option<String>,
    /// Atto.
    pub atto: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Dal.
    pub dal: Option<i16>,
    /// Al.
    pub al: Option<i16>,
}

/// Firma.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Firma {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Ruolo.
    pub ruolo: String,
    /// Nome.
    pub nome: Option<String>,
}

/// Omissione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Omissione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Motivo, Markdown.
    pub motivo: String,
    /// Norma.
    pub norma: Option<String>,
}

/// Parere o passaggio.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Parere {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Oggetto.
    pub oggetto: String,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<Pareri>,
    /// Soggetto.
    pub soggetto: Option<String>,
    /// Estremi.
    pub atto: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Esito.
    pub esito: Option<String>,
}

/// Dati del piano.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Piao {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Triennio.
    pub triennio: Triennio,
    /// Regime.
    #[serde(deserialize_with = "scelta::una")]
    pub regime: Option<Regimi>,
    /// Motivazione della scelta del regime, Markdown.
    pub motivazione_regime: Option<String>,
    /// Natura.
    #[serde(deserialize_with = "scelta::una")]
    pub natura: Option<Nature>,
    /// Stato.
    #[serde(deserialize_with = "scelta::una")]
    pub stato: Option<Stati>,
    /// Versione.
    pub versione: Option<String>,
    /// Licenza.
    pub licenza: Option<String>,
    /// Piano precedente.
    pub piano_precedente: Option<String>,
    /// Che cosa ha mostrato il monitoraggio del piano precedente, Markdown.
    pub esito_monitoraggio: Option<String>,
    /// Dove sono assegnati gli obiettivi.
    pub assegnazione_obiettivi: Option<String>,
    /// Premessa, Markdown.
    pub premessa: Option<String>,
    /// Adozione.
    pub adozione: Option<Adozione>,
    /// Conferma annuale.
    pub conferma: Option<Conferma>,
    /// Pubblicazione.
    pub pubblicazione: Option<Pubblicazione>,
    /// Indirizzo del sito del piano.
    pub sito_base: Option<String>,
    /// In fondo a ogni pagina.
    pub servizio: Option<Servizio>,
    /// Hanno collaborato.
    pub collaboratori: Vec<String>,
    /// Firma.
    pub firma: Option<Firma>,
}

/// Pubblicazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Pubblicazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Data di pubblicazione.
    pub data: Option<Date>,
    /// Indirizzo.
    pub indirizzo: Option<String>,
    /// Trasmissione al portale del Dipartimento della funzione pubblica.
    pub data_portale: Option<Date>,
    /// Pagine di Amministrazione trasparente che rimandano al piano.
    pub collegamenti: Vec<String>,
}

/// Revisione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Revisione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Versione.
    pub versione: String,
    /// Data.
    pub data: Option<Date>,
    /// Sottosezione, key of the list `sottosezioni`.
    pub sottosezione: Option<String>,
    /// Che cosa cambia.
    pub descrizione: String,
    /// Organo.
    #[serde(deserialize_with = "scelta::una")]
    pub organo: Option<Organi>,
    /// Atto.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<Atti>,
    /// Numero.
    pub numero: Option<String>,
}

/// Ritardo.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Ritardo {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Motivi.
    pub motivi: String,
    /// Comunicati al Dipartimento della funzione pubblica.
    pub comunicazione: Option<Date>,
}

/// Pagine di servizio.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Servizio {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Dichiarazione di accessibilità.
    pub accessibilita: Option<String>,
    /// Contatti.
    pub contatti: Option<String>,
    /// Informativa sulla privacy.
    pub privacy: Option<String>,
    /// Note legali.
    pub note_legali: Option<String>,
}

/// Sottosezione libera.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SottosezioneLibera {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Segue la sottosezione, key of the list `sottosezioni`.
    pub dopo: Option<String>,
    /// Numero.
    pub numero: Option<String>,
    /// Titolo.
    pub titolo: String,
    /// Testo, Markdown.
    pub testo: Option<String>,
    /// Sottosezioni.
    pub sottosezioni: Vec<SottosezioneLibera>,
}

/// Fonte di una tavola.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Tavola {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Tavola, key of the list `tavole`.
    pub elenco: String,
    /// Fonte.
    pub fonte: Option<String>,
    /// Dati al.
    pub al: Option<Date>,
    /// Note.
    pub note: Option<String>,
}

/// Triennio.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Triennio {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Primo anno.
    pub inizio: i16,
    /// Ultimo anno.
    pub fine: i16,
}

/// Sottosezione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Variazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Sottosezione, key of the list `sottosezioni`.
    pub chiave: String,
    /// Numero.
    pub numero: Option<String>,
    /// Titolo.
    pub titolo: Option<String>,
    /// Omessa.
    pub omessa: Option<Omissione>,
    /// Stato.
    #[serde(deserialize_with = "scelta::una")]
    pub stato: Option<StatiSottosezione>,
    /// Nota sullo stato.
    pub nota: Option<String>,
    /// Perché non servono traguardi intermedi.
    pub senza_traguardi: Option<String>,
}
