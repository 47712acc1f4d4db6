//! Codes and references, between any two parts of the plan.

pub(super) mod accessibilita_senza_obiettivo;
pub(super) mod catena_del_rischio_interrotta;
pub(super) mod codice_ripetuto;
mod conteggi;
pub(super) mod lavoro_agile_isolato;
pub(super) mod procedura_isolata;
pub(super) mod profili_oltre_i_dipendenti;
pub(super) mod programma_di_altra_missione;
pub(super) mod rinvio_a_nulla;
pub(super) mod risorse_oltre_il_bilancio;
pub(super) mod strategia_senza_obiettivi;
pub(super) mod ufficio_fuori_organigramma;
