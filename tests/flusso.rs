//! The stream that programs read: described, and the same for every command.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::program::{lines, path, piao, plan, stderr, stdout};
use crate::support::{read, repo};

fn schema() -> Value {
    serde_json::from_str(&stdout(&piao(&["schema", "--flusso"]))).expect("JSON")
}

#[test]
fn every_command_writes_the_stream_that_its_schema_describes() {
    let folder = plan("fine = 2029", "fine = 2030");
    let (new, copy) = (folder.path().join("nuovo"), folder.path().join("aspetto"));
    let (wrong, out) = (path(folder.path()), folder.path().join("o"));
    let report = folder.path().join("r.jsonl");
    let imported = folder.path().join("importato");
    let commands: &[&[&str]] = &[
        &["check", wrong, "examples/provincia-di-esempio", "non-esiste"],
        &["check", "--only", "XYZ"],
        &["check", "--report", path(&report), wrong],
        &["report", "--oggi", "2027-01-15", path(&report)],
        &["build", "--solo", "file", "--con-rilievi", "--out", path(&out), wrong],
        &["build", "--solo", "file", "--con-rilievi", "--out", path(&out), wrong],
        &["build", "--solo", "file", wrong],
        &["build", "--bozza", wrong],
        &["init", path(&new)],
        &["init", path(&new)],
        &["import", "tests/importazione/comune.docx", "--out", path(&imported)],
        &["explain", "PER-012"],
        &["explain", "PER-0012"],
        &["explain", "obiettivi_performance"],
        &["explain", "obiettivi_performance.fas"],
        &["rules"],
        &["layouts"],
        &["layouts", "--copy", path(&copy)],
        &["status", "--oggi", "2027-01-15", "examples/provincia-di-lucca"],
        &["view", "examples/comune-piccolo", "examples/provincia-di-lucca"],
        &["chek"],
    ];
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    let mut seen = BTreeSet::new();
    let found = found(folder.path());
    let commands = commands.iter().map(|command| command.to_vec());
    for command in commands.chain(found.iter().map(|file| vec!["verify", path(file)])) {
        let output = piao(&[&command[..], &["--format", "json"]].concat());
        assert_eq!(stderr(&output), "", "{command:?}");
        let lines = lines(&output);
        assert!(!lines.is_empty(), "{command:?} says nothing");
        for line in lines {
            let wrong: Vec<String> = validator.iter_errors(&line).map(|e| e.to_string()).collect();
            assert!(wrong.is_empty(), "{command:?}: {wrong:?}\n{line}");
            seen.insert(line["tipo"].as_str().expect("a kind").to_owned());
        }
    }
    let kinds = schema["oneOf"].as_array().expect("kinds").iter();
    let kinds =
        kinds.map(|kind| kind["properties"]["tipo"]["const"].as_str().expect("a kind").to_owned());
    let kinds = kinds.filter(|kind| kind != "riscontro" || !found.is_empty());
    assert_eq!(seen, kinds.collect(), "a kind of line is never written");
}

/// A PDF to be verified, in a program that makes them.
fn found(folder: &Path) -> Vec<PathBuf> {
    #[cfg(feature = "pdf")]
    {
        let file = folder.join("piao.pdf");
        fs::write(&file, crate::support::built()[1].pdf()).expect("ours");
        vec![file]
    }
    #[cfg(not(feature = "pdf"))]
    {
        _ = folder;
        Vec::new()
    }
}

#[test]
fn the_schema_of_the_stream_refuses_what_is_not_in_it() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    let sound = json!({ "versione": 1, "tipo": "avviso", "piano": null, "messaggio": "x" });
    assert!(validator.is_valid(&sound));
    for (key, value) in [
        ("versione", json!(2)),
        ("versione", Value::Null),
        ("tipo", json!("altro")),
        ("messaggio", json!(3)),
    ] {
        let mut wrong = sound.clone();
        wrong[key] = value;
        assert!(!validator.is_valid(&wrong), "accepted: {wrong}");
    }
    let mut poor = sound.clone();
    poor.as_object_mut().expect("an object").remove("messaggio");
    assert!(!validator.is_valid(&poor), "accepted: {poor}");
}

#[test]
fn the_schema_of_the_stream_beside_the_examples_is_the_one_that_the_program_prints() {
    let printed = stdout(&piao(&["schema", "--flusso"]));
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(repo("examples/flusso.schema.json"), &printed).expect("ours");
    }
    assert_eq!(read("examples/flusso.schema.json"), printed, "ACCEPT=1 rewrites it");
}

#[test]
fn a_document_in_the_stream_is_the_one_that_view_prints() {
    let stream = piao(&["view", "--format", "json", "examples/comune-piccolo"]);
    let alone = piao(&["view", "examples/comune-piccolo"]);
    let document: Value = serde_json::from_slice(&alone.stdout).expect("JSON");
    assert_eq!(lines(&stream)[0]["documento"], document);
}

#[test]
fn a_place_is_written_the_same_in_every_format() {
    let folder = plan("fine = 2029", "fine = 2030");
    let check = |format: &str| piao(&["check", "--format", format, path(folder.path())]);
    let file = path(&folder.path().join("piao.toml")).to_owned();
    assert_eq!(lines(&check("json"))[0]["luogo"]["file"], file.as_str());
    assert!(stdout(&check("short")).starts_with(&format!("{file}:")));
    let log: Value = serde_json::from_slice(&check("sarif").stdout).expect("JSON");
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], file.as_str());
}

#[test]
fn findings_go_where_those_of_a_check_go() {
    let folder = plan("fine = 2029", "fine = 2030");
    let (check, build) =
        (piao(&["check", path(folder.path())]), piao(&["build", path(folder.path())]));
    assert!(stdout(&check).contains("GEN-001") && stdout(&build).contains("GEN-001"));
    assert!(!stderr(&check).contains("GEN-001") && !stderr(&build).contains("GEN-001"));
}

#[test]
fn a_log_is_refused_where_there_is_none() {
    let home = TempDir::new().expect("a temporary folder");
    let new = home.path().join("nuovo");
    for command in [
        &["build", "examples/comune-piccolo"][..],
        &["explain", "VP-001"],
        &["rules"],
        &["init", path(&new)],
        &["view", "examples/comune-piccolo"],
    ] {
        let output = piao(&[command, &["--format", "sarif"][..]].concat());
        assert_eq!(
            (output.status.code(), stdout(&output)),
            (Some(2), String::new()),
            "{command:?}"
        );
    }
    assert!(!new.exists());
}
