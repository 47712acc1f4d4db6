//! What Rust names of `plan/`, as constants: what is not there does not compile.

pub mod atti;
pub mod elenchi;
pub mod proprieta;
