//! Indicators, wherever they are.

pub(super) mod codice_indicatore_ripetuto;
pub(super) mod indicatore_senza_partenza;
pub(super) mod traguardo_contro_polarita;
pub(super) mod traguardo_fuori_triennio;
pub(super) mod traguardo_mancante;
