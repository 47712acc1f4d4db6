//! A worker: this program, called again for one plan of many. Whatever happens to it happens to that
//! plan alone, and its memory goes with it.

use std::env;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::resoconto::{Come, Riga};
use crate::cli::exit;
use crate::cli::oggi::Cronometro;
use crate::cli::piani::STDIN;

/// Where a worker is told its plan, and where its outputs go.
const PIANO: &str = "PIAO_OPERAIO_PIANO";
const USCITE: &str = "PIAO_OPERAIO_USCITE";
/// What comes before the line that a worker reports, after all that it says. No text of ours has it.
const SIGN: u8 = 0x1e;
/// How often who waits looks at the clock.
const TICK: Duration = Duration::from_millis(100);
/// How long who is at work may go on after everybody was told to stop.
const GRACE: Duration = Duration::from_secs(5);

/// One plan of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Compito {
    /// The plan, as it was called.
    pub(in crate::cli) plan: PathBuf,
    /// The folder of its outputs, if it has any.
    pub(in crate::cli) out: Option<PathBuf>,
}

/// What this process was told to do, when it is a worker.
pub(in crate::cli) fn compito() -> Option<Compito> {
    let plan = env::var_os(PIANO)?.into();
    Some(Compito { plan, out: env::var_os(USCITE).map(PathBuf::from) })
}

/// Reports to who called this worker.
pub(in crate::cli) fn report(riga: &Riga) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}{}", char::from(SIGN), serde_json::to_string(riga)?)
}

/// What a worker said, and what it reported.
#[derive(Debug)]
pub(super) struct Lavoro {
    pub(super) stdout: Vec<u8>,
    pub(super) stderr: Vec<u8>,
    /// Nothing when it was stopped with all the others.
    pub(super) riga: Option<Riga>,
    /// How it ended, when it did not report.
    pub(super) fine: String,
}

/// Why a worker is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Time,
    All,
}

/// Has a plan done by a worker, within a time and until everybody is told to stop.
pub(super) fn run(
    compito: &Compito,
    limit: Option<Duration>,
    colored: bool,
    stop: &AtomicBool,
) -> io::Result<Lavoro> {
    let clock = Cronometro::start();
    let mut child = spawn(compito, colored)?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let (done, end) = mpsc::channel();
    let out = thread::spawn(move || {
        let bytes = all(out);
        // Who waits may be gone.
        _ = done.send(());
        bytes
    });
    let err = thread::spawn(move || all(err));
    let stopped = wait(&mut child, &end, limit, &clock, stop);
    let status = child.wait()?;
    let mut stdout = out.join().unwrap_or_default();
    let stderr = err.join().unwrap_or_default();
    let told = reported(&mut stdout);
    let name = compito.plan.to_string_lossy();
    let mut riga = match (told, stopped) {
        (Some(riga), _) => Some(riga),
        (None, Some(Stop::All)) => None,
        (None, Some(Stop::Time)) => Some(Riga::new(&name, exit::BUG, Come::Scaduto)),
        (None, None) => Some(Riga::new(&name, exit::BUG, Come::Guasto)),
    };
    if let Some(riga) = &mut riga {
        riga.millisecondi = u64::try_from(clock.elapsed().as_millis()).unwrap_or(u64::MAX);
    }
    Ok(Lavoro { stdout, stderr, riga, fine: ending(status) })
}

fn spawn(compito: &Compito, colored: bool) -> io::Result<Child> {
    let is_stdin = compito.plan == Path::new(STDIN);
    let mut command = Command::new(env::current_exe()?);
    command
        .args(env::args_os().skip(1))
        .env(PIANO, &compito.plan)
        // As many cores as workers: each has one.
        .env("RAYON_NUM_THREADS", "1")
        .stdin(if is_stdin { Stdio::inherit() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    match &compito.out {
        Some(out) => command.env(USCITE, out),
        None => command.env_remove(USCITE),
    };
    if colored {
        command.env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR");
    }
    // What the terminal tells to stop is who calls: a worker ends what it is writing.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// Waits until a worker has said everything; says why it was stopped, if it was.
fn wait(
    child: &mut Child,
    end: &mpsc::Receiver<()>,
    limit: Option<Duration>,
    clock: &Cronometro,
    stop: &AtomicBool,
) -> Option<Stop> {
    let mut grace = None;
    loop {
        match end.recv_timeout(TICK) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let now = clock.elapsed();
        if grace.is_none() && stop.load(Ordering::Relaxed) {
            grace = Some(now + GRACE);
        }
        let why = match (limit, grace) {
            (Some(limit), _) if now >= limit => Stop::Time,
            (_, Some(grace)) if now >= grace => Stop::All,
            _ => continue,
        };
        // It may have ended by itself.
        _ = child.kill();
        return Some(why);
    }
}

fn all(pipe: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        // What was read before a pipe breaks is what the worker said.
        _ = pipe.read_to_end(&mut bytes);
    }
    bytes
}

/// Takes the report off the end of what a worker said.
fn reported(stdout: &mut Vec<u8>) -> Option<Riga> {
    let at = stdout.iter().rposition(|byte| *byte == SIGN)?;
    let riga = serde_json::from_slice(&stdout[at + 1..]).ok()?;
    stdout.truncate(at);
    Some(riga)
}

/// How a process ended, in Italian.
fn ending(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("fermato dal segnale {signal}");
    }
    status.code().map_or_else(|| "fermato dal sistema".into(), |code| format!("uscito con {code}"))
}
