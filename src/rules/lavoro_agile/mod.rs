//! Sub-section 3.2: remote work without harm to presence.

pub(super) mod contratto_superato;
pub(super) mod numeri_agili_impossibili;
pub(super) mod presenza_non_prevalente;
pub(super) mod titolo_agile_cambiato;
