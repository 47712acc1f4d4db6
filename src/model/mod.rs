//! The plan, typed: what the administration answers, in the decree's own nouns.
//!
//! The model knows nothing of files, findings or law. A record carries a [`Luogo`], an opaque
//! mark of where it was written, so that a rule can point at it.

pub mod anagrafica;
pub mod atto;
pub mod capacita;
mod cerca;
pub mod fabbisogni;
pub mod lavoro_agile;
pub mod monitoraggio;
pub mod performance;
pub mod raccolta;
pub mod rischi_corruttivi;
pub mod struttura_organizzativa;
pub mod valore_pubblico;

use serde::{Deserialize, Serialize};

pub use crate::valori::{Genere, Luogo, Misura, Qualificatore};

use anagrafica::{Anagrafica, Stakeholder};
use atto::{
    Allegato, Deroga, DocumentoFinanziario, Parere, Piao, Revisione, Sottosezione,
    SottosezioneLibera,
};
use fabbisogni::{
    Assunzione, Cessazione, Consistenza, Dotazione, Evoluzione, Fabbisogni, Formazione,
    InterventoFormativo, Riallocazione,
};
use lavoro_agile::{LavoroAgile, ObiettivoAgile, StatoAgile};
use monitoraggio::{FaseMonitoraggio, Monitoraggio, MonitoraggioSottosezione, Rilevazione};
use performance::{AzionePositiva, ObiettivoPerformance, ObiettivoPrecedente, Performance};
use raccolta::{Tempo, Testo};
use rischi_corruttivi::{
    ControlloMisura, MisuraPrevenzione, ObbligoPubblicazione, ObiettivoPrevenzione, Processo,
    RischiCorruttivi, Soggetto,
};
use struttura_organizzativa::{
    AzioneOrganizzativa, FunzioneFondamentale, IncaricoDirigenziale, LivelloResponsabilita,
    ProfiloRuolo, Struttura, Unita,
};
use valore_pubblico::{
    AzioneAccessibilita, AzioneEnergia, ObiettivoGenerale, ObiettivoSpecifico, ObiettivoVp,
    Procedura, Risorsa, Stanziamento, ValorePubblico,
};

/// A whole plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Piano {
    /// Where the plan is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Dati del piano.
    pub piao: Piao,
    /// Documenti di programmazione finanziaria.
    pub documenti_finanziari: Vec<DocumentoFinanziario>,
    /// Pareri e passaggi.
    pub pareri: Vec<Parere>,
    /// Storia delle revisioni.
    pub revisioni: Vec<Revisione>,
    /// Regole messe da parte.
    pub deroghe: Vec<Deroga>,
    /// Titoli, numeri e omissioni.
    pub sottosezioni: Vec<Sottosezione>,
    /// Sottosezioni libere.
    pub sottosezioni_libere: Vec<SottosezioneLibera>,
    /// Allegati.
    pub allegati: Vec<Allegato>,
    /// L'amministrazione.
    pub anagrafica: Anagrafica,
    /// Portatori di interessi.
    pub stakeholder: Vec<Stakeholder>,
    /// Il valore pubblico.
    pub valore_pubblico: ValorePubblico,
    /// Obiettivi generali.
    pub obiettivi_generali: Vec<ObiettivoGenerale>,
    /// Obiettivi specifici.
    pub obiettivi_specifici: Vec<ObiettivoSpecifico>,
    /// Obiettivi di valore pubblico.
    pub obiettivi_vp: Vec<ObiettivoVp>,
    /// Risorse finanziarie.
    pub risorse: Vec<Risorsa>,
    /// Stanziamenti del bilancio di previsione.
    pub stanziamenti: Vec<Stanziamento>,
    /// Piena accessibilità, fisica e digitale.
    pub accessibilita: Vec<AzioneAccessibilita>,
    /// Procedure da semplificare e reingegnerizzare.
    pub procedure: Vec<Procedura>,
    /// Risparmio energetico.
    pub risparmio_energetico: Vec<AzioneEnergia>,
    /// La performance.
    pub performance: Performance,
    /// Obiettivi di performance.
    pub obiettivi_performance: Vec<ObiettivoPerformance>,
    /// Obiettivi del piano precedente.
    pub obiettivi_precedenti: Vec<ObiettivoPrecedente>,
    /// Pari opportunità ed equilibrio di genere.
    pub azioni_positive: Vec<AzionePositiva>,
    /// Prevenzione e trasparenza.
    pub rischi_corruttivi: RischiCorruttivi,
    /// Soggetti e ruoli.
    pub soggetti: Vec<Soggetto>,
    /// Obiettivi strategici di prevenzione e trasparenza.
    pub obiettivi_prevenzione: Vec<ObiettivoPrevenzione>,
    /// Processi e rischi.
    pub processi: Vec<Processo>,
    /// Misure.
    pub misure: Vec<MisuraPrevenzione>,
    /// Monitoraggio delle misure.
    pub controlli_misure: Vec<ControlloMisura>,
    /// Trasparenza: chi trasmette, chi pubblica, entro quando.
    pub obblighi_pubblicazione: Vec<ObbligoPubblicazione>,
    /// La struttura.
    pub struttura: Struttura,
    /// Organigramma.
    pub unita: Vec<Unita>,
    /// Chi svolge le funzioni fondamentali.
    pub funzioni_fondamentali: Vec<FunzioneFondamentale>,
    /// Livelli di responsabilità.
    pub livelli: Vec<LivelloResponsabilita>,
    /// Incarichi dirigenziali e di elevata qualificazione.
    pub incarichi_dirigenziali: Vec<IncaricoDirigenziale>,
    /// Profili di ruolo.
    pub profili_ruolo: Vec<ProfiloRuolo>,
    /// Interventi e azioni programmate.
    pub azioni_organizzative: Vec<AzioneOrganizzativa>,
    /// Il lavoro agile.
    pub lavoro_agile: LavoroAgile,
    /// Obiettivi di sviluppo.
    pub obiettivi_agile: Vec<ObiettivoAgile>,
    /// Stato di attuazione.
    pub stato_agile: Vec<StatoAgile>,
    /// I fabbisogni.
    pub fabbisogni: Fabbisogni,
    /// Consistenza del personale.
    pub consistenza: Vec<Consistenza>,
    /// Dotazione organica.
    pub dotazione: Vec<Dotazione>,
    /// Cessazioni.
    pub cessazioni: Vec<Cessazione>,
    /// Evoluzione dei fabbisogni.
    pub evoluzione: Vec<Evoluzione>,
    /// Trasformazione dell'allocazione delle risorse.
    pub riallocazione: Vec<Riallocazione>,
    /// Strategia di copertura.
    pub assunzioni: Vec<Assunzione>,
    /// Formazione del personale.
    pub formazione: Formazione,
    /// Interventi formativi.
    pub interventi_formativi: Vec<InterventoFormativo>,
    /// Il monitoraggio.
    pub monitoraggio: Monitoraggio,
    /// Strumenti e modalità per ogni sottosezione.
    pub monitoraggio_sottosezioni: Vec<MonitoraggioSottosezione>,
    /// Soddisfazione degli utenti.
    pub soddisfazione_utenti: Vec<Rilevazione>,
    /// Fasi e scadenze.
    pub fasi_monitoraggio: Vec<FaseMonitoraggio>,
    /// Every text, whatever its record: gathered by the schema, not written by anybody.
    #[serde(skip)]
    pub testi: Vec<Testo>,
    /// Every day and year, likewise.
    #[serde(skip)]
    pub tempi: Vec<Tempo>,
}
