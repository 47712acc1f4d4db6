//! Lists that are open: a plan calls a row in its own words, or names what no row is.

use piao::Plan;
use piao::law::Law;
use piao::model::scelte::Pareri;

use crate::support::{check_text, codes, smallest};

/// The smallest plan with one more opinion, whose kind is written so.
fn with(tipo: &str) -> String {
    format!("{}\n[[pareri]]\noggetto = \"Piano\"\ntipo = {tipo}\n", smallest("ordinario"))
}

#[test]
fn what_a_plan_calls_its_own_way_is_kept_and_is_what_it_is() {
    for (written, row) in [
        ("{ altro = \"Tavolo dei sindaci\" }", Pareri::Altro),
        ("{ valore = \"cug\", etichetta = \"Tavolo dei sindaci\" }", Pareri::Cug),
    ] {
        let (_, checked) = check_text(&with(written));
        assert_eq!(codes(&checked), Vec::<&str>::new(), "{written}");
        let last = checked.piano.pareri.last().expect("it is there");
        assert_eq!(last.tipo, Some(row), "{written}");
        let document = checked.document(false).document;
        let shown = serde_json::to_string(&document).expect("a document is JSON");
        assert!(shown.contains("Tavolo dei sindaci"), "{written} is not shown");
    }
}

#[test]
fn words_of_its_own_are_read_as_every_text() {
    let (_, checked) = check_text(&with("{ altro = \"xxx\" }"));
    assert_eq!(codes(&checked), ["GEN-021"]);
    let (_, checked) = check_text(&with("{ altro = \"a\\u0007b\" }"));
    assert!(codes(&checked).contains(&"TESTO-003"));
}

#[test]
fn what_is_not_written_so_is_told() {
    for wrong in [
        "{ altro = \" \" }",
        "{ altro = 3 }",
        "{ altro = \"a\\nb\" }",
        "{ altro = \"Uno\", etichetta = \"Due\" }",
        "{ valore = \"cug\" }",
        "{ valore = \"nulla\", etichetta = \"Due\" }",
        "{ nome = \"Uno\" }",
        "{}",
    ] {
        let (_, checked) = check_text(&with(wrong));
        let found = checked.findings.iter().find(|finding| finding.code == "FORM-002");
        let help = found.and_then(|finding| finding.help.as_deref()).unwrap_or_default();
        assert!(help.contains("{ altro = "), "{wrong}: {:?}", codes(&checked));
    }
    let (_, checked) = check_text(&with("\"tavolo\""));
    let found = checked.findings.iter().find(|finding| finding.code == "FORM-003");
    let help = found.and_then(|finding| finding.help.as_deref()).unwrap_or_default();
    assert!(help.contains("{ altro = "), "{help}");
}

#[test]
fn a_closed_list_stays_closed() {
    let stato = smallest("ordinario").replace("\"adottato\"", "{ altro = \"quasi adottato\" }");
    let (_, checked) = check_text(&stato);
    let found = checked.findings.iter().find(|finding| finding.code == "FORM-002");
    let found = found.expect("a table is no row of it");
    assert!(!found.help.as_deref().unwrap_or_default().contains("altro"));
}

#[test]
fn a_cell_says_it_with_a_colon() {
    let file = "pareri = { file = \"p.csv\" }\n";
    let cells = "oggetto;tipo\nUno;altro: Tavolo dei sindaci\nDue;cug:\nTre;stato: quasi\n";
    let plan = Plan::from_texts(&[("piao.toml", file), ("p.csv", cells)]);
    let checked = plan.check(Law::embedded());
    let wrong: Vec<&str> = checked
        .findings
        .iter()
        .filter(|finding| finding.code == "FORM-003")
        .map(|finding| plan.source.text(finding.span))
        .collect();
    assert_eq!(wrong, ["cug:", "stato: quasi"]);
    assert_eq!(checked.piano.pareri[0].tipo, Some(Pareri::Altro));
}
