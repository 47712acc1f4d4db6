//! `piao explain`.

use super::args::{Explain, Format};
use super::chiave::{self, Chiave};
use super::exit;
use super::flusso::Evento;
use super::output::Console;
use crate::catalogo::{self, Regola};
use crate::deroghe;
use crate::law::{Law, Percorso};
use crate::rules::RULES;
use crate::suggest;
use crate::view::formato;

pub(super) fn run(args: &Explain, output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let wanted = code(&args.code);
    let entries = catalogo::all(law);
    let Some(entry) = entries.iter().find(|entry| entry.codice == wanted) else {
        if let Some(key) = Chiave::at(&args.code, law) {
            match output.format {
                Format::Json => Console::event(Evento::Chiave(&key))?,
                Format::Human | Format::Short | Format::Sarif => key.print(output)?,
            }
            return Ok(exit::FINE);
        }
        return Ok(unknown(&args.code, &entries, law, output));
    };
    match output.format {
        Format::Json => Console::event(Evento::Regola(entry))?,
        Format::Human | Format::Short | Format::Sarif => print(entry, output)?,
    }
    Ok(exit::FINE)
}

/// Says that there is no such rule or key, and what was probably meant.
fn unknown(written: &str, entries: &[Regola], law: &Law, output: &Console) -> u8 {
    let codes = entries.iter().map(|entry| entry.codice.as_str());
    let rule = suggest::nearest(&code(written), codes).map(ToOwned::to_owned);
    let is_code = written.contains('-') && written.ends_with(|c: char| c.is_ascii_digit());
    let (message, near) = if is_code {
        (format!("la regola «{written}» non esiste"), rule.into_iter().collect())
    } else {
        let message = format!("nessuna regola e nessuna chiave è «{written}»");
        (message, chiave::near(written, law))
    };
    let near = near.iter().map(|near| format!("forse intendevi «{near}»"));
    let list = "«piao rules» elenca le regole, «piao schema» le chiavi";
    let helps: Vec<String> = near.chain([list.into()]).collect();
    output.fail(None, exit::USAGE, &message, &helps)
}

/// The code that somebody means: `vp-1` is VP-001, and the name of a rule is its code.
fn code(written: &str) -> String {
    if let Some(rule) = RULES.iter().find(|rule| rule.name == written.replace('_', "-")) {
        return rule.code.clone();
    }
    let upper = written.to_uppercase();
    match upper.split_once('-') {
        Some((area, number)) if number.len() < 3 => format!("{area}-{number:0>3}"),
        _ => upper,
    }
}

fn print(entry: &Regola, output: &Console) -> anyhow::Result<()> {
    output.text(&format!("{} ({})", entry.codice, entry.gravita.name()))?;
    output.text(&format!("{}\n", entry.chiede))?;
    if !entry.pagina.is_empty() {
        output.page(entry.pagina.trim_end())?;
        Console::line("")?;
    }
    for doveri in &entry.doveri {
        let when = validity(doveri.dal.as_deref(), doveri.al.as_deref());
        let when = when.map(|when| format!(" ({when})")).unwrap_or_default();
        output.text(&format!("- «{}»: {}{when}", doveri.campo, doveri.manca))?;
        if let Ok(path) = Percorso::try_from(doveri.campo.clone()) {
            for line in Law::embedded().esempio(None).dovere(&path).lines() {
                Console::line(&format!("    {line}"))?;
            }
        }
    }
    if !entry.doveri.is_empty() {
        Console::line("")?;
    }
    output.text(&format!("Per chi: {}", entry.per))?;
    if let Some(when) = validity(entry.dal.as_deref(), entry.al.as_deref()) {
        Console::line(&format!("Quando: piani {when}"))?;
    }
    for fonte in &entry.fonti {
        let link = fonte.indirizzo.as_deref().map(|url| format!("\n       {url}"));
        let read = fonte.lettura.as_ref().map(|read| format!("\n       {}", read.parole()));
        let (read, link) = (read.unwrap_or_default(), link.unwrap_or_default());
        output.text(&format!("Fonte: {}{read}{link}", fonte.testo))?;
    }
    if entry.da_rileggere {
        output.text("La citazione è da rileggere sull’atto prima di farvi affidamento.")?;
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
