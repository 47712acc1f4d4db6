//! The names that `plan/` gives: fields, closed lists and their rows, properties, acts. Rust says
//! them with these constants and types, so that a name which `plan/` lacks does not compile.

mod chiave;
mod generated;
pub mod scelta;

pub use chiave::{Chiave, Nome, Proprieta};
pub use generated::{atti, campo, elenchi, proprieta, scelte};
