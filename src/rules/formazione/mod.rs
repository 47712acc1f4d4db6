//! Sub-section 3.3, training.

pub(super) mod formazione_sotto_quaranta_ore;
pub(super) mod partecipanti_oltre_dipendenti;
pub(super) mod verifica_non_detta;
