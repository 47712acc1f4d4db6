//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes what is here anew.

pub mod atti;
pub mod campo;
pub mod elenchi;
pub mod proprieta;
pub mod scelte;
