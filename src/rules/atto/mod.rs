//! The act: years, regime, organ and day of adoption.

pub(super) mod adozione_tardiva;
pub(super) mod atto_in_giorno_festivo;
pub(super) mod bilancio_dopo_il_piano;
pub(super) mod contenuto_finanziario_estraneo;
pub(super) mod differimento_senza_atto;
pub(super) mod dipendenti_discordi;
pub(super) mod documento_di_altro_triennio;
pub(super) mod organo_non_competente;
pub(super) mod parere_dopo_il_piano;
pub(super) mod piano_non_dovuto;
pub(super) mod regime_non_dovuto;
pub(super) mod regime_non_motivato;
pub(super) mod schema_non_rispettato;
pub(super) mod sezione_senza_traguardi;
pub(super) mod triennio_non_di_tre_anni;
pub(super) mod valutazione_assente;
