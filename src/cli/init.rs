//! `piao init`.

use super::args::{Format, Init};
use super::exit;
use super::flusso::{self, Evento};
use super::output::Console;
use crate::law::{Ente, Law, proprieta};
use crate::{scaffold, schema_json, suggest, write};

pub(super) fn run(args: &Init, output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let ente = match kind(&args.tipo, law) {
        Ok(ente) => ente,
        Err(Unknown { message, helps }) => {
            return Ok(output.fail(None, exit::USAGE, &message, &helps));
        }
    };
    let name = args.folder.display().to_string();
    if !write::is_empty(&args.folder) {
        let message = format!("{name} non è vuota: «piao init» non sovrascrive nulla");
        return Ok(output.fail(Some(&name), exit::DISK, &message, &[]));
    }
    let mut files = scaffold::files(law, ente, args.dipendenti, args.anno);
    let schema = serde_json::to_string_pretty(&schema_json::of(law))? + "\n";
    files.push((scaffold::SCHEMA.into(), schema));
    let bytes = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    if let Err(error) = write::all(bytes, &args.folder) {
        return Ok(output.unwritten(Some(&name), &error));
    }
    for (file, text) in &files {
        let path = args.folder.join(file);
        let is_plan = file != scaffold::SCHEMA;
        let what = if is_plan { "piano" } else { "schema per gli editor" };
        if output.format == Format::Json {
            let file = flusso::File::new(&name, &path, what, is_plan, text.as_bytes());
            Console::event(Evento::File(file))?;
        } else {
            Console::line(&path.display().to_string())?;
        }
    }
    if output.format != Format::Json {
        output.closing(&format!("ora: piao check {name}"));
    }
    Ok(exit::FINE)
}

/// Why a kind of administration is none that writes a plan.
pub(super) struct Unknown {
    pub(super) message: String,
    pub(super) helps: Vec<String>,
}

/// The kind of administration that a word names.
pub(super) fn kind<'a>(said: &str, law: &'a Law) -> Result<&'a Ente, Unknown> {
    let is_due =
        |ente: &Ente| ente.proprieta.iter().all(|property| property != proprieta::ESCLUSO.as_str());
    let tipo = said.trim().to_lowercase().replace(['-', ' '], "_");
    if let Some(ente) = law.enti.get(&tipo).filter(|ente| is_due(ente)) {
        return Ok(ente);
    }
    let known: Vec<&str> =
        law.enti.values().filter(|e| is_due(e)).map(|e| e.chiave.as_str()).collect();
    let why = if law.enti.contains_key(&tipo) {
        "non adotta il piano (D.L. 80/2021, art. 6, c. 1)"
    } else {
        "non esiste"
    };
    let near = suggest::nearest(&tipo, known.iter().copied());
    let near = near.map(|near| format!("forse intendevi «{near}»"));
    let all = format!("tipi ammessi: {}", known.join(", "));
    Err(Unknown {
        message: format!("il tipo «{said}» {why}"),
        helps: near.into_iter().chain([all]).collect(),
    })
}
