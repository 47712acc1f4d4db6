//! Sub-section 2.2: objectives, who answers for them, by when, how they are measured.

pub(super) mod codice_obiettivo_ripetuto;
pub(super) mod fasi_fuori_tempo;
pub(super) mod obiettivo_individuale_isolato;
pub(super) mod obiettivo_senza_indicatore;
pub(super) mod obiettivo_senza_responsabile;
pub(super) mod obiettivo_senza_strategia;
pub(super) mod pesi_indicatori_non_a_cento;
pub(super) mod scadenza_fuori_triennio;
