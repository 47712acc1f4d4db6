//! `piao explain`.

use super::args::{Explain, Format};
use super::exit;
use super::output::Console;
use crate::catalogo::{self, Regola};
use crate::deroghe;
use crate::law::Law;
use crate::suggest;
use crate::view::formato;

pub(super) fn run(args: &Explain, output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let wanted = args.code.to_uppercase();
    let entries = catalogo::all(law);
    let Some(entry) = entries.iter().find(|entry| entry.codice == wanted) else {
        Console::error(&format!("errore: la regola «{}» non esiste", args.code));
        let codes = entries.iter().map(|entry| entry.codice.as_str());
        match suggest::nearest(&wanted, codes) {
            Some(near) => {
                Console::error(&format!("forse intendevi «{near}»; «piao rules» le elenca tutte"));
            }
            None => Console::error("«piao rules» le elenca tutte"),
        }
        return Ok(exit::USAGE);
    };
    match output.format {
        Format::Json => Console::line(&serde_json::to_string(entry)?)?,
        Format::Human | Format::Short | Format::Sarif => print(entry)?,
    }
    Ok(exit::FINE)
}

fn print(entry: &Regola) -> anyhow::Result<()> {
    Console::line(&format!("{} ({})", entry.codice, entry.gravita.name()))?;
    Console::line(&format!("{}\n", entry.chiede))?;
    if !entry.pagina.is_empty() {
        Console::line(&format!("{}\n", entry.pagina.trim_end()))?;
    }
    for doveri in &entry.doveri {
        let when = validity(doveri.dal.as_deref(), doveri.al.as_deref());
        let when = when.map(|when| format!(" ({when})")).unwrap_or_default();
        Console::line(&format!("- «{}»: {}{when}", doveri.campo, doveri.manca))?;
    }
    if !entry.doveri.is_empty() {
        Console::line("")?;
    }
    Console::line(&format!("Per chi: {}", entry.per))?;
    if let Some(when) = validity(entry.dal.as_deref(), entry.al.as_deref()) {
        Console::line(&format!("Quando: piani {when}"))?;
    }
    for fonte in &entry.fonti {
        let link = fonte.indirizzo.as_deref().map(|url| format!("\n       {url}"));
        let read = fonte.lettura.as_ref().map(|read| format!("\n       {}", read.parole()));
        let (read, link) = (read.unwrap_or_default(), link.unwrap_or_default());
        Console::line(&format!("Fonte: {}{read}{link}", fonte.testo))?;
    }
    if entry.da_rileggere {
        Console::line("La citazione è da rileggere sull’atto prima di farvi affidamento.")?;
    }
    if deroghe::is_of_writing(&entry.codice) {
        return Ok(());
    }
    let silence = format!("[[deroghe]]\nregola = \"{}\"\nmotivo = \"…\"", entry.codice);
    Console::line(&format!("\nPer metterla da parte con un motivo:\n\n{silence}"))?;
    Ok(())
}

/// `dal 14 gennaio 2025`, `fino al 31 dicembre 2026`; nothing when it is always valid.
fn validity(dal: Option<&str>, al: Option<&str>) -> Option<String> {
    let day = |iso: &str| iso.parse().map_or_else(|_| iso.to_owned(), formato::date);
    match (dal, al) {
        (None, None) => None,
        (Some(dal), None) => Some(format!("dal {}", day(dal))),
        (None, Some(al)) => Some(format!("fino al {}", day(al))),
        (Some(dal), Some(al)) => Some(format!("dal {} al {}", day(dal), day(al))),
    }
}
