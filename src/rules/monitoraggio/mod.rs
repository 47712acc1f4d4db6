//! Section 4: how the rest of the plan is watched.

pub(super) mod anno_senza_monitoraggio;
pub(super) mod relazione_dopo_giugno;
pub(super) mod sottosezione_senza_monitoraggio;
pub(super) mod ufficio_associato_non_detto;
