//! What the command line says of a PDF, and of the layouts.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::render;

/// For which archives a PDF is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Archivio {
    /// PDF/A-3a.
    #[value(name = "a-3a")]
    A3a,
    /// PDF/A-2a.
    #[value(name = "a-2a")]
    A2a,
}

impl From<Archivio> for render::Archivio {
    fn from(archivio: Archivio) -> Self {
        match archivio {
            Archivio::A3a => Self::A3a,
            Archivio::A2a => Self::A2a,
        }
    }
}

/// `piao verify`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Verify {
    #[arg(value_name = "FILE", help_heading = "Argomenti", help = "Il PDF")]
    pub(in crate::cli) file: PathBuf,
    #[arg(
        value_name = "PIANO",
        help_heading = "Argomenti",
        help = "La cartella del piano dal quale il PDF dovrebbe venire"
    )]
    pub(in crate::cli) plan: Option<PathBuf>,
    #[arg(long, help = "Ricompila la sorgente allegata, o il piano, e confronta i byte")]
    pub(in crate::cli) rebuild: bool,
    #[arg(
        long,
        value_name = "IMPRONTA",
        help = "L’impronta SHA-256 scritta nell’atto di adozione"
    )]
    pub(in crate::cli) sha256: Option<String>,
}

/// `piao layouts`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Layouts {
    #[arg(
        long,
        value_name = "CARTELLA",
        help = "Scrive qui tutti i layout che si possono cambiare"
    )]
    pub(in crate::cli) copy: Option<PathBuf>,
}
