//! `piao rules`.

use super::args::Format;
use super::exit;
use super::output::Console;
use crate::catalogo;
use crate::law::Law;
use crate::norma::Stato;

pub(super) fn run(output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    for entry in catalogo::all(law) {
        let line = match output.format {
            Format::Json => serde_json::to_string(&entry)?,
            Format::Human | Format::Short | Format::Sarif => {
                let stato = entry.stato.map_or("–", Stato::parola);
                let weight = entry.gravita.name();
                format!("{:8} {weight:9} {stato:9} {}", entry.codice, entry.chiede)
            }
        };
        Console::line(&line)?;
    }
    Ok(exit::FINE)
}
