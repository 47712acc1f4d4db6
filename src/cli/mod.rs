//! The edge: arguments in, exit code out. The only module that prints.

mod args;
mod build;
mod check;
mod chiave;
mod completions;
mod destinazioni;
mod explain;
mod flusso;
mod import;
mod init;
mod invariato;
mod italiano;
mod layouts;
mod lotto;
mod man;
mod manifest;
mod oggi;
mod osserva;
mod output;
mod pagina;
mod piani;
mod quadro;
mod riepilogo;
mod rules;
mod sarif;
mod scadenza;
mod scelta;
mod schema;
mod scrittura;
mod status;
mod tavola;
mod terminale;
mod verify;
mod versione;
mod view;

use std::panic;
use std::process::ExitCode;
use std::thread;

use clap::Parser;

use args::{Cli, Command, Format};
use output::Console;

use crate::law::Law;
use crate::rules::RULES;
use crate::source;

/// Exit codes, from the least to the worst.
pub mod exit {
    /// Done.
    pub const FINE: u8 = 0;
    /// The plan has errors.
    pub const PLAN: u8 = 1;
    /// The command line is wrong.
    pub const USAGE: u8 = 2;
    /// A file cannot be read or written.
    pub const DISK: u8 = 3;
    /// A layout is broken.
    pub const LAYOUT: u8 = 4;
    /// A bug of ours.
    pub const BUG: u8 = 70;
    /// Somebody asked to stop.
    pub const INTERRUPTED: u8 = 130;
}

/// Runs the program and gives its exit code.
#[must_use]
pub fn main() -> ExitCode {
    panic::set_hook(Box::new(|info| {
        Console::error(&format!(
            "errore interno di piao: {info}\nIl piano non c’entra. Segnala l’errore con il comando e il testo qui sopra."
        ));
    }));
    let code = panic::catch_unwind(run).unwrap_or(exit::BUG);
    ExitCode::from(code)
}

fn run() -> u8 {
    // The law takes as long to read as a plan: one is read while the other is.
    thread::spawn(|| (Law::embedded(), RULES.len()));
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return italiano::refuse(&error),
    };
    let output = Console::new(&cli.common);
    if output.format == Format::Sarif && !matches!(cli.command, Command::Check(_)) {
        return output.fail(None, exit::USAGE, "«--format sarif» vale solo per «piao check»", &[]);
    }
    if piani::stdin_again(&cli.command) {
        let message = "lo standard input si legge una volta sola: «-» è ripetuto";
        return output.fail(None, exit::USAGE, message, &[]);
    }
    let done = match &cli.command {
        Command::Init(args) => init::run(args, &output),
        Command::Import(args) => import::run(args, &output),
        Command::Check(args) => check::run(args, &output),
        Command::Status(args) => status::run(args, &output),
        Command::Build(args) => build::run(args, &output),
        Command::Watch(args) => osserva::watch(args, &output),
        Command::Serve(args) => osserva::serve(args, &output),
        Command::Verify(args) => verify::run(args, &output),
        Command::Report(args) => quadro::run(args, &output),
        Command::Layouts(args) => layouts::run(args, &output),
        Command::Explain(args) => explain::run(args, &output),
        Command::Rules => rules::run(&output),
        Command::Schema(args) => schema::run(args),
        Command::View(args) => view::run(args, &output),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args, &output),
        Command::Help(args) => return help(args.command.as_deref()),
    };
    match done {
        Ok(code) => code,
        Err(error) if output::is_broken_pipe(&error) => exit::FINE,
        Err(error) => {
            let message = match output::cause(&error) {
                Some(cause) => {
                    format!("non riesco a scrivere i risultati: {}", source::io_message(cause))
                }
                None => format!("{error:#}"),
            };
            output.fail(None, exit::DISK, &message, &[])
        }
    }
}

/// The help of a command, or of them all.
fn help(command: Option<&str>) -> u8 {
    let words = ["piao"].into_iter().chain(command).chain(["--help"]);
    Cli::try_parse_from(words).map_or_else(|error| italiano::refuse(&error), |_| exit::FINE)
}
