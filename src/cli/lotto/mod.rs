//! Many plans: as many at a time as there are cores, each in a process of its own, so that none
//! stops the others. What comes of each is said as it ends, and reported in a line.

pub(super) mod elenco;
pub(super) mod frazione;
pub(super) mod operaio;
pub(super) mod resoconto;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use super::args::{self, Format};
use super::exit;
use super::manifest::Fatto;
use super::output::Console;
use crate::source;
use operaio::{Compito, Lavoro};
use resoconto::{Come, Registro, Riga};

/// What is done with each plan.
pub(super) trait Mestiere: Sync {
    /// The hash of what the outcome depends on, when the plan can be read.
    fn impronta(&self, compito: &Compito) -> Option<String>;

    /// What an earlier run left, when it is what this one would make.
    fn fatto(&self, compito: &Compito, impronta: &str) -> Option<Fatto>;

    /// Says that a plan is left as it stands.
    fn tell(&self, compito: &Compito, fatto: &Fatto) -> anyhow::Result<()>;
}

/// What came of one plan.
enum Fine {
    /// Nothing was to be done.
    Already(Box<(Fatto, Riga)>),
    /// An earlier report says already what would come of it: its exit code.
    Known(u8),
    /// A worker did it.
    Worked(Box<Lavoro>),
    /// No worker could be called.
    Failed(io::Error),
}

/// The reports of an earlier run, by plan.
type Earlier = BTreeMap<String, Riga>;

/// How many plans came to what.
#[derive(Debug, Default)]
struct Conto {
    fatti: usize,
    invariati: usize,
    noti: usize,
    fermi: usize,
    guasti: usize,
}

/// Has every plan done; gives the worst exit code.
pub(super) fn run(
    compiti: &[Compito],
    lotto: &args::Lotto,
    mestiere: &dyn Mestiere,
    output: &Console,
) -> anyhow::Result<u8> {
    let (mut registro, earlier) = match opened(lotto) {
        Ok(opened) => opened,
        Err(message) => return Ok(output.fail(None, exit::DISK, &message, &[])),
    };
    let (stop, asked) = signals()?;
    let next = AtomicUsize::new(0);
    let jobs = jobs(lotto).min(compiti.len().max(1));
    let limit = lotto.timeout.map(Duration::from_secs);
    let colored = output.is_colored();
    // Who is ahead of who prints waits: memory does not grow with the plans.
    let (tell, ended) = mpsc::sync_channel(jobs);
    let mut conto = Conto::default();
    let told = thread::scope(|scope| {
        for _ in 0..jobs {
            let (tell, stop, next, earlier) = (tell.clone(), &*stop, &next, &earlier);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let Some(compito) = compiti.get(next.fetch_add(1, Ordering::Relaxed)) else {
                        return;
                    };
                    let fine = one(compito, limit, colored, earlier, mestiere, stop);
                    if tell.send((compito, fine)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(tell);
        let told = conto.listen(&ended, compiti.len(), mestiere, &mut registro, output);
        // Nobody writes any more: nobody goes on.
        stop.store(true, Ordering::Relaxed);
        drop(ended);
        told
    });
    output.done();
    let worst = told?;
    let left = compiti.len() - conto.all();
    if output.format != Format::Json {
        output.closing(&conto.sentence(compiti.len()));
    }
    if asked.load(Ordering::Relaxed) || left > 0 {
        let plans = if left == 1 { "resta un piano" } else { "restano piani" };
        let message = format!("interrotto: {plans} da fare, {left} su {}", compiti.len());
        let help =
            "le uscite già scritte sono intere; con «--report FILE --resume» si riprende da qui";
        return Ok(output.fail(None, exit::INTERRUPTED, &message, &[help.into()]));
    }
    Ok(worst)
}

/// What comes of one plan.
fn one(
    compito: &Compito,
    limit: Option<Duration>,
    colored: bool,
    earlier: &Earlier,
    mestiere: &dyn Mestiere,
    stop: &AtomicBool,
) -> Fine {
    let name = compito.plan.to_string_lossy();
    if let Some(impronta) = mestiere.impronta(compito) {
        if let Some(fatto) = mestiere.fatto(compito, &impronta) {
            let riga = fatto.riga(&name);
            return Fine::Already(Box::new((fatto, riga)));
        }
        let known = earlier.get(&*name).filter(|riga| {
            riga.impronta.as_ref() == Some(&impronta)
                && matches!(riga.come, Come::Fatto | Come::Fermo)
                && (compito.out.is_none() || riga.esito != exit::FINE)
                && riga.esito != exit::DISK
        });
        if let Some(riga) = known {
            return Fine::Known(riga.esito);
        }
    }
    match operaio::run(compito, limit, colored, stop) {
        Ok(lavoro) => Fine::Worked(Box::new(lavoro)),
        Err(error) => Fine::Failed(error),
    }
}

impl Conto {
    /// Says what comes of each plan as it ends; gives the worst exit code.
    fn listen(
        &mut self,
        ended: &mpsc::Receiver<(&Compito, Fine)>,
        all: usize,
        mestiere: &dyn Mestiere,
        registro: &mut Option<Registro>,
        output: &Console,
    ) -> anyhow::Result<u8> {
        let mut worst = exit::FINE;
        for (compito, fine) in ended {
            output.done();
            worst = worst.max(self.tell(compito, fine, mestiere, registro, output)?);
            output.progress(&format!("{} di {all}…", self.all()));
        }
        Ok(worst)
    }

    /// Says what came of a plan, reports it, and gives its exit code.
    fn tell(
        &mut self,
        compito: &Compito,
        fine: Fine,
        mestiere: &dyn Mestiere,
        registro: &mut Option<Registro>,
        output: &Console,
    ) -> anyhow::Result<u8> {
        let name = compito.plan.display().to_string();
        let mut report = |riga: &Riga| registro.as_mut().map_or(Ok(()), |file| file.add(riga));
        match fine {
            Fine::Known(esito) => {
                self.noti += 1;
                Ok(esito)
            }
            Fine::Already(done) => {
                let (fatto, riga) = *done;
                self.invariati += 1;
                mestiere.tell(compito, &fatto)?;
                report(&riga)?;
                Ok(riga.esito)
            }
            Fine::Failed(error) => {
                self.guasti += 1;
                let message = format!("{name}: {}", source::io_message(&error));
                report(&Riga::new(&name, exit::DISK, Come::Guasto))?;
                Ok(output.fail(Some(&name), exit::DISK, &message, &[]))
            }
            Fine::Worked(lavoro) => {
                io::stdout().lock().write_all(&lavoro.stdout)?;
                io::stderr().lock().write_all(&lavoro.stderr)?;
                let Some(riga) = &lavoro.riga else { return Ok(exit::FINE) };
                report(riga)?;
                match riga.come {
                    Come::Fatto | Come::Invariato if riga.esito == exit::FINE => self.fatti += 1,
                    Come::Fatto | Come::Invariato | Come::Fermo => self.fermi += 1,
                    Come::Scaduto | Come::Guasto => {
                        self.guasti += 1;
                        let why = match riga.come {
                            Come::Scaduto => "non ha finito nel tempo dato",
                            _ => "piao si è interrotto su questo piano",
                        };
                        let message = format!("{name}: {why} ({})", lavoro.fine);
                        output.fail(Some(&name), riga.esito, &message, &[]);
                    }
                }
                Ok(riga.esito)
            }
        }
    }

    fn all(&self) -> usize {
        self.fatti + self.invariati + self.noti + self.fermi + self.guasti
    }

    /// `1000 piani: 990 a posto, 8 fermi, 2 guasti`.
    fn sentence(&self, all: usize) -> String {
        let pieces = [
            (self.fatti, "fatto", "fatti"),
            (self.invariati, "invariato", "invariati"),
            (self.noti, "già nel resoconto", "già nel resoconto"),
            (self.fermi, "fermo", "fermi"),
            (self.guasti, "guasto", "guasti"),
        ];
        let said = pieces.into_iter().filter(|(count, ..)| *count > 0);
        let said = said
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
        let said: Vec<String> = said.collect();
        let said = if said.is_empty() { "niente da fare".into() } else { said.join(", ") };
        match all {
            1 => format!("un piano: {said}"),
            all => format!("{all} piani: {said}"),
        }
    }
}

/// The report to write, and what it says already when a run goes on; why not.
fn opened(lotto: &args::Lotto) -> Result<(Option<Registro>, Earlier), String> {
    let Some(path) = &lotto.report else { return Ok((None, Earlier::new())) };
    let failed = |error: &io::Error| {
        format!(
            "non riesco a scrivere il resoconto {}: {}",
            path.display(),
            source::io_message(error)
        )
    };
    let (mut registro, text) = Registro::open(path).map_err(|error| failed(&error))?;
    let (earlier, whole) = if lotto.resume {
        resoconto::read(&text).map_err(|line| {
            format!("{}, riga {line}: non è di un resoconto di piao", path.display())
        })?
    } else {
        (Earlier::new(), 0)
    };
    registro.keep(whole).map_err(|error| failed(&error))?;
    Ok((Some(registro), earlier))
}

/// How many plans at a time.
fn jobs(lotto: &args::Lotto) -> usize {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    lotto.jobs.map_or_else(cores, NonZero::get)
}

/// A flag that stops everything, and one that says that somebody asked to. Who asks twice does not
/// wait.
fn signals() -> io::Result<(Arc<AtomicBool>, Arc<AtomicBool>)> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag;

    let (stop, asked) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, exit::INTERRUPTED.into(), Arc::clone(&asked))?;
        flag::register(signal, Arc::clone(&asked))?;
        flag::register(signal, Arc::clone(&stop))?;
    }
    Ok((stop, asked))
}
