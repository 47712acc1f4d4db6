//! `piao check`.

use std::mem::ManuallyDrop;
use std::path::Path;

use super::args::{Check, Format};
use super::exit;
use super::flusso::{Chiusura, Evento};
use super::invariato;
use super::lotto::operaio::{self, Compito};
use super::lotto::resoconto::{Come, Riga};
use super::lotto::{self, elenco};
use super::manifest::Fatto;
use super::output::Console;
use super::piani::{self, STDIN};
use super::riepilogo::{self, Riepilogo};
use super::sarif;
use super::scelta::Scelta;
use crate::build;
use crate::catalogo;
use crate::cause::{self, Cause};
use crate::diag::{Finding, Tally};
use crate::law::Law;
use crate::source::{self, Source};

/// The findings of each plan, for a log.
type Log = Vec<(Source, Vec<Cause>)>;

pub(super) fn run(args: &Check, output: &Console) -> anyhow::Result<u8> {
    let scelta = match Scelta::new(args) {
        Ok(scelta) => scelta,
        Err(unknown) => {
            return Ok(output.fail(None, exit::USAGE, &unknown.message, &[unknown.help]));
        }
    };
    let mut log = Log::new();
    if let Some(Compito { plan, .. }) = operaio::compito() {
        let riga = one(&plan, args, &scelta, output, &mut log)?;
        operaio::report(&riga)?;
        return Ok(riga.esito);
    }
    let plans = match elenco::plans(&args.plans, &args.lotto, output) {
        Ok(plans) => plans,
        Err(code) => return Ok(code),
    };
    let is_log = output.format == Format::Sarif;
    if is_log && args.lotto.is_asked() {
        let message =
            "«--report» e le sue opzioni non vanno con «--format sarif»: è un registro solo";
        return Ok(output.fail(None, exit::USAGE, message, &[]));
    }
    if !is_log && (plans.len() != 1 || args.lotto.is_asked()) {
        let compiti: Vec<_> = plans.into_iter().map(|plan| Compito { plan, out: None }).collect();
        return lotto::run(&compiti, &args.lotto, &Mestiere(args), output);
    }
    let mut worst = exit::FINE;
    for path in plans {
        worst = worst.max(one(&path, args, &scelta, output, &mut log)?.esito);
    }
    if is_log {
        let log = sarif::log(&log, &catalogo::all(Law::embedded()));
        Console::line(&serde_json::to_string_pretty(&log)?)?;
    }
    Ok(worst)
}

/// Checking, as one of many has it done.
struct Mestiere<'a>(&'a Check);

/// What the findings depend on, beside the plan.
fn richiesta(args: &Check) -> Vec<String> {
    let Check { strict, only, severity, sottosezione, ufficio, tutti, .. } = args;
    vec![format!("{strict} {only:?} {severity:?} {sottosezione:?} {ufficio:?} {tutti}")]
}

impl lotto::Mestiere for Mestiere<'_> {
    fn impronta(&self, compito: &Compito) -> Option<String> {
        let is_asked = self.0.lotto.resume && compito.plan != Path::new(STDIN);
        is_asked.then(|| invariato::at(&compito.plan, &richiesta(self.0)).ok()).flatten()
    }

    fn fatto(&self, _: &Compito, _: &str) -> Option<Fatto> {
        None
    }

    fn tell(&self, _: &Compito, _: &Fatto) -> anyhow::Result<()> {
        Ok(())
    }
}

fn one(
    path: &Path,
    args: &Check,
    scelta: &Scelta<'_>,
    output: &Console,
    log: &mut Log,
) -> anyhow::Result<Riga> {
    let name = path.display().to_string();
    let called = match piani::read(path, output) {
        Ok(called) => called,
        Err(code) => return Ok(Riga::new(&name, code, Come::Fermo)),
    };
    // Neither is given back, piece by piece: the program ends soon.
    let called = ManuallyDrop::new(called);
    let (source, law) = (&called.plan.source, Law::embedded());
    let checked = ManuallyDrop::new(called.plan.check(law));
    let scelta = match scelta.of(args, &called, &checked) {
        Ok(scelta) => scelta,
        Err(unknown) => {
            let piano = Some(source.name.as_str());
            let code = output.fail(piano, exit::USAGE, &unknown.message, &[unknown.help]);
            return Ok(Riga::new(&name, code, Come::Fermo));
        }
    };
    let mut findings = checked.findings.clone();
    findings.retain(|finding| scelta.counts(finding, &checked));
    let code = code(&findings, args.strict);
    findings.retain(|finding| scelta.shows(finding));
    let nascosti = checked.findings.len() - findings.len();
    let causes = if args.tutti { cause::each(findings) } else { checked.gather(findings) };
    // Who reports of one plan of many says what it depends on.
    let impronta = operaio::compito().map(|_| {
        let layouts = called.path.as_deref().and_then(|path| source::layouts(path).ok());
        invariato::of(source, &layouts.unwrap_or_default(), &richiesta(args))
    });
    let riga = Riga { carta: checked.carta(), impronta, ..Riga::new(&name, code, Come::Fatto) };
    let riga = riga.with(&causes);
    if output.format == Format::Sarif {
        log.push((source.clone(), causes));
        return Ok(riga);
    }
    output.findings(&causes, source)?;
    let riepilogo = scelta.is_whole().then(|| Riepilogo::new(&checked, &causes, law));
    summarize(source, &causes, nascosti, code, riepilogo.as_ref(), output)?;
    Ok(riga)
}

/// The exit code that some findings give.
pub(super) fn code(findings: &[Finding], strict: bool) -> u8 {
    if build::stops(findings, strict) { exit::PLAN } else { exit::FINE }
}

/// The last lines: where the findings are, how many, and how many were not asked for.
pub(super) fn summarize(
    source: &Source,
    causes: &[Cause],
    nascosti: usize,
    esito: u8,
    riepilogo: Option<&Riepilogo>,
    output: &Console,
) -> anyhow::Result<()> {
    let (piano, rilievi) = (source.name.as_str(), cause::tally(causes));
    if output.format == Format::Json {
        let chiusura = Chiusura { piano, esito, rilievi, nascosti, riepilogo };
        Console::event(Evento::Esito(chiusura))?;
        return Ok(());
    }
    if let Some(riepilogo) = riepilogo.filter(|_| output.is_told()) {
        riepilogo.print();
    }
    output.closing(&format!("{piano}: {}", sentence(rilievi, nascosti)));
    if let Some(next) = riepilogo::next(causes, source) {
        output.closing(&format!("ora: {next}"));
    }
    Ok(())
}

/// How many findings are shown, and how many are not: that there are none is never said of some.
fn sentence(rilievi: Tally, nascosti: usize) -> String {
    let hidden = match nascosti {
        0 => return rilievi.sentence(),
        1 => "un rilievo non è mostrato".into(),
        many => format!("{many} rilievi non sono mostrati"),
    };
    let shown = if rilievi.all() == 0 { "niente da mostrare".into() } else { rilievi.sentence() };
    format!("{shown}; {hidden}")
}
