//! The values of a plan that are more than a number or a word: the tree and the model share them.

pub mod cella;
mod conteggio;
mod figurato;
pub mod giorno;
mod luogo;
mod media;
mod misura;

pub use conteggio::Conteggio;
pub use figurato::{Fascicolo, Immagine, Misure};
pub use luogo::Luogo;
pub use media::{Media, media_pesata};
pub use misura::{Genere, Misura, Qualificatore, numero_scritto, parse_number};
