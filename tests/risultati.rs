//! Results of what was planned, and what is made of them.

use crate::support::{check_text, codes, smallest};

/// The smallest plan, its first objective with two phases of these weights and results.
fn with(phases: &[(&str, &str)]) -> String {
    let mut plan: toml::Table = toml::from_str(&smallest("ordinario")).expect("it is TOML");
    let phase = |(peso, raggiungimento): &(&str, &str)| {
        let reached = if raggiungimento.is_empty() { "" } else { "raggiungimento = " };
        let text = format!(
            "codice = \"A{peso}\"\ntitolo = \"Fase {peso}\"\ncadenza = \"annuale\"\npeso = {peso}\n\
             {reached}{raggiungimento}"
        );
        toml::Value::Table(toml::from_str(&text).expect("it is TOML"))
    };
    plan["obiettivi_performance"][0]["fasi"] =
        toml::Value::Array(phases.iter().map(phase).collect());
    toml::to_string(&plan).expect("a table is TOML")
}

/// The document of a plan, as JSON.
fn drawn(plan: &str) -> String {
    let (_, checked) = check_text(plan);
    assert_eq!(codes(&checked), Vec::<&str>::new());
    serde_json::to_string(&checked.document(false).document).expect("a document is JSON")
}

#[test]
fn how_much_of_an_objective_is_reached_is_the_mean_of_its_phases_by_their_weights() {
    let shown = drawn(&with(&[("75", "90"), ("25", "62.5")]));
    assert!(shown.contains("83,1\u{a0}% (media pesata)"), "the mean is not at the foot");
    assert!(shown.contains("A75") && shown.contains("Annuale"));
}

#[test]
fn without_every_result_there_is_no_mean() {
    assert!(!drawn(&with(&[("75", "90"), ("25", "")])).contains("media pesata"));
}
