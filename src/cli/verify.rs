//! `piao verify`.

use super::args::Verify;
use super::exit;
use super::output::Console;

/// Says that this build of the program cannot.
#[cfg(not(feature = "pdf"))]
#[expect(clippy::unnecessary_wraps, reason = "as it is where there is a PDF")]
pub(super) fn run(_: &Verify, output: &Console) -> anyhow::Result<u8> {
    let message = "questo piao è compilato senza PDF: non ne legge";
    Ok(output.fail(None, exit::USAGE, message, &[]))
}

#[cfg(feature = "pdf")]
pub(super) use with_pdf::run;

#[cfg(feature = "pdf")]
mod with_pdf {
    use std::fs;

    use super::{Console, Verify, exit};
    use crate::cli::args::Format;
    use crate::cli::flusso::Evento;
    use crate::cli::{manifest, piani};
    use crate::riscontro::{self, Con, Confronto, Dichiarato, Riscontro, Termini};
    use crate::source;

    /// Letters of the longest name of what a PDF is held against.
    const NAMES: usize = 15;

    pub(in crate::cli) fn run(args: &Verify, output: &Console) -> anyhow::Result<u8> {
        let file = args.file.display().to_string();
        let bytes = match fs::read(&args.file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message =
                    format!("non riesco a leggere {file}: {}", source::io_message(&error));
                return Ok(output.fail(None, exit::DISK, &message, &[]));
            }
        };
        let called = match args.plan.as_deref().map(|path| piani::read(path, output)) {
            Some(Err(code)) => return Ok(code),
            Some(Ok(called)) => Some(called),
            None => None,
        };
        let manifest = fs::read_to_string(args.file.with_file_name(manifest::NAME)).ok();
        let termini = Termini {
            plan: called.as_ref().map(|called| &called.plan),
            atto: args.sha256.as_deref(),
            manifesto: manifest.as_deref(),
            rebuild: args.rebuild,
        };
        if args.rebuild {
            output.progress("ricompilo la sorgente…");
        }
        let read = riscontro::of(&args.file, &bytes, &termini);
        output.done();
        let found = match read {
            Ok(found) => found,
            Err(error) => {
                return Ok(output.fail(None, exit::DISK, &format!("{file}: {error}"), &[]));
            }
        };
        match output.format {
            Format::Json => Console::event(Evento::Riscontro(&found))?,
            Format::Short => Console::line(&format!("{file}: {}", outcome(&found)))?,
            Format::Human | Format::Sarif => print(&found, output)?,
        }
        Ok(if found.integro { exit::FINE } else { exit::PLAN })
    }

    fn print(found: &Riscontro, output: &Console) -> anyhow::Result<()> {
        let pages = match found.pagine {
            1 => "una pagina".to_owned(),
            pages => format!("{pages} pagine"),
        };
        let about = [pages].into_iter().chain(found.standard.iter().cloned());
        Console::line(&format!("{}: {}", found.file, about.collect::<Vec<_>>().join(", ")))?;
        let mut rows = vec![("titolo", found.titolo.clone())];
        if let Some(documento) = &found.documento {
            rows.extend(declared(documento));
        }
        rows.push(("SHA-256", found.sha256.clone()));
        for (name, text) in rows.into_iter().filter(|(_, text)| !text.is_empty()) {
            output.hanging(&format!("  {name:NAMES$} "), &text)?;
        }
        for confronto in &found.confronti {
            let Confronto { con, uguale, dettagli } = confronto;
            let sign = if *uguale { '=' } else { '≠' };
            output.hanging(&format!("{sign} {:NAMES$} ", name(*con)), &dettagli.join("; "))?;
        }
        Ok(output.text(&outcome(found))?)
    }

    fn declared(documento: &Dichiarato) -> Vec<(&'static str, String)> {
        vec![
            ("ente", documento.ente.clone()),
            ("stato", documento.stato.clone()),
            ("versione", documento.versione.clone()),
            ("identificativo", documento.identificativo.clone()),
            ("fatto con", documento.programma.clone()),
        ]
    }

    fn name(con: Con) -> &'static str {
        match con {
            Con::Impronta => "impronta",
            Con::Allegati => "allegati",
            Con::Sorgente => "sorgente",
            Con::Piano => "piano",
            Con::Manifesto => "manifesto",
            Con::Atto => "atto",
            Con::Ricompilazione => "ricompilazione",
        }
    }

    fn outcome(found: &Riscontro) -> String {
        if found.documento.is_none() {
            return "non è un documento fatto da piao".into();
        }
        let differ: Vec<&str> =
            found.confronti.iter().filter(|own| !own.uguale).map(|own| name(own.con)).collect();
        if differ.is_empty() {
            "intatto".into()
        } else {
            format!("non torna: {}", differ.join(", "))
        }
    }
}
