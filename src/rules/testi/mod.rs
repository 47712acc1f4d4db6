//! What the prose says, wherever it is written.

pub(super) mod norma_abrogata;
pub(super) mod piano_assorbito;
pub(super) mod premessa_senza_decreto;
pub(super) mod segnaposto;
pub(super) mod testo_troppo_lungo;
