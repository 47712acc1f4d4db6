//! `piao status`: what is done is counted beside what is missing.

use std::fs;

use piao::diag::Phase;
use piao::law::Law;
use piao::schema;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::program::{lines, path, piao, plan, stderr, stdout};
use crate::support::{check_text, example, smallest};

/// How far a plan is, on a day.
fn status(plan: &str, day: &str) -> Value {
    let output = piao(&["status", "--format", "json", "--oggi", day, plan]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    lines(&output).pop().expect("a line")
}

fn number(of: &Value, key: &str) -> u64 {
    of[key].as_u64().unwrap_or_else(|| panic!("no {key} in {of}"))
}

#[test]
fn every_duty_that_is_missing_is_counted_and_no_other() {
    let law = Law::embedded();
    let texts = [smallest("ordinario"), smallest("semplificato"), String::new()];
    let mut checked: Vec<_> = texts.iter().map(|text| check_text(text).1).collect();
    let plans = ["provincia-di-esempio", "comune-piccolo", "provincia-di-lucca"].map(example);
    checked.extend(plans.iter().map(|plan| plan.check(law)));
    for checked in &checked {
        let counted = schema::conta(&checked.radice, law, &checked.profilo, &checked.places);
        let missing = counted.iter().filter(|own| own.met == Some(false)).count();
        let duty = |phase| matches!(phase, Phase::Duty { .. });
        let told = checked.findings.iter().filter(|finding| duty(finding.phase)).count();
        assert_eq!(missing, told, "{}", checked.plan.source.name);
        let met = counted.iter().filter(|own| own.met == Some(true)).count();
        assert_eq!(met == 0, checked.radice.is_empty(), "{}", checked.plan.source.name);
    }
}

#[test]
fn a_plan_that_is_complete_owes_nothing() {
    for name in ["examples/provincia-di-esempio", "examples/comune-piccolo"] {
        let stato = status(name, "2027-03-01");
        let total = &stato["totale"];
        assert!(number(total, "dovuti") > 50 && number(total, "fatti") == number(total, "dovuti"));
        for own in stato["sottosezioni"].as_array().expect("a list") {
            let (due, done) = (number(own, "dovuti"), number(own, "fatti"));
            assert_eq!((done, number(own, "da_fare")), (due, 0), "{own}");
        }
        assert_eq!(stato["scadenza"]["data"], "2028-01-31", "the plan is adopted: {stato}");
    }
}

#[test]
fn what_is_taken_away_is_owed_and_what_is_wrong_is_told() {
    let whole = plan("natura", "natura");
    let before = status(path(whole.path()), "2027-01-15")["totale"].clone();
    let poorer = plan("natura = \"nuovo\"\n", "");
    let after = status(path(poorer.path()), "2027-01-15")["totale"].clone();
    assert_eq!(number(&after, "dovuti"), number(&before, "dovuti"));
    assert_eq!(number(&after, "fatti") + 1, number(&before, "fatti"));
    assert_eq!((number(&before, "da_fare"), number(&after, "da_fare")), (0, 1));
    let wrong = plan("fine = 2029", "fine = 2030");
    let after = status(path(wrong.path()), "2027-01-15")["totale"].clone();
    assert_eq!((number(&before, "da_correggere"), number(&after, "da_correggere")), (0, 1));
    assert_eq!(number(&after, "da_fare"), 0);
}

#[test]
fn an_office_is_charged_with_its_own_records() {
    let stato = status("examples/provincia-di-lucca", "2027-01-15");
    let offices = stato["uffici"].as_array().expect("a list");
    let (nobody, named) = offices.split_last().expect("offices");
    assert!(nobody["codice"].is_null() && number(nobody, "da_fare") > 0, "{nobody}");
    assert!(named.len() > 1 && named.iter().all(|own| own["codice"].is_string()));
    let owed = |own: &Value| number(own, "da_fare") + number(own, "da_correggere");
    assert!(
        named.is_sorted_by_key(|own| std::cmp::Reverse(owed(own))),
        "who owes most comes first"
    );
    for own in named.iter().filter(|own| owed(own) > 0) {
        assert!(!own["file"].as_array().expect("a list").is_empty(), "{own}");
    }
}

#[test]
fn days_are_counted_to_the_term_from_the_day_that_is_given() {
    let folder = TempDir::new().expect("a temporary folder");
    let new = folder.path().join("nuovo");
    assert_eq!(piao(&["init", path(&new), "--anno", "2027"]).status.code(), Some(0));
    let term = |day: &str| status(path(&new), day)["scadenza"].clone();
    assert_eq!(
        (&term("2027-01-15")["data"], &term("2027-01-15")["giorni"]),
        (&"2027-01-31".into(), &16.into())
    );
    assert_eq!(term("2027-02-01")["giorni"], -1);
    assert_eq!(term("2027-02-01")["festa"], "domenica");
    let said = |day: &str| stdout(&piao(&["status", "--oggi", day, path(&new)]));
    assert!(
        said("2027-01-15").contains("entro il 31\u{a0}gennaio\u{a0}2027 (domenica): fra 16 giorni"),
        "{}",
        said("2027-01-15")
    );
    assert!(said("2027-02-01").contains("scaduta da un giorno"));
    assert!(said("2027-01-31").contains("è oggi"));
    assert_eq!(piao(&["status", "--oggi", "domani", path(&new)]).status.code(), Some(2));
    let main = new.join("piao.toml");
    let text = fs::read_to_string(&main).expect("ours");
    fs::write(&main, text.replacen("triennio = ", "# triennio = ", 1)).expect("ours");
    assert!(term("2027-01-15").is_null());
}

#[test]
fn the_screen_is_aligned_and_fits() {
    for name in
        ["examples/provincia-di-esempio", "examples/comune-piccolo", "examples/provincia-di-lucca"]
    {
        let screen = stdout(&piao(&["stato", "--oggi", "2027-01-15", name]));
        assert!(!screen.contains('\u{1b}'), "plain when no terminal reads it");
        let column = |line: &str| line.find(" fatto").map(|at| line[..at].chars().count());
        let head = screen.lines().find_map(column).expect("a head");
        for line in screen.lines().filter(|line| line.contains('/') && !line.starts_with("Fonte")) {
            let slash = line.chars().take(head + 6).collect::<String>();
            assert!(slash.trim_end().ends_with(|c: char| c.is_ascii_digit()), "{line}");
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}
