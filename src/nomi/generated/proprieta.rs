//! The properties of an administration.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

use crate::nomi::Proprieta;

/// Piani adottati.
pub const ADOTTATO: Proprieta = Proprieta("adottato");

/// Enti da 5.000 abitanti in su, o dei quali il piano non dice gli abitanti.
pub const ALMENO_5000_ABITANTI: Proprieta = Proprieta("almeno_5000_abitanti");

/// Enti di area vasta.
pub const AREA_VASTA: Proprieta = Proprieta("area_vasta");

/// Stato, Province, Comuni ed enti pubblici non economici, tenuti alle azioni positive.
pub const AZIONI_POSITIVE: Proprieta = Proprieta("azioni_positive");

/// Piani non ancora adottati.
pub const BOZZA: Proprieta = Proprieta("bozza");

/// Enti con la capacità assunzionale a punti organico.
pub const CAPACITA_A_PUNTI_ORGANICO: Proprieta = Proprieta("capacita_a_punti_organico");

/// Enti con la capacità assunzionale fissata da un decreto.
pub const CAPACITA_DA_DECRETO: Proprieta = Proprieta("capacita_da_decreto");

/// Enti con la capacità assunzionale misurata sulle cessazioni.
pub const CAPACITA_PER_CESSAZIONI: Proprieta = Proprieta("capacita_per_cessazioni");

/// Enti con la capacità assunzionale per soglie.
pub const CAPACITA_PER_SOGLIA: Proprieta = Proprieta("capacita_per_soglia");

/// Enti con regole proprie sulla capacità assunzionale.
pub const CAPACITA_PROPRIA: Proprieta = Proprieta("capacita_propria");

/// Enti con il documento unico di programmazione.
pub const DUP: Proprieta = Proprieta("dup");

/// Enti locali.
pub const ENTE_LOCALE: Proprieta = Proprieta("ente_locale");

/// Amministrazioni escluse dal piano.
pub const ESCLUSO: Proprieta = Proprieta("escluso");

/// Enti con le funzioni fondamentali delle Province.
pub const FUNZIONI_FONDAMENTALI: Proprieta = Proprieta("funzioni_fondamentali");

/// Amministrazioni dello Stato, agenzie ed enti pubblici non economici statali.
pub const INVIO_RGS: Proprieta = Proprieta("invio_rgs");

/// Oltre 15.000 abitanti.
pub const OLTRE_15000_ABITANTI: Proprieta = Proprieta("oltre_15000_abitanti");

/// Oltre 200 dipendenti.
pub const OLTRE_200: Proprieta = Proprieta("oltre_200");

/// Oltre 50 dipendenti.
pub const OLTRE_50: Proprieta = Proprieta("oltre_50");

/// Amministrazioni da 50 dipendenti in su.
pub const ORDINARIO: Proprieta = Proprieta("ordinario");

/// Piani pubblicati.
pub const PUBBLICATO: Proprieta = Proprieta("pubblicato");

/// Regioni e Province autonome.
pub const REGIONE: Proprieta = Proprieta("regione");

/// Regioni ed enti locali.
pub const REGIONE_O_ENTE_LOCALE: Proprieta = Proprieta("regione_o_ente_locale");

/// Enti del servizio sanitario.
pub const SANITA: Proprieta = Proprieta("sanita");

/// Enti il cui termine segue quello del bilancio.
pub const SEGUE_BILANCIO: Proprieta = Proprieta("segue_bilancio");

/// Amministrazioni con meno di 50 dipendenti.
pub const SEMPLIFICATO: Proprieta = Proprieta("semplificato");

/// Amministrazioni centrali dello Stato.
pub const STATO: Proprieta = Proprieta("stato");
