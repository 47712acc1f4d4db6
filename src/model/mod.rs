//! The plan, typed: what the administration answers, in the decree's own nouns.
//!
//! The model knows nothing of files, findings or law. A record carries a [`Luogo`], its
//! number, so that a rule can point at it. Records are made of `plan/`, in `generated/`; what can
//! be asked of them is written by hand.

mod capacita;
mod cerca;
mod generated;
pub mod raccolta;

pub use cerca::Misurazione;
pub use generated::*;

pub use crate::nomi::{Chiave, campo, scelta, scelte};
pub use crate::valori::{Conteggio, Genere, Luogo, Misura, Qualificatore};
