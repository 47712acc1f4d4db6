//! The plan of the next year from this year's.

use std::fs;

use piao::import::{Importato, Scorso, next_year};
use piao::law::Law;
use piao::{Checked, Plan};
use tempfile::TempDir;

use super::{plan, texts};
use crate::support::program::{path, piao, stderr};
use crate::support::{CORPI, EXAMPLES, example, repo};

fn next(name: &str) -> Importato {
    let plan = example(name);
    let checked = plan.check(Law::embedded());
    follow(&plan, &checked)
}

fn follow(plan: &Plan, checked: &Checked<'_>) -> Importato {
    let scorso = Scorso { radice: &checked.radice, tree: plan.tree(), source: &plan.source };
    next_year(scorso, Law::embedded()).unwrap_or_else(|error| panic!("{}", error.perche))
}

/// What is said of how a plan is written.
fn form(plan: &Plan) -> Vec<String> {
    let checked = plan.check(Law::embedded());
    let areas = ["FORM", "TOML", "CSV", "FOGLIO", "FILE"];
    let of_form =
        checked.findings.iter().filter(|f| areas.iter().any(|own| f.code.starts_with(own)));
    of_form.map(|f| format!("{}: {}: {}", plan.source.place(f.span), f.code, f.message)).collect()
}

#[test]
fn every_example_has_a_next_year_without_errors_of_form() {
    for name in EXAMPLES.iter().map(|(name, _)| name).chain(CORPI) {
        let before = form(&example(name)).len();
        let wrong = form(&plan(&next(name)));
        assert!(wrong.len() <= before, "{name}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn years_move_results_are_to_be_written_and_targets_become_where_one_starts() {
    let importato = next("provincia-di-esempio");
    let made = plan(&importato);
    let checked = made.check(Law::embedded());
    let before = example("provincia-di-esempio");
    let before = before.check(Law::embedded());
    let (old, new) = (&before.piano, &checked.piano);
    let piao = &new.piao;
    assert_eq!((piao.triennio.inizio, piao.triennio.fine), (2028, 2030));
    assert!(piao.adozione.as_ref().is_none_or(|own| own.numero.is_none() && own.data.is_none()));
    assert!(piao.pubblicazione.is_none());
    assert_eq!(
        piao.piano_precedente.as_deref(),
        Some("PIAO 2027-2029, decreto n. 9 del 28 gennaio 2027")
    );
    let texts = texts(&importato);
    assert!(texts["piao.toml"].contains("stato = \"bozza\""), "{}", texts["piao.toml"]);
    // What lasts.
    assert_eq!(format!("{:?}", new.unita.len()), format!("{:?}", old.unita.len()));
    assert_eq!(new.obiettivi_vp.len(), old.obiettivi_vp.len());
    assert_eq!(new.obiettivi_performance.len(), old.obiettivi_performance.len());
    assert_eq!(new.processi.len(), old.processi.len());
    let sheets = "dati/trasparenza.xlsx";
    let carried = importato.files.iter().find(|(name, _)| name == sheets).expect("it is carried");
    let own = fs::read(repo("examples/provincia-di-esempio").join(sheets)).expect("a workbook");
    assert!(carried.1 == own, "the workbook is another");
    assert!(texts.contains_key("testi/contesto-esterno.md"));
    // What moves, as a comment.
    let performance = texts["2.2-performance.toml"];
    assert!(performance.contains("# scadenza = 2028-"), "{performance}");
    assert!(performance.contains(": da confermare"), "{performance}");
    let value = texts["2.1-valore-pubblico.toml"];
    assert!(
        value.contains("# baseline = { ") && value.contains("era il traguardo del 2027"),
        "{value}"
    );
    assert!(!value.contains("anno = 2027, valore"), "a target of a past year is left");
    // What is past.
    assert!(new.assunzioni.iter().all(|own| own.anno >= 2028));
    assert!(new.assunzioni.len() < old.assunzioni.len());
    let dangling = checked.findings.iter().find(|finding| finding.code == "XRF-002");
    assert!(dangling.is_none(), "{:?}", dangling.map(|finding| &finding.message));
    assert!(texts["piao.toml"].lines().all(|line| !line.starts_with("[[pareri]]")));
}

#[test]
fn a_plan_that_cannot_be_read_has_no_next_year() {
    let folder = TempDir::new().expect("a temporary folder");
    let (from, out) = (folder.path().join("da"), folder.path().join("a"));
    fs::create_dir(&from).expect("ours");
    fs::write(from.join("piao.toml"), "[piao]\ntriennio = \"2027\"\n").expect("ours");
    let done = piao(&["import", "--from", path(&from), "--out", path(&out)]);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    assert!(stderr(&done).contains("piao check") && !out.exists(), "{}", stderr(&done));
    fs::write(from.join("piao.toml"), "[piao]\nstato = \"bozza\"\n").expect("ours");
    let done = piao(&["import", "--from", path(&from), "--out", path(&out)]);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    assert!(stderr(&done).contains("piao check") && !out.exists(), "{}", stderr(&done));
    let done = piao(&["import", "--from", "examples/comune-piccolo", "--out", path(&out)]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
}
