//! Sub-section 3.3, training.

pub(super) mod formazione_sotto_quaranta_ore;
