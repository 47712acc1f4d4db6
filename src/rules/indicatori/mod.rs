//! Indicators, wherever they are.

pub(super) mod codice_indicatore_ripetuto;
pub(super) mod indicatore_senza_partenza;
pub(super) mod nome_indicatore_ripetuto;
pub(super) mod partenza_dopo_il_traguardo;
pub(super) mod tipo_fuori_posto;
pub(super) mod traguardo_contro_polarita;
pub(super) mod traguardo_fuori_triennio;
pub(super) mod traguardo_mancante;
pub(super) mod valore_fuori_scala;
