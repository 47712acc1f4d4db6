//! Codes and references, between any two parts of the plan.

pub(super) mod codice_ripetuto;
pub(super) mod programma_di_altra_missione;
pub(super) mod rinvio_a_nulla;
