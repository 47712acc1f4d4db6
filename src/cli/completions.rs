//! `piao completions`.

use clap::CommandFactory;

use super::args::{Cli, Completions};
use super::exit;
use super::output::Console;

pub(super) fn run(args: &Completions) -> anyhow::Result<u8> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "piao", &mut bytes);
    Console::line(String::from_utf8(bytes)?.trim_end())?;
    Ok(exit::FINE)
}
