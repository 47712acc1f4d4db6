//! The simplified regime, below fifty employees.

pub(super) mod area_semplificata_scoperta;
pub(super) mod conferma_senza_dichiarazioni;
pub(super) mod contenuti_non_dovuti;
pub(super) mod evento_senza_aggiornamento;
pub(super) mod parte_semplificata_omessa;
pub(super) mod piano_oltre_il_triennio;
