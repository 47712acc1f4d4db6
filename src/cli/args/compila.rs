//! What the command line says of a plan that is built, once or whenever it changes.

use std::path::PathBuf;

use clap::Args;

use super::{Archivio, Lotto, Plans};
use crate::cli::versione;

/// `piao build`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(in crate::cli) struct Build {
    #[command(flatten)]
    pub(in crate::cli) plans: Plans,
    #[command(flatten)]
    pub(in crate::cli) lotto: Lotto,
    #[arg(
        long,
        value_name = "CARTELLA",
        help = "Dove scrivere (predefinita: dist nella cartella del piano)"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(
        long,
        value_name = "USCITE",
        value_delimiter = ',',
        help = versione::SOLO
    )]
    pub(in crate::cli) solo: Vec<String>,
    #[arg(
        long,
        value_name = "ARCHIVIO",
        default_value = "a-3a",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Il PDF: a-3a (predefinito), con la sorgente allegata, o a-2a, senza allegati"
    )]
    pub(in crate::cli) pdf: Archivio,
    #[arg(long, help = "Compila anche un piano con errori, segnato come bozza in ogni pagina")]
    pub(in crate::cli) bozza: bool,
    #[arg(
        long,
        conflicts_with = "bozza",
        help = "Compila un piano adottato o pubblicato con errori, e in fondo ne elenca i rilievi"
    )]
    pub(in crate::cli) con_rilievi: bool,
    #[arg(
        long,
        requires = "con_rilievi",
        help = "Con «--con-rilievi»: il documento non elenca i rilievi"
    )]
    pub(in crate::cli) senza_elenco: bool,
    #[arg(long, help = "Gli avvisi valgono come errori")]
    pub(in crate::cli) strict: bool,
    #[arg(long, help = "Rifà anche le uscite di un piano in cui niente è cambiato")]
    pub(in crate::cli) force: bool,
}

/// `piao watch`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Watch {
    #[arg(
        value_name = "PIANO",
        help_heading = "Argomenti",
        default_value = ".",
        hide_default_value = true,
        help = "Cartella del piano, o un suo file (predefinita: qui)"
    )]
    pub(in crate::cli) plan: PathBuf,
    #[arg(
        long,
        value_name = "CARTELLA",
        help = "Dove scrivere (predefinita: dist nella cartella del piano)"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(long, value_name = "USCITE", value_delimiter = ',', help = versione::SOLO)]
    pub(in crate::cli) solo: Vec<String>,
    #[arg(long, help = "Compila anche un piano con errori, segnato come bozza in ogni pagina")]
    pub(in crate::cli) bozza: bool,
}

/// `piao serve`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Serve {
    #[arg(
        value_name = "PIANO",
        help_heading = "Argomenti",
        default_value = ".",
        hide_default_value = true,
        help = "Cartella del piano, o un suo file (predefinita: qui)"
    )]
    pub(in crate::cli) plan: PathBuf,
    #[arg(
        long,
        value_name = "N",
        default_value = "8027",
        hide_default_value = true,
        help = "Porta di questa macchina (predefinita: 8027); con 0 la sceglie il sistema"
    )]
    pub(in crate::cli) porta: u16,
    #[arg(
        long,
        value_name = "USCITE",
        value_delimiter = ',',
        help = "Che cosa mostrare, per esempio sito,pdf (predefinito: sito)"
    )]
    pub(in crate::cli) solo: Vec<String>,
    #[arg(long, help = "Mostra anche un piano con errori, segnato come bozza in ogni pagina")]
    pub(in crate::cli) bozza: bool,
}
