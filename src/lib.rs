//! `piao`, the document compiler of the Italian PIAO.
//!
//! A plan is read once, checked once, turned into one document, and that document is drawn:
//!
//! ```
//! use piao::{Law, Layout, Plan};
//!
//! let plan = Plan::from_texts(&[("piao.toml", "[piao]\ntriennio = { inizio = 2027, fine = 2030 }")]);
//! let checked = plan.check(Law::embedded());
//! let wrong = checked.findings.iter().find(|finding| finding.code == "GEN-001");
//! assert_eq!(wrong.map(|finding| finding.norma[0].testo.as_str()), Some("D.L. 80/2021, art. 6, c. 2"));
//!
//! let draft = checked.document(true);
//! let files = draft.outputs(&Layout::embedded(), &piao::outputs(&["file"])?)?;
//! assert_eq!(files[0].path, "piao-2027-2030.html");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`build`](fn@build) does all of this for one plan as `piao build` does it, and returns what came of it. A
//! [`Law`] of one's own may stand in the place of the embedded one, a [`Layout`] may have files of
//! one's own, an [`Output`] may be one's own too.
//!
//! Between reading and writing nothing knows the time, the locale, the machine or the network:
//! the same source gives the same bytes.

pub mod diag;
pub mod law;
pub mod norma;
pub mod record;
pub mod valori;

mod build;
mod deroghe;
mod impronta;
mod plan;
mod suggest;

// Not the library: what its own command line and tests look into.
#[doc(hidden)]
pub mod caratteri;
#[doc(hidden)]
pub mod catalogo;
#[doc(hidden)]
pub mod catena;
#[doc(hidden)]
pub mod cause;
#[doc(hidden)]
pub mod cifre;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod fascicoli;
#[doc(hidden)]
pub mod figure;
#[doc(hidden)]
pub mod fogli;
#[doc(hidden)]
pub mod immagini;
pub mod import;
#[doc(hidden)]
pub mod legami;
#[doc(hidden)]
pub mod markdown;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod nomi;
#[doc(hidden)]
pub mod organico;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod riscontro;
#[doc(hidden)]
pub mod rules;
#[doc(hidden)]
pub mod scaffold;
#[doc(hidden)]
pub mod schema;
#[doc(hidden)]
pub mod schema_json;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod syntax;
#[cfg(feature = "pdf")]
#[doc(hidden)]
pub mod verify;
#[doc(hidden)]
pub mod view;
#[doc(hidden)]
pub mod write;

pub use build::{Bug, Build, Order, Outcome, Refusal, Step, Tolerance, build};
pub use law::{Law, LawError};
pub use plan::{Carta, Checked, Edition, Plan};
pub use render::{
    Archivio, Artifact, Kind, Layout, LayoutError, Limiti, OUTPUTS, Output, OutputError, Sorgente,
    Work, outputs,
};
pub use source::{Source, SourceError, Span};
pub use view::document::Documento;
