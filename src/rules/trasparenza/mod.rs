//! Sub-section 2.3, transparency: who sends and who publishes what.

pub(super) mod pubblicazione_senza_responsabile;
