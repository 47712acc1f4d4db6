//! What the command line says of many plans.

use std::num::NonZero;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::cli::lotto::frazione::Frazione;
use crate::cli::oggi;

/// A plan or more.
#[derive(Debug, Args)]
pub(in crate::cli) struct Plans {
    /// Le cartelle dei piani, o i loro file .toml
    #[arg(
        value_name = "PIANO",
        help_heading = "Argomenti",
        help = "Cartella del piano, o un suo file; «-» legge il piano dallo standard input; anche più d’uno (predefinita: qui)"
    )]
    pub(in crate::cli) plans: Vec<PathBuf>,
}

impl Plans {
    /// The plans that are named, or the one that is here.
    pub(in crate::cli) fn paths(&self) -> Vec<PathBuf> {
        if self.plans.is_empty() { vec![PathBuf::from(".")] } else { self.plans.clone() }
    }
}

/// What there is to say when there are many plans.
#[derive(Debug, Args)]
#[command(next_help_heading = "Molti piani")]
pub(in crate::cli) struct Lotto {
    #[arg(
        long = "plans",
        value_name = "ELENCO",
        help = "Anche i piani di questo elenco, uno per riga o separati da NUL; «-» lo legge dallo standard input"
    )]
    pub(in crate::cli) plans_from: Option<PathBuf>,
    #[arg(
        long,
        value_name = "N",
        help = "Quanti piani alla volta (predefinito: uno per processore)"
    )]
    pub(in crate::cli) jobs: Option<NonZero<usize>>,
    #[arg(
        long,
        value_name = "SECONDI",
        value_parser = clap::value_parser!(u64).range(1..),
        help = "Ferma un piano che non finisce in questo tempo, e va avanti con gli altri"
    )]
    pub(in crate::cli) timeout: Option<u64>,
    #[arg(
        long,
        value_name = "FILE",
        help = "Scrive una riga di JSON per ogni piano che finisce (piao schema --resoconto)"
    )]
    pub(in crate::cli) report: Option<PathBuf>,
    #[arg(
        long,
        requires = "report",
        help = "Riprende il resoconto di un’altra volta: ciò che dice già, e non è cambiato, non si rifà"
    )]
    pub(in crate::cli) resume: bool,
    #[arg(
        long,
        value_name = "I/N",
        help = "Solo la parte I di N, contando da 0: ogni piano è sempre nella stessa parte"
    )]
    pub(in crate::cli) shard: Option<Frazione>,
}

impl Lotto {
    /// Whether the command is about a list, or a share of one, however many plans are in it.
    pub(in crate::cli) fn is_of_many(&self) -> bool {
        self.plans_from.is_some() || self.shard.is_some()
    }

    /// Whether one plan alone is done as one of many.
    pub(in crate::cli) fn is_asked(&self) -> bool {
        self.is_of_many() || self.timeout.is_some() || self.report.is_some()
    }
}

/// `piao report`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct Report {
    #[arg(
        value_name = "RESOCONTO",
        help_heading = "Argomenti",
        required = true,
        help = "I file scritti con «--report»; di un piano che vi è più volte vale l’ultima"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "CARTELLA",
        help = "Dove scrivere quadro.html, quadro.json, piani.csv e regole.csv"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(
        long,
        value_name = "ELENCO",
        help = "Le amministrazioni attese: una tabella CSV con la colonna codice_ipa"
    )]
    pub(in crate::cli) attesi: Option<PathBuf>,
    #[arg(
        long,
        value_name = "DATA",
        value_parser = oggi::read,
        help = "Il giorno in cui si giudica chi è in ritardo (predefinito: oggi)"
    )]
    pub(in crate::cli) oggi: Option<Date>,
}
