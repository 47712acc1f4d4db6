//! What `plan/` says of a plan, as types.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

mod anagrafica;
mod fabbisogni;
mod lavoro_agile;
mod monitoraggio;
mod performance;
mod piano;
mod piao;
mod rischi_corruttivi;
mod struttura_organizzativa;
mod valore_pubblico;

pub use anagrafica::*;
pub use fabbisogni::*;
pub use lavoro_agile::*;
pub use monitoraggio::*;
pub use performance::*;
pub use piano::*;
pub use piao::*;
pub use rischi_corruttivi::*;
pub use struttura_organizzativa::*;
pub use valore_pubblico::*;
