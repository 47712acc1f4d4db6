//! `piao rules`.

use super::args::Format;
use super::exit;
use super::flusso::Evento;
use super::output::Console;
use crate::catalogo::{self, Riscontro};
use crate::law::Law;

pub(super) fn run(output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    for entry in catalogo::all(law) {
        if output.format == Format::Json {
            Console::event(Evento::Regola(&entry))?;
            continue;
        }
        let (weight, seen) = (entry.gravita.name(), entry.riscontro.map_or("–", Riscontro::parola));
        let head = format!("{:8} {weight:9} {seen:9} ", entry.codice);
        output.hanging(&head, &entry.chiede)?;
    }
    Ok(exit::FINE)
}
