//! Section 1: who the administration is.

pub(super) mod codice_fiscale_errato;
