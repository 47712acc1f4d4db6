//! What clap says, in Italian.

use std::env;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Format;
use super::exit;
use super::output::Console;

/// Prints what clap has to say and gives the exit code.
pub(super) fn refuse(error: &Error) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.to_string();
            return Console::line(text.trim_end()).map_or(exit::DISK, |()| exit::FINE);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Console::error(error.to_string().trim_end());
            return exit::USAGE;
        }
        _ => {}
    }
    let output = Console::bare(format());
    let part = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("il comando «{}» non esiste", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "manca il comando".into(),
        ErrorKind::UnknownArgument => format!("«{argument}» non è un’opzione di questo comando"),
        ErrorKind::InvalidValue if value.is_empty() => format!("«{argument}» vuole un valore"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("«{value}» non è un valore di «{argument}»")
        }
        ErrorKind::MissingRequiredArgument => format!("manca «{argument}»"),
        ErrorKind::ArgumentConflict => format!("«{argument}» è ripetuto o non va con gli altri"),
        _ => "la riga di comando non si capisce".into(),
    };
    let mut helps = Vec::new();
    let near =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .map(part)
            .find(|near| !near.is_empty());
    // clap gives the nearest last.
    if let Some(near) = near.as_deref().and_then(|near| near.rsplit(", ").next()) {
        helps.push(format!("forse intendevi «{near}»"));
    }
    let valid = part(ContextKind::ValidValue);
    if !valid.is_empty() {
        helps.push(format!("valori ammessi: {valid}"));
    }
    helps.push("«piao --help» elenca comandi e opzioni".into());
    output.fail(None, exit::USAGE, &message, &helps)
}

/// The format that a command line asks for, though the rest of it is not understood.
fn format() -> Format {
    let words: Vec<_> = env::args_os().collect();
    let is_json = words.iter().any(|word| word == "--format=json")
        || words.windows(2).any(|pair| pair[0] == "--format" && pair[1] == "json");
    if is_json { Format::Json } else { Format::Human }
}
