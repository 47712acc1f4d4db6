//! Sub-section 2.1: what well-being, for whom, by which strategy.

pub(super) mod beneficiari_esclusi;
pub(super) mod benessere_fuori_elenco;
pub(super) mod strategia_senza_indicatore_di_impatto;
pub(super) mod valore_pubblico_assente;
pub(super) mod valore_pubblico_senza_dup;
pub(super) mod valore_pubblico_senza_obiettivi;
pub(super) mod valore_pubblico_senza_risorse;
pub(super) mod valori_pubblici_troppi;
