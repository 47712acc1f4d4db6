//! `piao report`: the lines of many plans as one table, whichever machines have written them.

mod conti;
mod pagina;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use conti::Atteso;
pub(super) use conti::Quadro;

use super::args::{Format, Report};
use super::exit;
use super::flusso::Evento;
use super::lotto::resoconto::{self, Riga};
use super::oggi;
use super::output::Console;
use crate::law::Law;
use crate::source;
use crate::write;

/// The files of the table.
const FILES: [&str; 4] = ["piani.csv", "quadro.html", "quadro.json", "regole.csv"];

pub(super) fn run(args: &Report, output: &Console) -> anyhow::Result<u8> {
    let mut lines = BTreeMap::new();
    for path in &args.files {
        match read(path) {
            Ok(own) => lines.extend(own),
            Err(message) => return Ok(output.fail(None, exit::DISK, &message, &[])),
        }
    }
    let attesi = match args.attesi.as_deref().map(expected).transpose() {
        Ok(attesi) => attesi.unwrap_or_default(),
        Err(message) => return Ok(output.fail(None, exit::DISK, &message, &[])),
    };
    let oggi = args.oggi.unwrap_or_else(oggi::today);
    let lines: Vec<Riga> = lines.into_values().collect();
    let quadro = Quadro::new(&lines, &attesi, oggi, Law::embedded());
    if let Some(out) = &args.out {
        if let Some(other) = foreign(out) {
            let message = format!("{} contiene «{other}»: scegli un’altra cartella", out.display());
            return Ok(output.fail(None, exit::DISK, &message, &[]));
        }
        let json = serde_json::to_string_pretty(&quadro)? + "\n";
        let texts =
            [pagina::piani(&quadro)?, pagina::html(&quadro)?, json, pagina::regole(&quadro)?];
        let files = FILES.into_iter().zip(texts.iter().map(String::as_bytes));
        if let Err(error) = write::all(files, out) {
            return Ok(output.unwritten(None, &error));
        }
    }
    if output.format == Format::Json {
        Console::event(Evento::Quadro(&quadro))?;
    } else if args.out.is_none() {
        for line in pagina::lines(&quadro) {
            Console::line(&line)?;
        }
    } else {
        Console::line(
            &args
                .out
                .iter()
                .map(|out| out.join("quadro.html").display().to_string())
                .collect::<String>(),
        )?;
    }
    Ok(exit::FINE)
}

/// The lines of a report, the last of each plan.
fn read(path: &Path) -> Result<BTreeMap<String, Riga>, String> {
    let text = fs::read_to_string(path).map_err(|error| unread(path, &error))?;
    let (lines, whole) = resoconto::read(&text).map_err(|line| {
        format!("{}, riga {line}: non è di un resoconto di piao", path.display())
    })?;
    if whole < text.len() {
        let message = "l’ultima riga non è intera: riprendi il lavoro con «--resume»";
        return Err(format!("{}: {message}", path.display()));
    }
    Ok(lines)
}

fn unread(path: &Path, error: &std::io::Error) -> String {
    format!("non riesco a leggere {}: {}", path.display(), source::io_message(error))
}

/// The administrations of which a plan is expected: a CSV with a column `codice_ipa`.
fn expected(path: &Path) -> Result<Vec<Atteso>, String> {
    let text = fs::read_to_string(path).map_err(|error| unread(path, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let head = text.lines().next().unwrap_or("");
    let separator = if head.contains(';') { b';' } else { b',' };
    let mut table = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let wrong = |what: &str| format!("{}: {what}", path.display());
    let headers = table.headers().map_err(|_| wrong("non è una tabella CSV"))?.clone();
    let column = |key: &str| headers.iter().position(|head| head.trim().eq_ignore_ascii_case(key));
    let code = column("codice_ipa").ok_or_else(|| wrong("manca la colonna «codice_ipa»"))?;
    let name = column("denominazione").or_else(|| column("denominazione_ente"));
    let mut attesi = Vec::new();
    for row in table.records() {
        let row = row.map_err(|_| wrong("una riga non ha tante celle quante l’intestazione"))?;
        let cell = |at: usize| row.get(at).unwrap_or("").trim().to_owned();
        let codice_ipa = cell(code).to_lowercase();
        if !codice_ipa.is_empty() {
            attesi.push(Atteso { codice_ipa, denominazione: name.map(cell).unwrap_or_default() });
        }
    }
    Ok(attesi)
}

/// What a folder holds beside the files of a table.
fn foreign(folder: &Path) -> Option<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.into_iter().find(|name| !FILES.contains(&name.as_str()))
}
