//! `piao man`: the pages of the manual, one for each command.

use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::args::{self, Cli};
use super::exit;
use super::output::Console;
use crate::source;

/// Headings that the generator writes in English, and ours.
const HEADINGS: [(&str, &str); 6] = [
    (".SH NAME", ".SH NOME"),
    (".SH SYNOPSIS", ".SH SINTASSI"),
    (".SH DESCRIPTION", ".SH DESCRIZIONE"),
    (".SH OPTIONS", ".SH OPZIONI"),
    (".SH SUBCOMMANDS", ".SH COMANDI"),
    (".SH VERSION", ".SH VERSIONE"),
];

pub(super) fn run(args: &args::Man, output: &Console) -> anyhow::Result<u8> {
    let mut command = Cli::command();
    command.build();
    let Some(out) = &args.out else {
        Console::line(page(command)?.trim_end())?;
        return Ok(exit::FINE);
    };
    let commands: Vec<Command> = command.get_subcommands().cloned().collect();
    for own in commands.into_iter().chain([command]) {
        let name = own.get_display_name().unwrap_or(own.get_name());
        let path = out.join(format!("{name}.1"));
        if let Err(error) = write(&path, &page(own)?) {
            let said = source::io_message(&error);
            let message = format!("non riesco a scrivere {}: {said}", path.display());
            return Ok(output.fail(None, exit::DISK, &message, &[]));
        }
        Console::line(&path.display().to_string())?;
    }
    Ok(exit::FINE)
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    fs::write(path, text)
}

/// The page of a command, without the day on which it is made.
fn page(command: Command) -> anyhow::Result<String> {
    let man = Man::new(command).date("");
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    let text = String::from_utf8(bytes)?;
    let line = |line: &str| {
        let heading = HEADINGS.iter().find(|(english, _)| *english == line.trim_end());
        heading.map_or(line, |(_, italian)| italian).to_owned() + "\n"
    };
    Ok(text.lines().map(line).collect())
}
