//! Sub-section 2.3, transparency: who sends and who publishes what.

pub(super) mod pubblicazione_senza_responsabile;
pub(super) mod schema_di_pubblicazione_taciuto;
pub(super) mod schemi_ulteriori_non_seguiti;
pub(super) mod sezione_della_trasparenza_taciuta;
pub(super) mod trasparenza_a_meta;
pub(super) mod ufficio_della_trasparenza_inesistente;
