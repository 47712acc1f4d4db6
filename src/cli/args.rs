//! The command line, as clap reads it.

mod compila;
mod molti;
mod nuovi;
mod pdf;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::{oggi, versione};
pub(super) use compila::{Build, Serve, Watch};
pub(super) use molti::{Lotto, Plans, Report};
pub(super) use nuovi::{Import, Init};
pub(super) use pdf::{Archivio, Layouts, Verify};

/// How the help of every command is laid out.
const TEMPLATE: &str = "\
{about}

Uso: {usage}

{all-args}{after-help}";

/// `piao`.
#[derive(Debug, Parser)]
#[command(
    name = "piao",
    about = versione::ABOUT,
    long_about = None,
    version = versione::testo(),
    help_template = TEMPLATE,
    subcommand_help_heading = "Comandi",
    next_help_heading = "Opzioni",
    override_usage = "piao [OPZIONI] <COMANDO>",
    subcommand_value_name = "COMANDO",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    max_term_width = 90,
    after_help = "Codici di uscita: 0 fatto; 1 il piano ha errori; 2 comando sbagliato; \
                  3 file che non si legge o non si scrive; 4 layout guasto; 70 errore di piao; \
                  130 interrotto."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// Come si scrivono i risultati.
    #[arg(
        long,
        global = true,
        value_name = "FORMATO",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Come si scrivono i risultati: human (predefinito), short, json, sarif"
    )]
    pub(super) format: Format,
    /// Quando usare i colori.
    #[arg(
        long,
        global = true,
        value_name = "QUANDO",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Quando usare i colori: auto (predefinito), always, never"
    )]
    pub(super) color: Color,
    /// Lascia solo i risultati e gli errori.
    #[arg(
        short = 'q',
        long,
        global = true,
        help = "Lascia solo i risultati e gli errori: né riepiloghi né avvertenze"
    )]
    pub(super) quiet: bool,
    /// Mostra questo aiuto.
    #[arg(short = 'h', long = "help", global = true, action = clap::ArgAction::Help, help = "Mostra questo aiuto")]
    help: Option<bool>,
    /// Mostra la versione.
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version, help = "Mostra la versione")]
    version: Option<bool>,
}

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For a person at a terminal.
    Human,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
    /// One SARIF log; only for `check`.
    Sarif,
}

/// The least weight of the findings shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Weight {
    /// All of them.
    Consiglio,
    /// Warnings and errors.
    Avviso,
    /// Errors.
    Errore,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What `piao` does.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Scrive un piano da cui cominciare
    #[command(visible_aliases = ["inizia", "new"], help_template = TEMPLATE, override_usage = "piao init [OPZIONI] [CARTELLA]")]
    Init(Init),
    /// Scrive un piano dai documenti e dai fogli di un ufficio, o da quello dell’anno scorso
    #[command(
        visible_alias = "importa",
        help_template = TEMPLATE,
        override_usage = "piao import [OPZIONI] --out <CARTELLA> <FILE>...\n     piao import [OPZIONI] --out <CARTELLA> --from <PIANO>"
    )]
    Import(Import),
    /// Controlla il piano e dice che cosa manca, con l’articolo che lo chiede
    #[command(visible_alias = "verifica", help_template = TEMPLATE, override_usage = "piao check [OPZIONI] [PIANO]...")]
    Check(Check),
    /// Dice chi deve ancora che cosa, sottosezione per sottosezione e ufficio per ufficio
    #[command(visible_alias = "stato", help_template = TEMPLATE, override_usage = "piao status [OPZIONI] [PIANO]...")]
    Status(Status),
    /// Scrive ciò che si pubblica
    #[command(about = versione::BUILD, visible_alias = "compila", help_template = TEMPLATE, override_usage = "piao build [OPZIONI] [PIANO]...")]
    Build(Build),
    /// Scrive ciò che si pubblica, e lo riscrive a ogni modifica del piano
    #[command(visible_alias = "osserva", help_template = TEMPLATE, override_usage = "piao watch [OPZIONI] [PIANO]")]
    Watch(Watch),
    /// Mostra il sito in un navigatore, e lo rifà a ogni modifica del piano
    #[command(visible_alias = "mostra", help_template = TEMPLATE, override_usage = "piao serve [OPZIONI] [PIANO]")]
    Serve(Serve),
    /// Dice se un PDF è di piao, di quale piano, e se è ancora com’era
    #[command(
        visible_aliases = ["riscontra", "collauda"],
        help_template = TEMPLATE,
        override_usage = "piao verify [OPZIONI] <FILE> [PIANO]",
        after_help = "Codici di uscita: 0 intatto; 1 cambiato, diverso o non di piao; 3 file che non si legge."
    )]
    Verify(Verify),
    /// Riunisce i resoconti di molti piani in un quadro solo
    #[command(visible_alias = "quadro", help_template = TEMPLATE, override_usage = "piao report [OPZIONI] <RESOCONTO>...")]
    Report(Report),
    /// Elenca i layout, o li copia per cambiarli
    #[command(
        visible_alias = "aspetto",
        help_template = TEMPLATE,
        override_usage = "piao layouts [OPZIONI]"
    )]
    Layouts(Layouts),
    /// Spiega una regola: che cosa chiede, perché, con un esempio
    #[command(visible_alias = "spiega", help_template = TEMPLATE, override_usage = "piao explain [OPZIONI] <REGOLA>")]
    Explain(Explain),
    /// Elenca le regole
    #[command(visible_alias = "regole", help_template = TEMPLATE, override_usage = "piao rules [OPZIONI]")]
    Rules,
    /// Scrive lo schema JSON con cui gli editor completano e spiegano un piano
    #[command(
        visible_alias = "schema-json",
        help_template = TEMPLATE,
        override_usage = "piao schema [OPZIONI]"
    )]
    Schema(Schema),
    /// Scrive in JSON il documento che i layout ricevono
    #[command(visible_alias = "vista", help_template = TEMPLATE, override_usage = "piao view [OPZIONI] [PIANO]...")]
    View(View),
    /// Scrive i completamenti per la shell
    #[command(visible_alias = "completamenti", help_template = TEMPLATE, override_usage = "piao completions [OPZIONI] <SHELL>")]
    Completions(Completions),
    /// Scrive le pagine del manuale
    #[command(visible_alias = "manuale", help_template = TEMPLATE, override_usage = "piao man [OPZIONI]")]
    Man(Man),
    /// Mostra l’aiuto di un comando
    #[command(visible_alias = "aiuto", help_template = TEMPLATE, override_usage = "piao help [COMANDO]")]
    Help(Help),
}

/// `piao check`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) plans: Plans,
    #[command(flatten)]
    pub(super) lotto: Lotto,
    #[arg(long, help = "Gli avvisi valgono come errori")]
    pub(super) strict: bool,
    #[arg(
        long,
        value_name = "REGOLE",
        value_delimiter = ',',
        help = "Solo queste regole o aree, per esempio PER-012,FAB"
    )]
    pub(super) only: Vec<String>,
    #[arg(
        long,
        value_name = "GRAVITÀ",
        hide_possible_values = true,
        help = "Solo da questa gravità in su: consiglio, avviso, errore"
    )]
    pub(super) severity: Option<Weight>,
    #[arg(
        long,
        value_name = "NUMERI",
        value_delimiter = ',',
        help = "Solo queste sottosezioni, per esempio 2.2,2.3; «atto» per il piano e i suoi atti"
    )]
    pub(super) sottosezione: Vec<String>,
    #[arg(
        long,
        value_name = "CODICI",
        value_delimiter = ',',
        help = "Solo ciò di cui rispondono questi uffici, per codice"
    )]
    pub(super) ufficio: Vec<String>,
    #[arg(long, help = "Ogni rilievo per conto suo, anche quelli che hanno una causa sola")]
    pub(super) tutti: bool,
}

/// `piao status`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Status {
    #[command(flatten)]
    pub(super) plans: Plans,
    #[arg(
        long,
        value_name = "DATA",
        value_parser = oggi::read,
        help = "Il giorno da cui contare, per esempio 2027-01-15 (predefinito: oggi)"
    )]
    pub(super) oggi: Option<Date>,
}

/// `piao explain`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Explain {
    #[arg(
        value_name = "REGOLA",
        help_heading = "Argomenti",
        help = "Codice o nome di una regola (PER-012), o una chiave (obiettivi_performance.fasi)"
    )]
    pub(super) code: String,
}

/// `piao schema`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Schema {
    #[arg(long, help = "Lo schema del documento che «piao view» scrive, e che i layout ricevono")]
    pub(super) documento: bool,
    #[arg(
        long,
        conflicts_with = "documento",
        help = "Lo schema delle righe che «--format json» scrive"
    )]
    pub(super) flusso: bool,
    #[arg(
        long,
        conflicts_with_all = ["documento", "flusso"],
        help = "Lo schema delle righe che «--report» scrive"
    )]
    pub(super) resoconto: bool,
}

/// `piao view`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct View {
    #[command(flatten)]
    pub(super) plans: Plans,
}

/// `piao completions`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Completions {
    #[arg(
        value_name = "SHELL",
        help_heading = "Argomenti",
        hide_possible_values = true,
        help = "bash, zsh, fish, powershell o elvish"
    )]
    pub(super) shell: clap_complete::Shell,
}

/// `piao man`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Man {
    #[arg(
        long,
        value_name = "CARTELLA",
        help = "Dove scrivere una pagina per comando (predefinito: la prima, sullo standard output)"
    )]
    pub(super) out: Option<PathBuf>,
}

/// `piao help`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Help {
    #[arg(
        value_name = "COMANDO",
        help_heading = "Argomenti",
        help = "Il comando; senza, l’aiuto di tutti"
    )]
    pub(super) command: Option<String>,
}
