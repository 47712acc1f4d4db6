//! `piao init`.

use super::args::Init;
use super::exit;
use super::output::Output;
use crate::law::Law;
use crate::source::io_message;
use crate::{scaffold, write};

pub(super) fn run(args: &Init, _: &Output) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let Some(ente) = law.enti.get(&args.tipo) else {
        let known: Vec<&str> = law.enti.keys().map(String::as_str).collect();
        Output::error(&format!("errore: il tipo «{}» non esiste", args.tipo));
        Output::error(&format!("tipi ammessi: {}", known.join(", ")));
        return Ok(exit::USAGE);
    };
    if !write::is_empty(&args.folder) {
        let folder = args.folder.display();
        Output::error(&format!("errore: {folder} non è vuota: «piao init» non sovrascrive nulla"));
        return Ok(exit::DISK);
    }
    let files = scaffold::files(&law, ente, args.dipendenti, args.anno);
    let bytes = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    if let Err(error) = write::all(bytes, &args.folder) {
        let cause = io_message(&error.cause);
        Output::error(&format!("errore: non riesco a scrivere {}: {cause}", error.path.display()));
        return Ok(exit::DISK);
    }
    for (name, _) in &files {
        Output::line(&args.folder.join(name).display().to_string())?;
    }
    Output::error(&format!("ora: piao check {}", args.folder.display()));
    Ok(exit::FINE)
}
