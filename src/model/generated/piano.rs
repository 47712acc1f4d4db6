//! The whole plan.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use serde::Deserialize;

use crate::model::raccolta::{Tempo, Testo};
use crate::model::{
    Allegato, Anagrafica, Assunzione, AttoCitato, AzioneAccessibilita, AzioneEnergia,
    AzioneOrganizzativa, AzionePositiva, Cessazione, Consistenza, ControlloMisura, Deroga,
    DocumentoFinanziario, Dotazione, Evoluzione, Fabbisogni, FaseMonitoraggio, FondoEuropeo,
    Formazione, FunzioneFondamentale, IncaricoDirigenziale, InterventoFormativo, LavoroAgile,
    LivelloResponsabilita, Luogo, MisuraPrevenzione, Monitoraggio, MonitoraggioSottosezione,
    ObbligoPubblicazione, ObiettivoAgile, ObiettivoGenerale, ObiettivoPerformance,
    ObiettivoPrecedente, ObiettivoPrevenzione, ObiettivoSpecifico, ObiettivoVp, Parere,
    Performance, Piao, Procedura, Processo, ProfiloRuolo, Revisione, Riallocazione, Rilevazione,
    RischiCorruttivi, Risorsa, Soggetto, SottosezioneLibera, Stakeholder, Stanziamento, StatoAgile,
    Struttura, Tavola, Unita, ValorePubblico, Variazione,
};

/// Il piano.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Piano {
    /// Where the record is written.
    pub luogo: Luogo,
    /// Dati del piano.
    pub piao: Piao,
    /// Documenti di programmazione finanziaria.
    pub documenti_finanziari: Vec<DocumentoFinanziario>,
    /// Atti citati.
    pub atti_citati: Vec<AttoCitato>,
    /// Pareri e passaggi.
    pub pareri: Vec<Parere>,
    /// Storia delle revisioni.
    pub revisioni: Vec<Revisione>,
    /// Fonti e note delle tavole.
    pub tavole: Vec<Tavola>,
    /// Regole messe da parte.
    pub deroghe: Vec<Deroga>,
    /// Titoli, numeri e omissioni.
    pub sottosezioni: Vec<Variazione>,
    /// Sottosezioni libere.
    pub sottosezioni_libere: Vec<SottosezioneLibera>,
    /// Allegati.
    pub allegati: Vec<Allegato>,
    /// L’amministrazione.
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
    /// Progetti con fondi europei o del PNRR.
    pub fondi_europei: Vec<FondoEuropeo>,
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
    /// Trasformazione dell’allocazione delle risorse.
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
    /// Every address of the web and of the mail, likewise.
    #[serde(skip)]
    pub indirizzi: Vec<Testo>,
    /// Every day and year, likewise.
    #[serde(skip)]
    pub tempi: Vec<Tempo>,
    /// The fields of the top level that say something, likewise.
    #[serde(skip)]
    pub scritti: Vec<String>,
}
