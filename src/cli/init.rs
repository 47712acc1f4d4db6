//! `piao init`.

use super::args::Init;
use super::exit;
use super::output::Console;
use crate::law::{Ente, Law, proprieta};
use crate::{scaffold, suggest, write};

pub(super) fn run(args: &Init, _: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let is_due =
        |ente: &Ente| ente.proprieta.iter().all(|property| property != proprieta::ESCLUSO.as_str());
    let tipo = args.tipo.trim().to_lowercase().replace(['-', ' '], "_");
    let Some(ente) = law.enti.get(&tipo).filter(|ente| is_due(ente)) else {
        let known: Vec<&str> =
            law.enti.values().filter(|e| is_due(e)).map(|e| e.chiave.as_str()).collect();
        let why = if law.enti.contains_key(&tipo) {
            "non adotta il piano (D.L. 80/2021, art. 6, c. 1)"
        } else {
            "non esiste"
        };
        Console::error(&format!("errore: il tipo «{}» {why}", args.tipo));
        if let Some(near) = suggest::nearest(&tipo, known.iter().copied()) {
            Console::error(&format!("forse intendevi «{near}»"));
        }
        Console::error(&format!("tipi ammessi: {}", known.join(", ")));
        return Ok(exit::USAGE);
    };
    if !write::is_empty(&args.folder) {
        let folder = args.folder.display();
        Console::error(&format!("errore: {folder} non è vuota: «piao init» non sovrascrive nulla"));
        return Ok(exit::DISK);
    }
    let files = scaffold::files(law, ente, args.dipendenti, args.anno);
    let bytes = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    if let Err(error) = write::all(bytes, &args.folder) {
        Console::unwritten(&error);
        return Ok(exit::DISK);
    }
    for (name, _) in &files {
        Console::line(&args.folder.join(name).display().to_string())?;
    }
    Console::error(&format!("ora: piao check {}", args.folder.display()));
    Ok(exit::FINE)
}
