//! `piao layouts`.

use super::args::{Format, Layouts};
use super::exit;
use super::flusso::{self, Evento};
use super::output::Console;
use crate::render::Layout;
use crate::{caratteri, write};

/// What the files are, for whoever asks in JSON.
const WHAT: &str = "layout";

pub(super) fn run(args: &Layouts, output: &Console) -> anyhow::Result<u8> {
    let layout = Layout::embedded();
    // Nobody may put another in the place of what texts are measured with.
    let names = Layout::names().filter(|name| !caratteri::is_measured(name));
    let files: Vec<(&str, &[u8])> =
        names.filter_map(|name| Some((name, layout.get(name)?))).collect();
    let Some(folder) = &args.copy else {
        for (name, bytes) in &files {
            if output.format == Format::Json {
                let file = flusso::File::new("", name.as_ref(), WHAT, false, bytes);
                Console::event(Evento::Layout(file))?;
            } else {
                Console::line(name)?;
            }
        }
        return Ok(exit::FINE);
    };
    let name = folder.display().to_string();
    if !write::is_empty(folder) {
        let message = format!("{name} non è vuota: «piao layouts» non sovrascrive nulla");
        return Ok(output.fail(None, exit::DISK, &message, &[]));
    }
    if let Err(error) = write::all(files.iter().copied(), folder) {
        return Ok(output.unwritten(None, &error));
    }
    for (file, bytes) in &files {
        let path = folder.join(file);
        if output.format == Format::Json {
            Console::event(Evento::File(flusso::File::new("", &path, WHAT, false, bytes)))?;
        } else {
            Console::line(&path.display().to_string())?;
        }
    }
    if output.format != Format::Json {
        output.closing("tieni in «layouts», nella cartella del piano, solo i file che cambi");
    }
    Ok(exit::FINE)
}
