//! `piao watch` and `piao serve`: the plan made again whenever it changes, in one process, so that
//! what was computed for the last turn is at hand for the next.

mod giro;
mod pagina;
mod rilievi;
mod servizio;

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::args;
use super::build;
use super::destinazioni;
use super::exit;
use super::output::Console;
use super::piani::{self, STDIN};
use super::scrittura;
use crate::build::Tolerance;
use crate::render;
use crate::source::Segni;
use crate::write::Cura;
use giro::{Esito, Officina};
use rilievi::Confronto;

/// How often the folder is looked at.
const PAUSA: Duration = Duration::from_millis(25);

/// Waits until something in a plan's folder has changed, and is no longer changing.
fn wait(plan: &Path, seen: &mut Segni) {
    loop {
        thread::sleep(PAUSA);
        let mut now = Segni::of(plan);
        if now == *seen {
            continue;
        }
        loop {
            thread::sleep(PAUSA);
            let still = Segni::of(plan);
            if still == now {
                break;
            }
            now = still;
        }
        *seen = now;
        return;
    }
}

/// The outputs that are asked for, or the exit code of what is wrong with them.
fn outputs(names: &[String], output: &Console) -> Result<Vec<&'static dyn render::Output>, u8> {
    render::outputs(names).map_err(|error| output.fail(None, exit::USAGE, &error.to_string(), &[]))
}

/// The place of a plan on the disk; from nowhere else does one see it change.
fn place<'a>(plan: &'a Path, output: &Console) -> Result<&'a Path, u8> {
    if plan == Path::new(STDIN) {
        let message = "lo standard input non si osserva: indica la cartella del piano";
        return Err(output.fail(None, exit::USAGE, message, &[]));
    }
    piani::read(plan, output).map(|_| plan)
}

/// `piao watch`.
pub(super) fn watch(args: &args::Watch, output: &Console) -> anyhow::Result<u8> {
    let (plan, outputs) = match (place(&args.plan, output), outputs(&args.solo, output)) {
        (Ok(plan), Ok(outputs)) => (plan, outputs),
        (Err(code), _) | (_, Err(code)) => return Ok(code),
    };
    let out = match destinazioni::of(&[plan.to_path_buf()], args.out.as_deref(), true) {
        Ok(folders) => folders.into_iter().next().unwrap_or_default(),
        Err(message) => return Ok(output.fail(None, exit::USAGE, &message, &[])),
    };
    let mut officina = Officina::new(plan, args.bozza, outputs, args.solo.clone());
    let mut confronto = Confronto::default();
    let mut seen = Segni::of(plan);
    output.remark(None, "osservo il piano: Ctrl-C per finire")?;
    loop {
        let giro = officina.turn();
        confronto.tell(&giro, output)?;
        let name = plan.display().to_string();
        match &giro.esito {
            Esito::Fatto { artifacts, manifest, .. } => {
                match scrittura::write(&out, artifacts, manifest, Cura::Svelta) {
                    Ok(_) => {
                        let folder = out.display();
                        Console::line(&format!("{folder}: scritto in {} ms", giro.millisecondi))?;
                    }
                    Err(ostacolo) => _ = ostacolo.tell(&name, output),
                }
            }
            Esito::Fermo(why) => {
                output.remark(Some(&name), &format!("{why}; resta ciò che c’era"))?;
            }
        }
        wait(plan, &mut seen);
    }
}

/// `piao serve`.
pub(super) fn serve(args: &args::Serve, output: &Console) -> anyhow::Result<u8> {
    let names = if args.solo.is_empty() { vec!["sito".to_owned()] } else { args.solo.clone() };
    let (plan, outputs) = match (place(&args.plan, output), outputs(&names, output)) {
        (Ok(plan), Ok(outputs)) => (plan, outputs),
        (Err(code), _) | (_, Err(code)) => return Ok(code),
    };
    let server = match servizio::Servizio::open(args.porta) {
        Ok(server) => server,
        Err(error) => {
            let message = format!("non riesco ad aprire la porta {}: {error}", args.porta);
            let help = "scegline un’altra con «--porta», o 0 perché la scelga il sistema";
            return Ok(output.fail(None, exit::DISK, &message, &[help.into()]));
        }
    };
    let mut officina = Officina::new(plan, args.bozza, outputs, names);
    let mut confronto = Confronto::default();
    let mut seen = Segni::of(plan);
    let mut is_told = false;
    loop {
        let giro = officina.turn();
        confronto.tell(&giro, output)?;
        let said = match &giro.esito {
            Esito::Fatto { .. } => format!("pagina nuova in {} ms", giro.millisecondi),
            Esito::Fermo(why) => format!("{why}; la pagina mostra i rilievi"),
        };
        server.show(giro);
        if !is_told {
            Console::line(&server.address())?;
            is_told = true;
        }
        output.remark(None, &said)?;
        wait(plan, &mut seen);
    }
}

/// What the outputs depend on, as `piao build` would say it of them.
fn richiesta(bozza: bool, solo: &[String]) -> Vec<String> {
    let tolerance = if bozza { Tolerance::Draft } else { Tolerance::None };
    build::richiesta(solo, tolerance, false, args::Archivio::A3a)
}
