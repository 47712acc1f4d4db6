//! Sub-section 2.3: processes, risks, measures.

pub(super) mod area_di_legge_scoperta;
pub(super) mod misura_incompleta;
pub(super) mod processo_senza_area;
pub(super) mod processo_senza_unita;
pub(super) mod rischio_senza_misura;
