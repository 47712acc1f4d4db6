//! Sub-section 3.2: remote work without harm to presence.

pub(super) mod presenza_non_prevalente;
