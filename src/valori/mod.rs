//! The values of a plan that are more than a number or a word: the tree and the model share them.

pub mod giorno;
mod luogo;
mod misura;

pub use luogo::Luogo;
pub use misura::{Genere, Misura, Qualificatore, parse_number};
