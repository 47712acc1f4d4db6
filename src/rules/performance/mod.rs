//! Sub-section 2.2: objectives, who answers for them, by when, how they are measured.

pub(super) mod centro_senza_obiettivo;
pub(super) mod codice_obiettivo_ripetuto;
pub(super) mod dirigente_senza_formazione;
pub(super) mod fasi_fuori_tempo;
pub(super) mod indicatori_troppi;
pub(super) mod obiettivo_copiato;
pub(super) mod obiettivo_di_integrita_isolato;
pub(super) mod obiettivo_individuale_isolato;
pub(super) mod obiettivo_senza_confronto;
pub(super) mod obiettivo_senza_indicatore;
pub(super) mod obiettivo_senza_responsabile;
pub(super) mod obiettivo_senza_risorse;
pub(super) mod obiettivo_senza_strategia;
pub(super) mod pagamenti_senza_ritardo_annuale;
pub(super) mod pesi_indicatori_non_a_cento;
pub(super) mod pesi_obiettivi_non_a_cento;
pub(super) mod peso_dei_pagamenti_scarso;
pub(super) mod scadenza_fuori_triennio;
pub(super) mod solo_indicatori_di_adempimento;
