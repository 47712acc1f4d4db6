//! Sub-section 3.3: staff of today, capacity, hires.

pub(super) mod assunzioni_oltre_capacita;
pub(super) mod consistenza_a_data_sbagliata;
pub(super) mod totali_consistenza_errati;
