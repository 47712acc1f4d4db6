//! Sub-section 3.3: staff of today, capacity, hires.

pub(super) mod anno_senza_cessazioni;
pub(super) mod area_di_altro_contratto;
pub(super) mod assunzioni_oltre_capacita;
pub(super) mod capacita_assunzionale_errata;
pub(super) mod consistenza_a_data_sbagliata;
pub(super) mod consistenza_prevista_discorde;
pub(super) mod dotazione_che_non_torna;
pub(super) mod lavoro_flessibile_oltre_limite;
mod limiti;
pub(super) mod linee_di_indirizzo_superate;
pub(super) mod progressioni_oltre_la_meta;
pub(super) mod quota_riservata_errata;
pub(super) mod riallocazione_che_non_torna;
pub(super) mod risorse_dup_insufficienti;
pub(super) mod spesa_oltre_limite_storico;
pub(super) mod spesa_oltre_soglia;
pub(super) mod totali_consistenza_errati;
