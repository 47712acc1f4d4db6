//! The act: years, regime, organ and day of adoption.

pub(super) mod adozione_tardiva;
pub(super) mod dipendenti_discordi;
pub(super) mod organo_non_competente;
pub(super) mod regime_non_dovuto;
pub(super) mod triennio_non_di_tre_anni;
