//! What a build depends on, as one hash: the program with the law and the layouts that it carries,
//! what was asked of it, every byte of the plan and of its own layouts. Where it is the one that a
//! manifest says, and the outputs are still those, there is nothing to do.

use std::fs;
use std::path::Path;

use super::args::Format;
use super::exit;
use super::flusso::{Chiusura, Evento, File};
use super::manifest::{self, Fatto};
use super::output::Console;
use super::piani;
use crate::Plan;
use crate::diag::Tally;
use crate::impronta;
use crate::source::{self, Source, SourceError};

/// The program: its own sources, the law, the layouts and what it is built with, as hashed when it
/// was compiled.
const PROGRAMMA: &str = env!("PIAO_IMPRONTA");

/// The hash of a plan and of what is asked of it.
pub(super) fn of(source: &Source, layouts: &[(String, Vec<u8>)], richiesta: &[String]) -> String {
    let kinds: Vec<String> =
        source.files.iter().map(|file| format!("{:?} {:?}", file.refused, file.codifica)).collect();
    let asked = richiesta.iter().map(|asked| ("", asked.as_bytes()));
    let kinds = kinds.iter().map(|kind| ("", kind.as_bytes()));
    let files = source.files.iter().map(|file| (file.name.as_str(), file.bytes()));
    let layouts = layouts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let program = [("", PROGRAMMA.as_bytes())].into_iter();
    impronta::of_source(program.chain(asked).chain(kinds).chain(files).chain(layouts))
}

/// The hash of the plan at a path, which is read for this alone.
pub(super) fn at(path: &Path, richiesta: &[String]) -> Result<String, SourceError> {
    let path = piani::place(path);
    Ok(of(&Plan::read(&path)?.source, &source::layouts(&path)?, richiesta))
}

/// What an earlier build left in a folder, when it is what this one would make.
pub(super) fn done(folder: &Path, impronta: &str) -> Option<Fatto> {
    manifest::read(folder).filter(|fatto| fatto.impronta == impronta && fatto.is_whole(folder))
}

/// Says of a plan that is left as it stands what it would say of one that is built.
pub(super) fn tell(piano: &str, out: &Path, fatto: &Fatto, output: &Console) -> anyhow::Result<()> {
    let tally = fatto.rilievi;
    let message =
        format!("{piano}: niente è cambiato, le uscite sono già quelle; {}", tally.sentence());
    if output.format == Format::Json {
        output.remark(Some(piano), &message)?;
        for file in &fatto.file {
            Console::event(Evento::File(File::known(piano, out, file)))?;
        }
        let manifest = fs::read(out.join(manifest::NAME)).unwrap_or_default();
        let path = out.join(manifest::NAME);
        Console::event(Evento::File(File::new(piano, &path, "manifesto", false, &manifest)))?;
        let (esito, nascosti) = (exit::FINE, tally.all());
        let rilievi = Tally::default();
        Console::event(Evento::Esito(Chiusura {
            piano,
            esito,
            rilievi,
            nascosti,
            riepilogo: None,
        }))?;
        return Ok(());
    }
    for file in fatto.file.iter().filter(|file| file.apre) {
        Console::line(&out.join(&file.percorso).display().to_string())?;
    }
    output.closing(&message);
    Ok(())
}
