//! What other programs read: SARIF logs, and the JSON Schema of a plan.

use std::process::Command;

use piao::law::Law;
use piao::schema_json;
use serde_json::{Value, json};
use toml::Table;

use crate::support::{EXAMPLES, built, read, repo, smallest};

#[test]
fn a_log_is_valid_sarif() {
    let output = Command::new(env!("CARGO_BIN_EXE_piao"))
        .args(["check", "--tutti", "--format", "sarif"])
        .args(EXAMPLES.iter().map(|(name, _)| repo("examples").join(name)))
        .output()
        .expect("the program runs");
    let log: Value = serde_json::from_slice(&output.stdout).expect("the log is JSON");
    // A pattern of the published schema has a bracket too many, which is no regular expression.
    let schema = read("tests/schemi/sarif-2.1.0.json").replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}?$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema of SARIF is a schema");
    let errors: Vec<String> = validator.iter_errors(&log).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert!(results.len() > 50, "only {} results", results.len());
}

/// TOML as the editors see it: dates are text.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect()
        }
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Datetime(date) => json!(date.to_string()),
        other => serde_json::to_value(other).expect("TOML is JSON, dates apart"),
    }
}

/// The text of a plan as the editors see it.
pub fn plan(text: &str) -> Value {
    let table: Table = toml::from_str(text).expect("the plan is TOML");
    as_json(&toml::Value::Table(table))
}

#[test]
fn the_schema_accepts_every_file_of_the_examples() {
    let schema = schema_json::of(Law::embedded());
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    let mut count = 0;
    for (name, _) in EXAMPLES {
        for entry in std::fs::read_dir(repo("examples").join(name)).expect("there").flatten() {
            if entry.path().extension().is_some_and(|e| e == "toml") {
                let text = std::fs::read_to_string(entry.path()).expect("there");
                let errors: Vec<String> =
                    validator.iter_errors(&plan(&text)).map(|e| e.to_string()).collect();
                assert!(errors.is_empty(), "{}: {errors:?}", entry.path().display());
                count += 1;
            }
        }
    }
    assert!(count > 15, "only {count} files");
}

#[test]
fn the_schema_refuses_what_the_walker_refuses() {
    let schema = schema_json::of(Law::embedded());
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    assert!(validator.is_valid(&plan(&smallest("ordinario"))));
    for wrong in [
        "chiave_ignota = 1",
        "[[stakeholder]]\nid = \"sh-x\"",
        "[[stakeholder]]\nid = \"sh x\"\nnome = \"X\"",
        "[[stakeholder]]\nid = \"sh-x\"\nnome = 3",
        "[[stakeholder]]\nid = \"sh-x\"\nnome = \"X\"\nbeneficiario = \"sì\"",
        "[[risorse]]\niniziativa = \"x\"\nmissione = \"98\"",
        "[[cessazioni]]\nanno = 20270",
        "[[accessibilita]]\nid = \"a\"\nazione = \"x\"\ntipo = \"mista\"",
        "[piao]\nregime = \"ridotto\"",
        "[monitoraggio]\ndata_relazione = \"30 giugno\"",
        "[monitoraggio]\ndata_relazione = \"2027-13-01\"",
    ] {
        assert!(!validator.is_valid(&plan(wrong)), "accepted: {wrong}");
    }
}

#[test]
fn what_is_wrong_inside_a_list_is_said_of_its_key() {
    let schema = schema_json::of(Law::embedded());
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    let fasi = "[[obiettivi_performance]]\nid = \"a\"\ntitolo = \"b\"\n\
                [[obiettivi_performance.fasi]]\ntitolo = \"f\"\n";
    let at = |line: &str| -> Vec<String> {
        let plan = plan(&format!("{fasi}{line}"));
        validator.iter_errors(&plan).map(|e| e.instance_path().to_string()).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(at("fine = 2027-06-30"), none);
    assert_eq!(at("fine = \"30/6/2027\""), none, "the walker reads it too");
    assert_eq!(at("fine = \"30 giugno\""), ["/obiettivi_performance/0/fasi/0/fine"]);
    assert_eq!(at("finne = 2027-06-30"), ["/obiettivi_performance/0/fasi/0/finne"]);
    assert_eq!(
        at("[piao]\nstato = \"bozza\"\ntriennio = { inizio = 2027, fine = 2029, fin = 1 }"),
        ["/piao/triennio/fin"]
    );
}

#[test]
fn a_description_says_what_to_write_and_not_the_title() {
    let schema = schema_json::of(Law::embedded());
    let definitions = schema["definitions"].as_object().expect("definitions").values();
    let mut count = 0;
    for holder in definitions.chain([&schema]) {
        for (key, field) in holder["properties"].as_object().expect("fields") {
            let said = field["description"].as_str().expect("words");
            let title = field["title"].as_str().expect("a title");
            assert!(!said.starts_with(&format!("{title}.")), "{key}: {said}");
            assert!(said.contains("Vuole "), "{key}: {said}");
            let forms = [format!("Esempio: `{key} = "), format!("[{key}]")];
            assert!(forms.iter().any(|form| said.contains(form)), "{key}: {said}");
            assert!(field.get("$ref").is_none(), "{key}: Draft 4 reads nothing beside it");
            count += 1;
        }
    }
    assert!(count > 300, "only {count} fields");
    let stato = &schema["definitions"]["piao"]["properties"]["stato"]["description"];
    assert!(stato.as_str().is_some_and(|said| said.contains("«bozza» (")), "{stato}");
    let pareri = &schema["properties"]["pareri"]["description"];
    assert!(pareri.as_str().is_some_and(|said| said.contains("Fonte: ")), "{pareri}");
}

#[test]
fn the_schema_beside_the_examples_is_the_one_that_the_program_prints() {
    let printed = serde_json::to_string_pretty(&schema_json::of(Law::embedded())).expect("JSON");
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(repo("examples/piao.schema.json"), printed.clone() + "\n").expect("ours");
    }
    assert_eq!(read("examples/piao.schema.json").trim_end(), printed, "ACCEPT=1 rewrites it");
    for (name, _) in EXAMPLES {
        for entry in std::fs::read_dir(repo("examples").join(name)).expect("there").flatten() {
            if entry.path().extension().is_some_and(|e| e == "toml") {
                let text = std::fs::read_to_string(entry.path()).expect("there");
                let line = "#:schema ../piao.schema.json\n";
                assert!(text.starts_with(line), "{} lacks {line}", entry.path().display());
            }
        }
    }
}

#[test]
fn the_documents_of_the_examples_are_what_their_schema_says() {
    let schema = piao::view::document::schema();
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    for example in built() {
        let mut document = serde_json::to_value(&example.document).expect("a document is JSON");
        let errors: Vec<String> = validator
            .iter_errors(&document)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", example.name);
        for wrong in [
            json!({ "tipo": "filmato", "id": "x" }),
            json!({ "tipo": "paragrafo", "id": "x", "testo": [{ "tipo": "lampeggiante" }] }),
            json!({ "tipo": "paragrafo", "testo": [] }),
        ] {
            document["parti"][0]["blocchi"] = json!([wrong]);
            assert!(!validator.is_valid(&document), "accepted: {wrong}");
        }
        document["parti"][0]["blocchi"] = json!([]);
        assert!(validator.is_valid(&document));
        document["mappa"]["disegno"]["segni"] = json!([{ "tipo": "spirale" }]);
        assert!(!validator.is_valid(&document));
    }
}

#[test]
fn the_schema_of_the_document_beside_the_examples_is_the_one_that_the_program_prints() {
    let output = Command::new(env!("CARGO_BIN_EXE_piao"))
        .args(["schema", "--documento"])
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(output.stdout).expect("JSON is text");
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(repo("examples/documento.schema.json"), &printed).expect("ours");
    }
    assert_eq!(read("examples/documento.schema.json"), printed, "ACCEPT=1 rewrites it");
}
