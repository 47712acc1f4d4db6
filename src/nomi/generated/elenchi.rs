//! The closed lists whose rows Rust does not name.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

/// Sezioni di Amministrazione trasparente.
pub const AMMINISTRAZIONE_TRASPARENTE: &str = "amministrazione_trasparente";

/// Aree di rischio.
pub const AREE_RISCHIO: &str = "aree_rischio";

/// Domini del benessere equo e sostenibile.
pub const BES: &str = "bes";

/// Comparti di contrattazione.
pub const COMPARTI: &str = "comparti";

/// Contratti collettivi in vigore.
pub const CONTRATTI_COLLETTIVI: &str = "contratti_collettivi";

/// Tipi di amministrazione.
pub const ENTI: &str = "enti";

/// Missioni del bilancio armonizzato.
pub const MISSIONI: &str = "missioni";

/// Programmi del bilancio armonizzato.
pub const PROGRAMMI: &str = "programmi";

/// Obiettivi di sviluppo sostenibile.
pub const SDG: &str = "sdg";

/// Sezioni e sottosezioni del piano-tipo.
pub const SOTTOSEZIONI: &str = "sottosezioni";

/// Tavole del piano.
pub const TAVOLE: &str = "tavole";
