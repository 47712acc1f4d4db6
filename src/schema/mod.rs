//! Does the tree fit the law's form? One walker reads the piano-tipo and says what is unknown,
//! wrong, missing or dangling; what fits becomes the typed plan.

mod caratteri;
mod doveri;
mod raccolta;
mod rinvii;
mod tabelle;
mod testi;
mod valori;
mod walk;

use serde_json::{Map, Value};

use crate::diag::{Findings, Places};
use crate::law::{Law, Profilo, profilo};
use crate::model::Piano;
use crate::source::Source;
use crate::syntax::Table;
pub use walk::Owner;

/// The plan as far as it could be read, and what is needed to speak of it.
#[derive(Debug)]
pub struct Outcome {
    /// The typed plan: fields in a wrong form are absent.
    pub piano: Piano,
    /// The administration.
    pub profilo: Profilo,
    /// Where its records are written.
    pub places: Places,
    /// Whose each record is, in the order of the source.
    pub owners: Vec<Owner>,
}

/// Checks a tree against the piano-tipo and makes the typed plan. Never fails.
///
/// # Panics
///
/// When schema and model disagree on a form: a bug, looked for by the tests.
pub fn check(tree: &Table, source: &Source, law: &Law, findings: &mut Findings) -> Outcome {
    let mut walker = walk::Walker::new(source, law, findings);
    let root = walker.root(tree);
    walker.check_references();
    let mut owners = std::mem::take(&mut walker.owners);
    owners.sort();
    let places = walker.places;
    let profilo = read_profilo(&root, law);
    doveri::check(&root, law, &profilo, &places, findings);
    let raccolta = raccolta::gather(&root, law);
    let mut piano: Piano = serde_json::from_value(Value::Object(root))
        .unwrap_or_else(|error| panic!("schema and model disagree: {error}"));
    piano.testi = raccolta.testi;
    piano.tempi = raccolta.tempi;
    Outcome { piano, profilo, places, owners }
}

/// What decides the profile, from the plan itself.
fn read_profilo(root: &Map<String, Value>, law: &Law) -> Profilo {
    let at = |path: &[&str]| {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(root.get(*first)?, |value, key| value.get(key))
    };
    let text = |path: &[&str]| at(path).and_then(Value::as_str);
    let inizio = at(&["piao", "triennio", "inizio"]).and_then(Value::as_i64);
    Profilo::new(profilo::Dati {
        ente: text(&["anagrafica", "tipologia"]).and_then(|key| law.enti.get(key)).cloned(),
        regime: text(&["piao", "regime"]),
        stato: text(&["piao", "stato"]),
        dipendenti: at(&["anagrafica", "dipendenti", "numero"]).and_then(Value::as_i64),
        data: text(&["piao", "adozione", "data"])
            .map(str::to_owned)
            .or_else(|| inizio.map(|year| format!("{year:04}-01-31"))),
    })
}
