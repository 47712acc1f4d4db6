//! What the command line says of a plan that is about to be written.

use std::path::PathBuf;

use clap::Args;

/// `piao init`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Init {
    #[arg(
        value_name = "CARTELLA",
        help_heading = "Argomenti",
        default_value = "piao",
        hide_default_value = true,
        help = "Dove scrivere il piano (predefinita: piao)"
    )]
    pub(in crate::cli) folder: PathBuf,
    #[arg(
        long,
        value_name = "TIPO",
        default_value = "comune",
        hide_default_value = true,
        help = "Tipo di amministrazione, per esempio comune (predefinito) o provincia"
    )]
    pub(in crate::cli) tipo: String,
    #[arg(
        long,
        value_name = "N",
        help = "Dipendenti in servizio al 31 dicembre: sotto 50 il piano è semplificato"
    )]
    pub(in crate::cli) dipendenti: Option<u32>,
    #[arg(long, value_name = "ANNO", help = "Primo anno del triennio", value_parser = clap::value_parser!(i16).range(2022..=2200), default_value = "2027", hide_default_value = true)]
    pub(in crate::cli) anno: i16,
}

/// `piao import`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Import {
    #[arg(
        value_name = "FILE",
        help_heading = "Argomenti",
        required_unless_present = "from",
        help = "Documenti DOCX, fogli XLSX e ODS, tabelle CSV, testi Markdown"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "PIANO",
        conflicts_with = "files",
        help = "Il piano dell’anno scorso: ne viene quello dell’anno dopo"
    )]
    pub(in crate::cli) from: Option<PathBuf>,
    #[arg(
        long,
        value_name = "CARTELLA",
        help = "Dove scrivere il piano: una cartella nuova, o vuota"
    )]
    pub(in crate::cli) out: PathBuf,
    #[arg(
        long,
        value_name = "TIPO",
        default_value = "comune",
        hide_default_value = true,
        help = "Tipo di amministrazione (predefinito: quello che i file dicono, o comune)"
    )]
    pub(in crate::cli) tipo: String,
    #[arg(
        long,
        value_name = "N",
        conflicts_with = "from",
        help = "Dipendenti in servizio al 31 dicembre: sotto 50 il piano è semplificato"
    )]
    pub(in crate::cli) dipendenti: Option<u32>,
    #[arg(
        long,
        value_name = "ANNO",
        conflicts_with = "from",
        help = "Primo anno del triennio (predefinito: quello che i file dicono)",
        value_parser = clap::value_parser!(i16).range(2022..=2200)
    )]
    pub(in crate::cli) anno: Option<i16>,
}
