//! Sub-section 3.3, staff needs and training.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Luogo;
use super::capacita::{Capacita, Limite};
use super::performance::Indicatore;

/// Fabbisogni.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Fabbisogni {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Introduzione, Markdown.
    pub introduzione: Option<String>,
    /// Consistenza al.
    pub data_riferimento: Option<Date>,
    /// Totali dichiarati della consistenza.
    pub totali: Option<ConsistenzaTotale>,
    /// Descrizione per profili professionali, Markdown.
    pub profili: Option<String>,
    /// Capacità assunzionale.
    pub capacita: Option<Capacita>,
    /// Limiti di spesa.
    pub limiti: Vec<Limite>,
    /// Condizioni per assumere.
    pub condizioni: Vec<Condizione>,
    /// Soprannumero ed eccedenze.
    pub eccedenze: Option<Eccedenze>,
    /// Strategia di copertura, Markdown.
    pub strategia: Option<String>,
    /// Consistenza prevista a fine anno.
    pub proiezione: Vec<ConsistenzaPrevista>,
    /// Progressioni di carriera.
    pub progressioni: Option<Progressioni>,
    /// Categorie protette.
    pub categorie_protette: Option<CategorieProtette>,
    /// Informazione alle organizzazioni sindacali.
    pub informazione_sindacale: Option<String>,
    /// Trasmissione dei dati alla Ragioneria generale (SICO).
    pub trasmissione_sico: Option<String>,
}

/// Consistenza prevista.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsistenzaPrevista {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Area, key of the list `aree_contratto`.
    pub area: String,
    /// Al 31 dicembre.
    pub anno: i16,
    /// Persone.
    pub numero: Option<i64>,
}

/// Totali dichiarati.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsistenzaTotale {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Totale.
    pub totale: Option<i64>,
    /// Uomini.
    pub uomini: Option<i64>,
    /// Donne.
    pub donne: Option<i64>,
    /// Vacanti.
    pub vacanti: Option<i64>,
}

/// Condizione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Condizione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Condizione.
    pub condizione: String,
    /// Assolta.
    pub assolta: Option<bool>,
    /// Estremi.
    pub estremi: Option<String>,
    /// Data.
    pub data: Option<Date>,
}

/// Eccedenze.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Eccedenze {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Soprannumero o eccedenze.
    pub presenti: bool,
    /// Atto di ricognizione.
    pub atto: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Descrizione, Markdown.
    pub descrizione: Option<String>,
}

/// Progressioni.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progressioni {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Quota di posizioni per le progressioni.
    pub quote: Vec<QuotaProgressione>,
    /// Come si valorizzano esperienza e titoli, Markdown.
    pub criteri: Option<String>,
}

/// Quota.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct QuotaProgressione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Quota, per cent.
    pub quota: Option<Decimal>,
}

/// Categorie protette.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CategorieProtette {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Base di computo.
    pub base: Option<i64>,
    /// Posti riservati.
    pub quota: Option<i64>,
    /// In servizio.
    pub in_servizio: Option<i64>,
    /// Scoperti.
    pub scoperti: Option<i64>,
    /// Come si coprono.
    pub programma: Option<String>,
}

/// Riga della consistenza.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Consistenza {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Area, key of the list `aree_contratto`.
    pub area: String,
    /// Profilo.
    pub profilo: Option<String>,
    /// Tempo indeterminato.
    pub tempo_indeterminato: Option<i64>,
    /// Tempo determinato.
    pub tempo_determinato: Option<i64>,
    /// Totale.
    pub totale: Option<i64>,
    /// Uomini.
    pub uomini: Option<i64>,
    /// Donne.
    pub donne: Option<i64>,
    /// Equivalenti a tempo pieno.
    pub fte: Option<Decimal>,
    /// Comandati in entrata.
    pub comandati_in: Option<i64>,
    /// Comandati in uscita.
    pub comandati_out: Option<i64>,
    /// Posti in dotazione.
    pub posti: Option<i64>,
    /// Vacanti.
    pub vacanti: Option<i64>,
}

/// Riga della dotazione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Dotazione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Area, key of the list `aree_contratto`.
    pub area: String,
    /// Posti.
    pub posti: Option<i64>,
    /// Costo unitario, euro.
    pub costo_unitario: Option<Decimal>,
    /// Valore, euro.
    pub valore: Option<Decimal>,
    /// Posti dopo la rimodulazione.
    pub posti_rimodulati: Option<i64>,
    /// Valore dopo la rimodulazione, euro.
    pub valore_rimodulato: Option<Decimal>,
}

/// Cessazione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cessazione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Area, key of the list `aree_contratto`.
    pub area: Option<String>,
    /// Motivo, key of the list `motivi_cessazione`.
    pub motivo: Option<String>,
    /// Numero.
    pub numero: Option<i64>,
    /// Risparmio, euro.
    pub risparmio: Option<Decimal>,
}

/// Fattore di evoluzione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Evoluzione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Fattore, key of the list `fattori_evoluzione`.
    pub fattore: String,
    /// Effetto su profili e numeri.
    pub effetto: Option<String>,
    /// Anno.
    pub anno: Option<i16>,
}

/// Riallocazione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Riallocazione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Motivo.
    pub motivo: String,
    /// Da, id of a `Unita`.
    pub da: Option<String>,
    /// Verso, id of a `Unita`.
    pub verso: Option<String>,
    /// Area, key of the list `aree_contratto`.
    pub area: Option<String>,
    /// Unità di personale.
    pub numero: Option<i64>,
    /// Anno.
    pub anno: Option<i16>,
}

/// Assunzione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Assunzione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Profilo.
    pub profilo: String,
    /// Anno.
    pub anno: i16,
    /// Area, key of the list `aree_contratto`.
    pub area: Option<String>,
    /// Area di provenienza, key of the list `aree_contratto`.
    pub da_area: Option<String>,
    /// Numero.
    pub numero: Option<i64>,
    /// Modalità, key of the list `modalita_assunzione`.
    pub modalita: Option<String>,
    /// Obiettivo, id of a `ObiettivoPerformance`.
    pub obiettivo: Option<String>,
    /// Finanziamento.
    pub finanziamento: Option<String>,
    /// Costo annuo, euro.
    pub costo: Option<Decimal>,
}

/// Formazione.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Formazione {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Strategia, Markdown.
    pub strategia: Option<String>,
    /// Priorità per livello e filiera.
    pub priorita: Vec<PrioritaFormativa>,
    /// Obiettivi dell'anno, Markdown.
    pub obiettivi_annuali: Option<String>,
    /// Obiettivi del triennio, Markdown.
    pub obiettivi_pluriennali: Option<String>,
    /// Risorse.
    pub risorse: Vec<RisorsaFormativa>,
    /// Incentivi allo studio e alla qualificazione, Markdown.
    pub incentivi: Option<String>,
    /// Legame con la valutazione individuale, Markdown.
    pub valutazione: Option<String>,
    /// Risultati attesi.
    pub indicatori: Vec<Indicatore>,
}

/// Priorità formativa.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PrioritaFormativa {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Priorità.
    pub priorita: String,
    /// Livello organizzativo.
    pub livello: Option<String>,
    /// Filiera professionale.
    pub filiera: Option<String>,
    /// Intervento, key of the list `interventi_competenze`.
    pub intervento: Option<String>,
    /// Interventi formativi, id of a `InterventoFormativo`.
    pub corsi: Vec<String>,
}

/// Risorsa.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RisorsaFormativa {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Risorsa.
    pub fonte: String,
    /// Provenienza, key of the list `provenienze`.
    pub provenienza: Option<String>,
    /// Importo, euro.
    pub importo: Option<Decimal>,
}

/// Intervento formativo.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InterventoFormativo {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Intervento.
    pub titolo: String,
    /// Anno.
    pub anno: i16,
    /// Tema, key of the list `temi_formazione`.
    pub tema: Option<String>,
    /// Ambito di competenza, key of the list `ambiti_formazione`.
    pub ambito: Option<String>,
    /// Destinatari, key of the list `destinatari_formazione`.
    pub destinatari: Option<String>,
    /// Partecipanti.
    pub partecipanti: Option<i64>,
    /// Ore a testa.
    pub ore: Option<Decimal>,
    /// Modalità, key of the list `modalita_formazione`.
    pub modalita: Option<String>,
    /// Ente erogatore.
    pub ente: Option<String>,
    /// Costo, euro.
    pub costo: Option<Decimal>,
    /// Verifica dell'apprendimento.
    pub verifica: Option<bool>,
}
