//! Piano triennale dei fabbisogni di personale: the records of `plan/3.3-fabbisogni.toml`.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::model::scelte::{
    AmbitiFormazione, AreeContratto, DestinatariFormazione, FattoriEvoluzione, FondiAssunzione,
    InterventiCompetenze, ModalitaAssunzione, ModalitaFormazione, MotiviCessazione, Provenienze,
    TemiFormazione, TipiLimite,
};
use crate::model::{Indicatore, Luogo, scelta};

/// Assunzione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Assunzione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: Option<String>,
    /// Profilo.
    pub profilo: String,
    /// Anno.
    pub anno: i16,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Area di provenienza.
    #[serde(deserialize_with = "scelta::una")]
    pub da_area: Option<AreeContratto>,
    /// Numero.
    pub numero: Option<Decimal>,
    /// Di cui.
    pub di_cui: Vec<ParteAssunzione>,
    /// Ore alla settimana.
    pub ore: Option<Decimal>,
    /// Equivalenti a tempo pieno.
    pub fte: Option<Decimal>,
    /// Punti organico.
    pub punti_organico: Option<Decimal>,
    /// Modalità.
    #[serde(deserialize_with = "scelta::una")]
    pub modalita: Option<ModalitaAssunzione>,
    /// Obiettivo, id of a [`ObiettivoPerformance`](crate::model::ObiettivoPerformance).
    pub obiettivo: Option<String>,
    /// Finanziamento.
    pub finanziamento: Option<String>,
    /// Risorse usate.
    #[serde(deserialize_with = "scelta::una")]
    pub fondo: Option<FondiAssunzione>,
    /// Costo annuo, euro.
    pub costo: Option<Decimal>,
}

/// Capacità assunzionale.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Capacita {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Norma applicata.
    pub norma: Option<String>,
    /// Metodo, Markdown.
    pub metodo: Option<String>,
    /// Spesa di personale dell’ultimo rendiconto, euro.
    pub spesa_personale: Option<Decimal>,
    /// Entrate correnti.
    pub entrate: Vec<Entrata>,
    /// Fondo crediti di dubbia esigibilità, euro.
    pub fcde: Option<Decimal>,
    /// Rapporto fra spesa di personale ed entrate, per cent.
    pub rapporto: Option<Decimal>,
    /// Valore soglia, per cent.
    pub soglia: Option<Decimal>,
    /// Spesa massima di personale, euro.
    pub spesa_massima: Option<Decimal>,
    /// Spesa di personale prevista.
    pub prevista: Vec<SpesaPrevista>,
    /// Spesa possibile per nuove assunzioni.
    pub annua: Vec<CapacitaAnnua>,
    /// Asseverazione dei revisori.
    pub asseverazione: Option<String>,
    /// Autorizzazione ad assumere.
    pub autorizzazione: Option<String>,
    /// Atto regionale sul tetto di spesa.
    pub atto_regionale: Option<String>,
}

/// Spesa possibile.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CapacitaAnnua {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Spesa possibile, euro.
    pub importo: Option<Decimal>,
    /// Punti organico.
    pub punti_organico: Option<Decimal>,
}

/// Categorie protette.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CategorieProtette {
    /// Where the record is written.
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

/// Cessazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Cessazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Motivo.
    #[serde(deserialize_with = "scelta::una")]
    pub motivo: Option<MotiviCessazione>,
    /// Numero.
    pub numero: Option<i64>,
    /// Risparmio, euro.
    pub risparmio: Option<Decimal>,
}

/// Personale in comando.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Comandi {
    /// Where the record is written.
    pub luogo: Luogo,
    /// In comando da oltre dodici mesi.
    pub oltre_dodici_mesi: Option<i64>,
    /// Immissione in ruolo, Markdown.
    pub immissione: Option<String>,
}

/// Condizione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Condizione {
    /// Where the record is written.
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

/// Riga della consistenza.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Consistenza {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Profilo.
    pub profilo: Option<String>,
    /// Tempo indeterminato.
    pub tempo_indeterminato: Option<i64>,
    /// Tempo determinato.
    pub tempo_determinato: Option<i64>,
    /// Totale.
    pub totale: Option<i64>,
    /// Di cui a tempo parziale.
    pub part_time: Option<i64>,
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

/// Consistenza prevista.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ConsistenzaPrevista {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Al 31 dicembre.
    pub anno: i16,
    /// Persone.
    pub numero: Option<i64>,
}

/// Totali dichiarati.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ConsistenzaTotale {
    /// Where the record is written.
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

/// Riga della dotazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Dotazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
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

/// Eccedenze.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Eccedenze {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Soprannumero o eccedenze.
    pub presenti: Option<bool>,
    /// Atto di ricognizione.
    pub atto: Option<String>,
    /// Data.
    pub data: Option<Date>,
    /// Descrizione, Markdown.
    pub descrizione: Option<String>,
}

/// Entrate correnti.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entrata {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Rendiconto.
    pub anno: i16,
    /// Entrate correnti, euro.
    pub importo: Option<Decimal>,
}

/// Fattore di evoluzione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Evoluzione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Fattore.
    #[serde(deserialize_with = "scelta::una")]
    pub fattore: Option<FattoriEvoluzione>,
    /// Effetto su profili e numeri.
    pub effetto: Option<String>,
    /// Anno.
    pub anno: Option<i16>,
}

/// Fabbisogni.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Fabbisogni {
    /// Where the record is written.
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
    /// Totali dichiarati delle assunzioni.
    pub totali_assunzioni: Vec<TotaleAssunzioni>,
    /// Assunzioni e cessazioni degli anni precedenti.
    pub precedenti: Vec<MovimentoPrecedente>,
    /// Personale in comando.
    pub comandi: Option<Comandi>,
    /// Consistenza prevista a fine anno.
    pub proiezione: Vec<ConsistenzaPrevista>,
    /// Progressioni di carriera.
    pub progressioni: Option<Progressioni>,
    /// Categorie protette.
    pub categorie_protette: Option<CategorieProtette>,
    /// Informazione alle organizzazioni sindacali.
    pub informazione_sindacale: Option<String>,
    /// Invio della sezione alla Ragioneria generale per le verifiche.
    pub trasmissione_rgs: Option<String>,
    /// Trasmissione dei dati alla Ragioneria generale (SICO).
    pub trasmissione_sico: Option<String>,
}

/// Docente o tutor interno.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Formatore {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Chi.
    pub chi: String,
    /// Materia.
    pub materia: Option<String>,
    /// Percorso di preparazione.
    pub percorso: Option<String>,
}

/// Formazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Formazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Strategia, Markdown.
    pub strategia: Option<String>,
    /// Priorità per livello e filiera.
    pub priorita: Vec<PrioritaFormativa>,
    /// Obiettivi dell’anno, Markdown.
    pub obiettivi_annuali: Option<String>,
    /// Obiettivi del triennio, Markdown.
    pub obiettivi_pluriennali: Option<String>,
    /// Risorse.
    pub risorse: Vec<RisorsaFormativa>,
    /// Metodologie per destinatari.
    pub metodologie: Vec<MetodologiaFormativa>,
    /// Docenti e tutor interni.
    pub formatori: Vec<Formatore>,
    /// Legame con l’ambito d’impiego e la progressione di carriera, Markdown.
    pub carriera: Option<String>,
    /// Incentivi allo studio e alla qualificazione, Markdown.
    pub incentivi: Option<String>,
    /// Legame con la valutazione individuale, Markdown.
    pub valutazione: Option<String>,
    /// Risultati attesi.
    pub indicatori: Vec<Indicatore>,
}

/// Intervento formativo.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InterventoFormativo {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Codice.
    pub id: String,
    /// Intervento.
    pub titolo: String,
    /// Anno.
    pub anno: i16,
    /// Tema.
    #[serde(deserialize_with = "scelta::una")]
    pub tema: Option<TemiFormazione>,
    /// Ambito di competenza.
    #[serde(deserialize_with = "scelta::una")]
    pub ambito: Option<AmbitiFormazione>,
    /// Destinatari.
    #[serde(deserialize_with = "scelta::una")]
    pub destinatari: Option<DestinatariFormazione>,
    /// Partecipanti.
    pub partecipanti: Option<i64>,
    /// Ore a testa.
    pub ore: Option<Decimal>,
    /// Modalità.
    #[serde(deserialize_with = "scelta::una")]
    pub modalita: Option<ModalitaFormazione>,
    /// Ente erogatore.
    pub ente: Option<String>,
    /// Costo, euro.
    pub costo: Option<Decimal>,
    /// Verifica dell’apprendimento.
    pub verifica: Option<bool>,
}

/// Limite di spesa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Limite {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Limite.
    pub limite: String,
    /// Tipo.
    #[serde(deserialize_with = "scelta::una")]
    pub tipo: Option<TipiLimite>,
    /// Norma.
    pub norma: Option<String>,
    /// Tetto, euro.
    pub tetto: Option<Decimal>,
    /// Primo anno, euro.
    pub primo_anno: Option<Decimal>,
    /// Secondo anno, euro.
    pub secondo_anno: Option<Decimal>,
    /// Terzo anno, euro.
    pub terzo_anno: Option<Decimal>,
}

/// Metodologia formativa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MetodologiaFormativa {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Destinatari.
    pub destinatari: String,
    /// Metodologia.
    pub metodo: String,
}

/// Assunzioni e cessazioni di un anno.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MovimentoPrecedente {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Assunzioni.
    pub assunzioni: Option<Decimal>,
    /// Cessazioni.
    pub cessazioni: Option<Decimal>,
    /// Costo delle assunzioni, euro.
    pub costo: Option<Decimal>,
    /// Risparmio delle cessazioni, euro.
    pub risparmio: Option<Decimal>,
}

/// Parte delle assunzioni.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ParteAssunzione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Di cui.
    pub voce: String,
    /// Numero.
    pub numero: Option<Decimal>,
}

/// Priorità formativa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PrioritaFormativa {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Priorità.
    pub priorita: String,
    /// Livello organizzativo.
    pub livello: Option<String>,
    /// Filiera professionale.
    pub filiera: Option<String>,
    /// Intervento.
    #[serde(deserialize_with = "scelta::una")]
    pub intervento: Option<InterventiCompetenze>,
    /// Interventi formativi, id of a [`InterventoFormativo`](crate::model::InterventoFormativo).
    pub corsi: Vec<String>,
}

/// Progressioni.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Progressioni {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Quota di posizioni per le progressioni.
    pub quote: Vec<QuotaProgressione>,
    /// Come si valorizzano esperienza e titoli, Markdown.
    pub criteri: Option<String>,
    /// Deroga del contratto collettivo.
    pub deroga: Option<String>,
}

/// Quota.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct QuotaProgressione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Quota, per cent.
    pub quota: Option<Decimal>,
}

/// Riallocazione.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Riallocazione {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Motivo.
    pub motivo: String,
    /// Da, id of a [`Unita`](crate::model::Unita).
    pub da: Option<String>,
    /// Verso, id of a [`Unita`](crate::model::Unita).
    pub verso: Option<String>,
    /// Area.
    #[serde(deserialize_with = "scelta::una")]
    pub area: Option<AreeContratto>,
    /// Unità di personale.
    pub numero: Option<i64>,
    /// Anno.
    pub anno: Option<i16>,
}

/// Risorsa.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RisorsaFormativa {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Risorsa.
    pub fonte: String,
    /// Provenienza.
    #[serde(deserialize_with = "scelta::una")]
    pub provenienza: Option<Provenienze>,
    /// Importo, euro.
    pub importo: Option<Decimal>,
}

/// Spesa di personale prevista.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SpesaPrevista {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Spesa prevista, euro.
    pub importo: Option<Decimal>,
    /// Di cui maggiore spesa fuori dal limite storico, euro.
    pub maggiore_spesa: Option<Decimal>,
    /// Risorse per il personale nel DUP, euro.
    pub risorse_dup: Option<Decimal>,
}

/// Totale delle assunzioni.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TotaleAssunzioni {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Numero.
    pub numero: Option<Decimal>,
    /// Equivalenti a tempo pieno.
    pub fte: Option<Decimal>,
    /// Punti organico.
    pub punti_organico: Option<Decimal>,
    /// Costo annuo, euro.
    pub costo: Option<Decimal>,
}
