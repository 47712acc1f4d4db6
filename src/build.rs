//! One plan, from its source to what is drawn of it. Nothing is printed and nothing is written:
//! whoever calls says what was found and puts the files where they go.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

use crate::cause::Cause;
use crate::diag::{Finding, Severity};
use crate::law::Law;
use crate::model::scelte::Stati;
use crate::render::{Artifact, Layout, LayoutError, Output};
use crate::view::document::Documento;
use crate::{Carta, Checked, Plan};

/// How a plan is to be built.
pub struct Order<'a> {
    /// The law that it is held to.
    pub law: &'a Law,
    /// The layouts that draw it.
    pub layout: &'a Layout,
    /// What is drawn of it.
    pub outputs: &'a [&'static dyn Output],
    /// What is made of it when it has errors.
    pub tolerance: Tolerance,
    /// Whether warnings count as errors.
    pub strict: bool,
    /// Told what begins.
    pub progress: &'a dyn Fn(Step),
}

/// What is made of a plan that has errors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tolerance {
    /// Nothing.
    #[default]
    None,
    /// A draft: marked as such on every page, with its findings at the end.
    Draft,
    /// A plan adopted or published with its errors, as it is, with its findings at the end.
    Listed,
    /// The same, without its findings.
    Silent,
}

impl Tolerance {
    /// Whether the plan is one that was adopted with its errors.
    #[must_use]
    pub fn is_of_adopted(self) -> bool {
        matches!(self, Self::Listed | Self::Silent)
    }
}

/// What a build is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The plan is checked.
    Check,
    /// The document is drawn.
    Draw,
}

/// What was found in a plan, and what came of it.
#[derive(Debug)]
pub struct Build {
    /// Whose the plan is and where it stands.
    pub carta: Carta,
    /// What was found, one a cause, first things first.
    pub causes: Vec<Cause>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a plan.
#[derive(Debug)]
pub enum Outcome {
    /// A document and its outputs.
    Drawn {
        /// The document.
        document: Box<Documento>,
        /// The outputs, not yet written.
        artifacts: Vec<Artifact>,
    },
    /// Nothing: the plan is not fit to be drawn.
    Refused(Refusal),
    /// Nothing: a layout does not hold together.
    Layout(LayoutError),
    /// Nothing: a bug of ours.
    Bug(Bug),
}

/// Why a plan is not drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is adopted or published, this being its state: it cannot be a draft.
    NoDraft(String),
    /// It is neither adopted nor published, this being its state if it says one: its errors can
    /// still be mended.
    NotAdopted(Option<String>),
    /// Some of its text cannot be read, and would be silently missing.
    Unreadable,
    /// It has errors.
    Errors {
        /// With what it would be drawn all the same, its state being what it is.
        way: Option<Tolerance>,
    },
}

/// A bug of ours.
#[derive(Debug)]
pub enum Bug {
    /// The program stopped, saying this.
    Panic(String),
    /// The PDF is not what the document says.
    #[cfg(feature = "pdf")]
    Mismatch(crate::verify::Mismatch),
}

/// Whether some findings stop a plan, warnings too when `strict`.
#[must_use]
pub(crate) fn stops(findings: &[Finding], strict: bool) -> bool {
    let heavy = |finding: &Finding| {
        strict && finding.severity == Severity::Avviso && finding.deroga.is_none()
    };
    findings.iter().any(|finding| finding.stops() || heavy(finding))
}

/// Builds one plan. A panic stops this plan alone.
#[must_use]
pub fn build(plan: &Plan, order: &Order<'_>) -> Build {
    let (mut carta, mut causes) = (Carta::default(), Vec::new());
    let run = AssertUnwindSafe(|| {
        (order.progress)(Step::Check);
        let checked = plan.check(order.law);
        (carta, causes) = (checked.carta(), checked.causes());
        match refusal(&checked, order) {
            Some(refusal) => Outcome::Refused(refusal),
            None => drawn(&checked, order),
        }
    });
    let outcome = panic::catch_unwind(run)
        .unwrap_or_else(|cause| Outcome::Bug(Bug::Panic(said(cause.as_ref()))));
    Build { carta, causes, outcome }
}

fn refusal(checked: &Checked<'_>, order: &Order<'_>) -> Option<Refusal> {
    let state = checked.piano.piao.stato;
    let way = match state {
        Some(Stati::Bozza | Stati::Proposta) => Some(Tolerance::Draft),
        Some(Stati::Adottato | Stati::Pubblicato | Stati::Aggiornato) => Some(Tolerance::Listed),
        None => None,
    };
    let name = || state.map(|state| state.as_str().to_owned());
    match order.tolerance {
        Tolerance::Draft if way == Some(Tolerance::Listed) => {
            return Some(Refusal::NoDraft(name().unwrap_or_default()));
        }
        Tolerance::Listed | Tolerance::Silent if way != Some(Tolerance::Listed) => {
            return Some(Refusal::NotAdopted(name()));
        }
        _ => {}
    }
    if checked.is_unreadable() {
        return Some(Refusal::Unreadable);
    }
    let is_strict = order.tolerance == Tolerance::None;
    let stopped = is_strict && stops(&checked.findings, order.strict);
    stopped.then_some(Refusal::Errors { way })
}

fn drawn(checked: &Checked<'_>, order: &Order<'_>) -> Outcome {
    (order.progress)(Step::Draw);
    let edition = match order.tolerance {
        // What may still change is shown with what is to be mended.
        Tolerance::None => checked.document(checked.piano.piao.stato == Some(Stati::Bozza)),
        Tolerance::Silent => checked.document(false),
        Tolerance::Draft => checked.document(true),
        Tolerance::Listed => checked.document_with_findings(),
    };
    let artifacts = match edition.outputs(order.layout, order.outputs) {
        Ok(artifacts) => artifacts,
        Err(error) => return Outcome::Layout(error),
    };
    #[cfg(feature = "pdf")]
    if let Err(mismatch) = crate::verify::artifacts(&artifacts, &edition.document) {
        return Outcome::Bug(Bug::Mismatch(mismatch));
    }
    Outcome::Drawn { document: Box::new(edition.document), artifacts }
}

/// What a panic says.
fn said(cause: &(dyn Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default()
}
