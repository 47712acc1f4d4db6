//! `piao explain`.

use super::args::{Explain, Format};
use super::exit;
use super::output::Output;
use crate::catalogo::{self, Entry};
use crate::law::Law;

pub(super) fn run(args: &Explain, output: &Output) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let wanted = args.code.to_uppercase();
    let entries = catalogo::all(&law);
    let Some(entry) = entries.iter().find(|entry| entry.codice == wanted) else {
        Output::error(&format!("errore: la regola «{}» non esiste", args.code));
        let codes = entries.iter().map(|entry| entry.codice.as_str());
        let near = codes.max_by(|a, b| {
            strsim::jaro_winkler(a, &wanted).total_cmp(&strsim::jaro_winkler(b, &wanted))
        });
        if let Some(near) = near {
            Output::error(&format!("forse intendevi «{near}»; «piao rules» le elenca tutte"));
        }
        return Ok(exit::USAGE);
    };
    match output.format {
        Format::Json => Output::line(&serde_json::to_string(entry)?)?,
        Format::Human | Format::Short | Format::Sarif => print(entry)?,
    }
    Ok(exit::FINE)
}

fn print(entry: &Entry) -> anyhow::Result<()> {
    Output::line(&format!("{} ({})", entry.codice, entry.gravita.name()))?;
    Output::line(&format!("{}\n", entry.chiede))?;
    if !entry.pagina.is_empty() {
        Output::line(&format!("{}\n", entry.pagina.trim_end()))?;
    }
    for doveri in &entry.doveri {
        Output::line(&format!("- «{}»: {}", doveri.campo, doveri.manca))?;
    }
    if !entry.doveri.is_empty() {
        Output::line("")?;
    }
    Output::line(&format!("Per chi: {}", entry.per))?;
    for fonte in &entry.fonti {
        let link = fonte.indirizzo.as_deref().map(|url| format!("\n       {url}"));
        Output::line(&format!("Fonte: {}{}", fonte.testo, link.unwrap_or_default()))?;
    }
    if entry.da_rileggere {
        Output::line("La citazione è da rileggere sull’atto prima di farvi affidamento.")?;
    }
    let silence = format!("[[deroghe]]\nregola = \"{}\"\nmotivo = \"…\"", entry.codice);
    Output::line(&format!("\nPer metterla da parte con un motivo:\n\n{silence}"))?;
    Ok(())
}
