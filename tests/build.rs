//! Building as a function: what it returns, plan after plan.

use std::cell::RefCell;

use piao::Plan;
use piao::law::Law;
use piao::render::{self, Layout, LayoutError, Output, Work};
use piao::{Bug, Build, Order, Outcome, Refusal, Step, Tolerance, build};

use crate::support::{example, smallest};

fn order<'a>(layout: &'a Layout, outputs: &'a [&'static dyn Output], bozza: bool) -> Order<'a> {
    let tolerance = if bozza { Tolerance::Draft } else { Tolerance::None };
    Order { law: Law::embedded(), layout, outputs, tolerance, strict: false, progress: &|_| {} }
}

fn run(source: &Plan, bozza: bool) -> Build {
    let outputs = render::outputs(&["file"]).expect("there is a file");
    build(source, &order(&Layout::embedded(), &outputs, bozza))
}

#[test]
fn a_plan_gives_its_document_and_outputs_or_says_why_not() {
    let sound = run(&example("comune-piccolo"), false);
    assert!(matches!(sound.outcome, Outcome::Drawn { artifacts, .. } if artifacts.len() == 1));
    let state = |state: &str, wrong: (&str, &str)| {
        let text = smallest("ordinario").replacen("stato = \"adottato\"", state, 1);
        let source = Plan::from_texts(&[("piao.toml", &text.replacen(wrong.0, wrong.1, 1))]);
        move |bozza| match run(&source, bozza).outcome {
            Outcome::Refused(refusal) => Some(refusal),
            _ => None,
        }
    };
    let adopted = state("stato = \"adottato\"", ("", ""));
    assert_eq!(adopted(true), Some(Refusal::NoDraft("adottato".into())));
    assert_eq!(adopted(false), None);
    let draft = state("stato = \"bozza\"", ("fine = 2029", "fine = 2030"));
    assert_eq!(draft(false), Some(Refusal::Errors { way: Some(Tolerance::Draft) }));
    assert_eq!(draft(true), None);
    let broken = state("stato = \"bozza\"", ("[[risorse]]", "[[risorse"));
    assert_eq!(broken(true), Some(Refusal::Unreadable));
}

#[test]
fn what_a_build_does_is_told() {
    let told = RefCell::new(Vec::new());
    let layout = Layout::embedded();
    let outputs = render::outputs(&["file"]).expect("there is a file");
    let progress = |phase| told.borrow_mut().push(phase);
    let order = Order { progress: &progress, ..order(&layout, &outputs, false) };
    assert!(matches!(build(&example("comune-piccolo"), &order).outcome, Outcome::Drawn { .. }));
    assert_eq!(*told.borrow(), [Step::Check, Step::Draw]);
}

#[test]
fn an_output_that_is_not_there_is_named() {
    let refused = |names: &[&str]| render::outputs(names).err().map(|error| error.to_string());
    assert_eq!(refused(&[]), None);
    assert_eq!(refused(&["sito", "file"]), None);
    let said = refused(&["file", "fiel"]);
    assert_eq!(said.as_deref(), Some("l’uscita «fiel» non esiste: forse intendevi «file»"));
    let said = refused(&["docx"]).expect("there is none");
    assert!(said.starts_with("l’uscita «docx» non esiste: ci sono "), "{said}");
    let without = cfg!(not(feature = "pdf")).then_some("piao è compilato senza l’uscita «pdf»");
    assert_eq!(refused(&["pdf"]).as_deref(), without);
}

/// An output that cannot be drawn.
struct Guasto;

impl Output for Guasto {
    fn name(&self) -> &'static str {
        "guasto"
    }

    fn draw(&self, _: &Work<'_>) -> Result<Vec<render::Artifact>, LayoutError> {
        panic!("guasto")
    }
}

#[test]
fn a_panic_stops_one_plan_alone() {
    let layout = Layout::embedded();
    let (source, outputs): (_, [&'static dyn Output; 1]) = (example("comune-piccolo"), [&Guasto]);
    let broken = build(&source, &order(&layout, &outputs, false));
    assert!(matches!(broken.outcome, Outcome::Bug(Bug::Panic(said)) if said == "guasto"));
    assert!(matches!(run(&source, false).outcome, Outcome::Drawn { .. }));
}
