//! A turn: the plan read, checked and drawn once more, with the layouts of the last turn unless
//! they have changed.

use std::path::Path;

use crate::Plan;
use crate::build::{self, Bug, Order, Outcome, Tolerance};
use crate::cause::Cause;
use crate::cli::build::words;
use crate::cli::invariato;
use crate::cli::manifest::Manifest;
use crate::cli::oggi::Cronometro;
use crate::law::Law;
use crate::render::{Artifact, Layout, LayoutError, Output};
use crate::source::{self, Source};

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

/// What makes a plan again and again.
pub(super) struct Officina<'a> {
    plan: &'a Path,
    bozza: bool,
    outputs: Vec<&'static dyn Output>,
    solo: Vec<String>,
    /// The layouts of the plan, and what was made of them.
    layouts: Option<(Files, Layout)>,
}

/// What came of a turn.
pub(super) struct Giro {
    pub(super) source: Source,
    pub(super) causes: Vec<Cause>,
    pub(super) esito: Esito,
    /// How long it took.
    pub(super) millisecondi: u128,
}

/// What came of a plan.
pub(super) enum Esito {
    /// It was drawn.
    Fatto { artifacts: Vec<Artifact>, manifest: String },
    /// It was not, for this reason.
    Fermo(String),
}

impl<'a> Officina<'a> {
    pub(super) fn new(
        plan: &'a Path,
        bozza: bool,
        outputs: Vec<&'static dyn Output>,
        solo: Vec<String>,
    ) -> Self {
        Self { plan, bozza, outputs, solo, layouts: None }
    }

    /// Makes the plan once more.
    pub(super) fn turn(&mut self) -> Giro {
        let start = Cronometro::start();
        let (source, causes, esito) = self.made();
        Giro { source, causes, esito, millisecondi: start.elapsed().as_millis() }
    }

    fn made(&mut self) -> (Source, Vec<Cause>, Esito) {
        let nothing = || Source::from_texts(&[]);
        let plan = match Plan::read(self.plan) {
            Ok(mut plan) => {
                plan.source.name = self.plan.display().to_string();
                plan
            }
            Err(error) => return (nothing(), Vec::new(), Esito::Fermo(error.to_string())),
        };
        let layouts = match source::layouts(self.plan) {
            Ok(layouts) => layouts,
            Err(error) => return (plan.source, Vec::new(), Esito::Fermo(error.to_string())),
        };
        let richiesta = super::richiesta(self.bozza, &self.solo);
        let impronta = invariato::of(&plan.source, &layouts, &richiesta);
        let tolerance = if self.bozza { Tolerance::Draft } else { Tolerance::None };
        let outputs = self.outputs.clone();
        let layout = match self.layout(layouts) {
            Ok(layout) => layout,
            Err(error) => return (plan.source, Vec::new(), Esito::Fermo(error.to_string())),
        };
        let order = Order {
            law: Law::embedded(),
            layout,
            outputs: &outputs,
            tolerance,
            strict: false,
            progress: &|_| {},
        };
        let build::Build { carta, causes, outcome } = build::build(&plan, &order);
        let esito = match outcome {
            Outcome::Drawn { document, artifacts } => {
                let made = (impronta.as_str(), &carta, &causes[..]);
                let manifest = Manifest::new(&plan, &document, tolerance, made, &artifacts);
                match manifest.to_json() {
                    Ok(manifest) => Esito::Fatto { artifacts, manifest },
                    Err(error) => Esito::Fermo(error.to_string()),
                }
            }
            Outcome::Refused(refusal) => Esito::Fermo(words(&refusal).1),
            Outcome::Layout(error) => Esito::Fermo(error.to_string()),
            Outcome::Bug(Bug::Panic(said)) => {
                Esito::Fermo(format!("errore interno di piao: {said}"))
            }
            #[cfg(feature = "pdf")]
            Outcome::Bug(Bug::Mismatch(mismatch)) => {
                Esito::Fermo(format!("errore interno di piao: {mismatch}"))
            }
        };
        (plan.source, causes, esito)
    }

    /// The embedded layouts with the plan's own: those of the last turn, when they are the same.
    fn layout(&mut self, files: Files) -> Result<&Layout, LayoutError> {
        let kept = self.layouts.take().filter(|(own, _)| *own == files);
        let made = if let Some(kept) = kept {
            kept
        } else {
            let mut own = files.iter().cloned();
            let layout = own.try_fold(Layout::embedded(), |layout, (name, bytes)| {
                layout.with_override(name, bytes)
            })?;
            (files, layout)
        };
        Ok(&self.layouts.insert(made).1)
    }
}
