//! `piao import`.

use std::path::Path;

use super::args::{Format, Import};
use super::flusso::{self, Evento};
use super::init::{Unknown, kind};
use super::output::Console;
use super::{exit, piani};
use crate::import::{self, Importato, NonSegue, Portato, RESOCONTO, Scelte};
use crate::law::Law;
use crate::{scaffold, schema_json, source, write};

/// The first year that nobody has said.
const ANNO: i16 = 2027;

pub(super) fn run(args: &Import, output: &Console) -> anyhow::Result<u8> {
    let law = Law::embedded();
    let name = args.out.display().to_string();
    if !write::is_empty(&args.out) {
        let message = format!("{name} non è vuota: «piao import» non sovrascrive nulla");
        let help = "scrivi altrove: --out e il nome di una cartella nuova".to_owned();
        return Ok(output.fail(Some(&name), exit::DISK, &message, &[help]));
    }
    let made = match &args.from {
        Some(plan) => next_year(plan, law, output),
        None => from_files(args, law, output),
    };
    match made {
        Ok(importato) => write_all(importato, &name, args, output),
        Err(code) => Ok(code),
    }
}

fn from_files(args: &Import, law: &Law, output: &Console) -> Result<Importato, u8> {
    let ente = kind(&args.tipo, law)
        .map_err(|Unknown { message, helps }| output.fail(None, exit::USAGE, &message, &helps))?;
    let mut files = Vec::new();
    for path in &args.files {
        let nome = path.display().to_string();
        let bytes = source::whole(path)
            .map_err(|error| output.fail(Some(&nome), exit::DISK, &error.to_string(), &[]))?;
        files.push(Portato { nome, bytes });
    }
    let scelte = Scelte { ente, dipendenti: args.dipendenti, inizio: args.anno, predefinito: ANNO };
    import::import(&files, law, scelte).map_err(|broken| {
        let codes = broken.iter().map(|own| {
            let message = format!("{}: {}", own.file, own.perche);
            output.fail(Some(&own.file), exit::DISK, &message, std::slice::from_ref(&own.aiuto))
        });
        codes.max().unwrap_or(exit::DISK)
    })
}

fn next_year(path: &Path, law: &Law, output: &Console) -> Result<Importato, u8> {
    let called = piani::read(path, output)?;
    let name = path.display().to_string();
    let checked = called.plan.check(law);
    if checked.is_unreadable() {
        let message = format!("{name} ha errori di forma: ciò che non si legge andrebbe perso");
        let help = format!("correggi prima ciò che dice «piao check {name}»");
        return Err(output.fail(Some(&name), exit::PLAN, &message, &[help]));
    }
    let last = import::Scorso {
        radice: &checked.radice,
        tree: called.plan.tree(),
        source: &called.plan.source,
    };
    import::next_year(last, law).map_err(|NonSegue { perche, aiuto }| {
        output.fail(Some(&name), exit::PLAN, &format!("{name}: {perche}"), &[aiuto])
    })
}

fn write_all(
    importato: Importato,
    name: &str,
    args: &Import,
    output: &Console,
) -> anyhow::Result<u8> {
    let Importato { mut files, resoconto } = importato;
    let schema = serde_json::to_string_pretty(&schema_json::of(Law::embedded()))? + "\n";
    files.push((scaffold::SCHEMA.into(), schema.into_bytes()));
    files.push((RESOCONTO.into(), resoconto.markdown().into_bytes()));
    let bytes = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    if let Err(error) = write::all(bytes, &args.out) {
        return Ok(output.unwritten(Some(name), &error));
    }
    if output.format == Format::Json {
        let event = flusso::Importazione { piano: name, resoconto: &resoconto };
        Console::event(Evento::Importazione(event))?;
    } else {
        for line in resoconto.righe() {
            output.text(&line)?;
        }
    }
    for (file, bytes) in &files {
        let path = args.out.join(file);
        let (what, opens) = match file.as_str() {
            RESOCONTO => ("che cosa è stato importato", true),
            scaffold::SCHEMA => ("schema per gli editor", false),
            file if file.ends_with(".toml") => ("piano", true),
            _ => ("testo o tabella del piano", false),
        };
        if output.format == Format::Json {
            Console::event(Evento::File(flusso::File::new(name, &path, what, opens, bytes)))?;
        }
    }
    if output.format != Format::Json {
        let (sure, unsure, aside) =
            (resoconto.capito.len(), resoconto.incerto.len(), resoconto.da_parte.len());
        let report = args.out.join(RESOCONTO);
        output.closing(&format!(
            "{sure} cose capite, {unsure} da confermare, {aside} lasciate da parte: {}",
            report.display()
        ));
        output.closing(&format!("ora: piao check {name}"));
    }
    Ok(exit::FINE)
}
