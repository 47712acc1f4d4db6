//! Sub-section 3.1: the tree of units and those who work in them.

pub(super) mod ampiezza_media_errata;
pub(super) mod dipendenti_delle_unita_discordi;
pub(super) mod organigramma_senza_testo;
pub(super) mod organigramma_spezzato;
pub(super) mod unita_inesistente;
