//! `piao rules`.

use super::args::Format;
use super::exit;
use super::flusso::Evento;
use super::output::Console;
use crate::catalogo;
use crate::law::Law;
use crate::norma::Stato;

pub(super) fn run(output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    for entry in catalogo::all(law) {
        if output.format == Format::Json {
            Console::event(Evento::Regola(&entry))?;
            continue;
        }
        let (weight, stato) = (entry.gravita.name(), entry.stato.map_or("–", Stato::parola));
        let head = format!("{:8} {weight:9} {stato:9} ", entry.codice);
        output.hanging(&head, &entry.chiede)?;
    }
    Ok(exit::FINE)
}
