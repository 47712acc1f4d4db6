//! The document as it is published: reachable, readable, without personal data.

pub(super) mod dati_non_aperti;
pub(super) mod dati_personali;
pub(super) mod documento_non_accessibile;
pub(super) mod documento_non_digitale;
pub(super) mod file_oltre_i_limiti_del_portale;
pub(super) mod parole_oscure;
pub(super) mod pubblicazione_fuori_posto;
mod sigle;
pub(super) mod versione_discorde;
