//! `piao build`.

use std::path::Path;

use super::args::{self, Format};
use super::check;
use super::destinazioni;
use super::exit;
use super::flusso::{Evento, File};
use super::invariato;
use super::lotto::operaio::{self, Compito};
use super::lotto::resoconto::{Come, Riga};
use super::lotto::{self, elenco};
use super::manifest::{self, Fatto, Manifest};
use super::output::Console;
use super::piani::{self, Chiamato, STDIN};
use super::scrittura;
use crate::build::{self, Bug, Order, Outcome, Refusal, Step, Tolerance};
use crate::cause::{self, Cause};
use crate::diag::Tally;
use crate::impronta;
use crate::law::Law;
use crate::render::{self, Artifact, Kind, Layout};
use crate::source;
use crate::view::document::Documento;
use crate::write::Cura;

/// Files that are named one by one when they go.
const NAMED: usize = 3;

pub(super) fn run(args: &args::Build, output: &Console) -> anyhow::Result<u8> {
    let outputs = match render::outputs(&args.solo) {
        Ok(outputs) => render::for_archive(outputs, args.pdf.into()),
        Err(error) => return Ok(output.fail(None, exit::USAGE, &error.to_string(), &[])),
    };
    if let Some(Compito { plan, out }) = operaio::compito() {
        let riga = single(&plan, &out.unwrap_or_default(), args, &outputs, output)?;
        operaio::report(&riga)?;
        return Ok(riga.esito);
    }
    let plans = match elenco::plans(&args.plans, &args.lotto, output) {
        Ok(plans) => plans,
        Err(code) => return Ok(code),
    };
    let is_one = plans.len() == 1 && plans == args.plans.paths() && !args.lotto.is_of_many();
    let folders = match destinazioni::of(&plans, args.out.as_deref(), is_one) {
        Ok(folders) => folders,
        Err(message) => return Ok(output.fail(None, exit::USAGE, &message, &[])),
    };
    if cfg!(not(feature = "pdf")) && args.solo.is_empty() && !plans.is_empty() {
        output.remark(
            None,
            "questo piao è compilato senza PDF: scrive il sito, il file unico e i dati",
        )?;
    }
    if let ([plan], [out], false) = (&plans[..], &folders[..], args.lotto.is_asked()) {
        return single(plan, out, args, &outputs, output).map(|riga| riga.esito);
    }
    let compiti = plans.into_iter().zip(folders);
    let compiti: Vec<_> = compiti.map(|(plan, out)| Compito { plan, out: Some(out) }).collect();
    lotto::run(&compiti, &args.lotto, &Mestiere { args, output }, output)
}

/// One plan, and what is reported of it.
fn single(
    plan: &Path,
    out: &Path,
    args: &args::Build,
    outputs: &[&'static dyn render::Output],
    output: &Console,
) -> anyhow::Result<Riga> {
    output.progress("leggo il piano…");
    let read = piani::read(plan, output);
    output.done();
    let called = match read {
        Ok(called) => called,
        Err(code) => return Ok(Riga::new(&plan.display().to_string(), code, Come::Fermo)),
    };
    One { called: &called, out, args, tolerance: tolerance(args), output }.build(outputs)
}

/// What the outputs of a plan depend on, beside its files.
pub(super) fn richiesta(
    solo: &[String],
    tolerance: Tolerance,
    strict: bool,
    pdf: args::Archivio,
) -> Vec<String> {
    let names = render::outputs(solo).unwrap_or_default();
    let names = names.iter().map(|output| output.name().to_owned());
    names
        .chain([format!("{tolerance:?}"), format!("strict {strict}"), format!("{pdf:?}")])
        .collect()
}

/// Building, as one of many has it done.
struct Mestiere<'a> {
    args: &'a args::Build,
    output: &'a Console,
}

impl lotto::Mestiere for Mestiere<'_> {
    fn impronta(&self, compito: &Compito) -> Option<String> {
        let is_asked = !self.args.force && compito.plan != Path::new(STDIN);
        is_asked.then(|| invariato::at(&compito.plan, &richiesta_di(self.args)).ok()).flatten()
    }

    fn fatto(&self, compito: &Compito, impronta: &str) -> Option<Fatto> {
        invariato::done(compito.out.as_deref()?, impronta)
    }

    fn tell(&self, compito: &Compito, fatto: &Fatto) -> anyhow::Result<()> {
        let (name, out) = (compito.plan.display().to_string(), compito.out.as_deref());
        let out = out.unwrap_or(Path::new(""));
        invariato::tell(&name, out, fatto, &Console::bare(self.output.format))
    }
}

/// The same, of what the command line says.
fn richiesta_di(args: &args::Build) -> Vec<String> {
    richiesta(&args.solo, tolerance(args), args.strict, args.pdf)
}

/// What the command line makes of errors.
fn tolerance(args: &args::Build) -> Tolerance {
    match (args.bozza, args.con_rilievi, args.senza_elenco) {
        (true, ..) => Tolerance::Draft,
        (_, true, false) => Tolerance::Listed,
        (_, true, true) => Tolerance::Silent,
        _ => Tolerance::None,
    }
}

/// One plan on its way to the disk.
struct One<'a> {
    called: &'a Chiamato,
    out: &'a Path,
    args: &'a args::Build,
    tolerance: Tolerance,
    output: &'a Console,
}

impl One<'_> {
    fn build(&self, outputs: &[&'static dyn render::Output]) -> anyhow::Result<Riga> {
        let output = self.output;
        let stopped = |code| Riga::new(self.name(), code, Come::Fermo);
        let layouts = match self.called.path.as_deref().map(source::layouts) {
            Some(Ok(layouts)) => layouts,
            Some(Err(error)) => return Ok(stopped(self.fail(exit::DISK, &error.to_string()))),
            None => Vec::new(),
        };
        let source = &self.called.plan.source;
        let impronta = invariato::of(source, &layouts, &richiesta_di(self.args));
        if let Some(fatto) = invariato::done(self.out, &impronta).filter(|_| !self.args.force) {
            invariato::tell(self.name(), self.out, &fatto, output)?;
            return Ok(fatto.riga(self.name()));
        }
        let layout = match self.layout(layouts) {
            Ok(layout) => layout,
            Err(code) => return Ok(stopped(code)),
        };
        output.progress("controllo il piano…");
        let order = Order {
            law: Law::embedded(),
            layout: &layout,
            outputs,
            tolerance: self.tolerance,
            strict: self.args.strict,
            progress: &|step| match step {
                Step::Check => {}
                Step::Draw => output.progress("disegno il documento…"),
            },
        };
        let build::Build { carta, causes, outcome } = build::build(&self.called.plan, &order);
        output.done();
        output.findings(&causes, source)?;
        let mut uscite = Vec::new();
        let code = match outcome {
            Outcome::Drawn { document, artifacts } => {
                let made = (impronta.as_str(), &carta, &causes[..]);
                let manifest =
                    Manifest::new(&self.called.plan, &document, self.tolerance, made, &artifacts);
                uscite = manifest.outputs();
                self.save(&causes, &document, &artifacts, &manifest.to_json()?)?
            }
            Outcome::Refused(refusal) => self.refuse(&refusal),
            Outcome::Layout(error) => self.fail(exit::LAYOUT, &error.to_string()),
            // Whoever panics has said so, but not to programs.
            Outcome::Bug(Bug::Panic(said)) if output.format == Format::Json => {
                self.fail(exit::BUG, &format!("errore interno di piao: {said}"))
            }
            Outcome::Bug(Bug::Panic(_)) => exit::BUG,
            #[cfg(feature = "pdf")]
            Outcome::Bug(Bug::Mismatch(mismatch)) => {
                self.fail(exit::BUG, &format!("errore interno di piao: {mismatch}"))
            }
        };
        check::summarize(source, &causes, 0, code, None, output)?;
        let come = match code {
            exit::FINE => Come::Fatto,
            exit::BUG => Come::Guasto,
            _ => Come::Fermo,
        };
        if code != exit::FINE {
            uscite.clear();
        }
        let riga = Riga::new(self.name(), code, come).with(&causes);
        Ok(Riga { carta, uscite, impronta: Some(impronta), ..riga })
    }

    fn name(&self) -> &str {
        &self.called.plan.source.name
    }

    fn fail(&self, esito: u8, message: &str) -> u8 {
        self.output.done();
        self.output.fail(Some(self.name()), esito, message, &[])
    }

    /// The embedded layouts, with the plan's own in their place.
    fn layout(&self, files: Vec<(String, Vec<u8>)>) -> Result<Layout, u8> {
        files.into_iter().try_fold(Layout::embedded(), |layout, (name, bytes)| {
            let own = layout.with_override(name, bytes);
            own.map_err(|error| self.fail(exit::LAYOUT, &error.to_string()))
        })
    }

    /// Says why a plan is not built, and gives its exit code.
    fn refuse(&self, refusal: &Refusal) -> u8 {
        let (code, text, help) = words(refusal);
        self.output.fail(Some(self.name()), code, &text, &[help.into()])
    }

    fn save(
        &self,
        causes: &[Cause],
        document: &Documento,
        artifacts: &[Artifact],
        manifest: &str,
    ) -> anyhow::Result<u8> {
        let tally = cause::tally(causes);
        let gone = match scrittura::write(self.out, artifacts, manifest, Cura::Durevole) {
            Ok(gone) => gone,
            Err(ostacolo) => return Ok(ostacolo.tell(self.name(), self.output)),
        };
        self.tell(tally, document, &gone)?;
        self.tell_hash(document, artifacts)?;
        for artifact in artifacts {
            let (path, opens) = (self.out.join(&artifact.path), artifact.kind.opens());
            if self.output.format == Format::Json {
                let file = File::new(self.name(), &path, artifact.what, opens, &artifact.bytes);
                Console::event(Evento::File(file))?;
            } else if opens {
                Console::line(&path.display().to_string())?;
            }
        }
        if self.output.format == Format::Json {
            let path = self.out.join(manifest::NAME);
            let file = File::new(self.name(), &path, "manifesto", false, manifest.as_bytes());
            Console::event(Evento::File(file))?;
        }
        Ok(exit::FINE)
    }

    /// Says the hash of the official PDF, unless it is one that nobody adopts; programs read it
    /// beside the file.
    fn tell_hash(&self, document: &Documento, artifacts: &[Artifact]) -> anyhow::Result<()> {
        let pdf = artifacts.iter().find(|artifact| artifact.kind == Kind::Pdf);
        let Some(pdf) = pdf.filter(|_| document.dispositivo.is_some()) else { return Ok(()) };
        if self.output.format != Format::Json {
            let hash = impronta::of(&pdf.bytes);
            let message = format!("impronta SHA-256 di {}, per l’atto: {hash}", pdf.path);
            self.output.remark(Some(self.name()), &message)?;
        }
        Ok(())
    }

    /// Says what would not be seen otherwise: errors that were admitted, files that are gone.
    fn tell(&self, tally: Tally, document: &Documento, gone: &[String]) -> anyhow::Result<()> {
        if self.tolerance.is_of_adopted() && tally.all() > 0 {
            let state = document.stato.etichetta.to_lowercase();
            let listed = match self.tolerance {
                Tolerance::Silent => "che il documento non elenca",
                _ => "elencati in fondo al documento",
            };
            let message = format!(
                "attenzione: il piano è compilato com’è, {state}, con {}, {listed}",
                tally.sentence()
            );
            self.output.remark(Some(self.name()), &message)?;
        }
        if !gone.is_empty() {
            let named = gone.iter().take(NAMED).map(|name| format!("«{name}»"));
            let more = gone.len().saturating_sub(NAMED);
            let more = (more > 0).then(|| format!("altri {more}"));
            let names: Vec<String> = named.chain(more).collect();
            let verb = if gone.len() == 1 { "non c’è più" } else { "non ci sono più" };
            let folder = self.out.display();
            let message =
                format!("in {folder} {verb} {}: questa compilazione non ne fa", names.join(", "));
            self.output.remark(Some(self.name()), &message)?;
        }
        Ok(())
    }
}

/// Why a plan is not built: the exit code, the fact, what to do.
pub(super) fn words(refusal: &Refusal) -> (u8, String, &'static str) {
    const STOPPED: &str = "il documento non è stato scritto";
    const MEND: &str = "correggi gli errori, o mettili da parte con un motivo in [[deroghe]]";
    match refusal {
        Refusal::NoDraft(state) => (
            exit::USAGE,
            format!("il piano è {state}: non si compila come bozza"),
            "«--con-rilievi» lo compila com’è, e in fondo ne elenca i rilievi",
        ),
        Refusal::NotAdopted(state) => (
            exit::USAGE,
            match state {
                Some(state) => {
                    format!("il piano è {state}: «--con-rilievi» è per un piano adottato")
                }
                None => "il piano non dice di essere adottato, come «--con-rilievi» chiede".into(),
            },
            "«--bozza» lo compila con i suoi errori, segnato come bozza in ogni pagina",
        ),
        Refusal::Unreadable => (
            exit::PLAN,
            format!("{STOPPED}: una parte del piano non si legge, e mancherebbe da ogni pagina"),
            "correggi prima gli errori di scrittura: né «--bozza» né «--con-rilievi» bastano",
        ),
        Refusal::Errors { way: Some(Tolerance::Draft) } => (
            exit::PLAN,
            format!("{STOPPED}: {MEND}"),
            "«--bozza» lo compila lo stesso, segnato come bozza in ogni pagina",
        ),
        Refusal::Errors { way: Some(_) } => (
            exit::PLAN,
            format!("{STOPPED}: {MEND}"),
            "se è stato adottato così, «--con-rilievi» lo compila com’è, e in fondo ne elenca i rilievi",
        ),
        Refusal::Errors { way: None } => (
            exit::PLAN,
            format!("{STOPPED}: {MEND}"),
            "con stato = \"bozza\" in [piao], «--bozza» lo compila lo stesso",
        ),
    }
}
