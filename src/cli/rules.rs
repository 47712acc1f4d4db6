//! `piao rules`.

use super::args::Format;
use super::exit;
use super::output::Console;
use crate::catalogo;
use crate::law::Law;

pub(super) fn run(output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    for entry in catalogo::all(law) {
        let line = match output.format {
            Format::Json => serde_json::to_string(&entry)?,
            Format::Human | Format::Short | Format::Sarif => {
                format!("{:8} {:9} {}", entry.codice, entry.gravita.name(), entry.chiede)
            }
        };
        Console::line(&line)?;
    }
    Ok(exit::FINE)
}
