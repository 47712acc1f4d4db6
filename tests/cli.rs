//! The program as a script meets it: exit codes, streams, files written or not.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::{read, repo, smallest, tree};

fn piao(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_piao"))
        .args(args)
        .current_dir(repo("."))
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// A folder with the smallest plan, some of its text replaced.
fn plan(from: &str, to: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let text = smallest("ordinario");
    assert!(text.contains(from), "the smallest plan does not hold «{from}»");
    fs::write(folder.path().join("piao.toml"), text.replacen(from, to, 1)).expect("ours");
    folder
}

#[test]
fn a_sound_plan_is_fine() {
    let output = piao(&["check", "examples/comune-piccolo"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("nessun rilievo"));
}

#[test]
fn findings_are_results_and_come_in_three_formats() {
    let folder = plan("fine = 2029", "fine = 2030");
    let human = piao(&["verifica", path(folder.path())]);
    assert_eq!(human.status.code(), Some(1));
    assert!(stdout(&human).contains("errore[GEN-001]"), "{}", stdout(&human));
    assert!(stdout(&human).contains("= fonte: D.L. 80/2021, art. 6, c. 2"));
    let short = piao(&["check", "--format", "short", path(folder.path())]);
    let line = stdout(&short);
    assert!(line.starts_with(&format!("{}/piao.toml:", path(folder.path()))), "{line}");
    let json = piao(&["check", "--format", "json", path(folder.path())]);
    let records: Vec<serde_json::Value> =
        stdout(&json).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(records[0]["codice"], "GEN-001");
    assert!(records[0]["fonti"][0]["indirizzo"].as_str().expect("a link").contains("!vig=2027-"));
    let summary = records.last().expect("a summary");
    assert_eq!(summary["esito"], 1);
    assert_eq!(summary["sottosezioni"][0]["rilievi"]["errori"], 1);
    assert_eq!(summary["uffici"][0]["nome"], "nessun ufficio indicato");
    assert_eq!(summary["catena"][0]["valore"], "vp-1");
    assert!(stderr(&human).contains("\n  vp-1 "), "the chain is shown: {}", stderr(&human));
}

#[test]
fn warnings_stop_only_when_asked() {
    let folder = plan("natura = \"nuovo\"\n", "");
    assert_eq!(piao(&["check", path(folder.path())]).status.code(), Some(0));
    let strict = ["check", "--strict", path(folder.path())];
    assert_eq!(piao(&strict).status.code(), Some(1));
    let hidden = piao(&[&strict[..], &["--severity", "errore"]].concat());
    assert_eq!(hidden.status.code(), Some(1), "what is not shown still counts");
    assert!(stderr(&hidden).contains("un rilievo non è mostrato"), "{}", stderr(&hidden));
    assert_eq!(piao(&["check", "--only", "PER-999", path(folder.path())]).status.code(), Some(2));
    let other = piao(&["check", "--strict", "--only", "per", path(folder.path())]);
    assert_eq!(other.status.code(), Some(0));
}

#[test]
fn a_wrong_command_line_is_said_in_italian() {
    for args in [&["chek"][..], &["check", "--formato"], &["build", "--format", "pdf"], &[]] {
        let output = piao(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let text = stderr(&output);
        assert!(!text.contains("error:") && !text.contains("Usage"), "{text}");
    }
    assert!(stderr(&piao(&["chek"])).contains("forse intendevi «check»"));
    for command in
        [&["--help"][..], &["check", "-h"], &["build", "-h"], &["init", "-h"], &["explain", "-h"]]
    {
        let help = stdout(&piao(command));
        for word in ["Usage", "Commands", "OPTIONS", "Options", "Arguments", "Print", "default"] {
            assert!(!help.contains(word), "{command:?} says «{word}»");
        }
    }
}

#[test]
fn what_is_not_there_is_the_disk() {
    let output = piao(&["check", "non-esiste"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("non esiste"));
}

#[test]
fn the_worst_of_several_plans_wins_and_each_is_reported() {
    let folder = plan("fine = 2029", "fine = 2030");
    let output = piao(&["check", "examples/comune-piccolo", path(folder.path()), "non-esiste"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stdout(&output).contains("GEN-001"));
    assert!(stderr(&output).contains("examples/comune-piccolo: nessun rilievo"));
}

#[test]
fn a_plan_with_errors_writes_nothing_unless_it_is_a_draft() {
    let folder = plan("stato = \"adottato\"", "stato = \"bozza\"");
    let file = folder.path().join("piao.toml");
    let text = fs::read_to_string(&file).expect("ours").replacen("fine = 2029", "fine = 2030", 1);
    fs::write(&file, text).expect("ours");
    let output = piao(&["build", path(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("--bozza"));
    assert_eq!(tree(folder.path()).len(), 1, "something was written");
}

#[test]
fn an_adopted_plan_is_not_built_as_a_draft() {
    let folder = plan("natura", "natura");
    let output = piao(&["build", "--bozza", path(folder.path())]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(tree(folder.path()).len(), 1);
}

#[test]
fn an_output_that_cannot_be_written_leaves_nothing() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("file");
    fs::write(&file, "x").expect("ours");
    let output = piao(&["build", "examples/comune-piccolo", "--out", path(&file)]);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&file).expect("ours"), "x");

    let foreign = folder.path().join("altro");
    fs::create_dir(&foreign).expect("ours");
    fs::write(foreign.join("tesi.doc"), "x").expect("ours");
    let output = piao(&["build", "examples/comune-piccolo", "--out", path(&foreign)]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("tesi.doc"));
    assert_eq!(tree(&foreign).len(), 1);

    let closed = folder.path().join("chiusa");
    fs::create_dir(&closed).expect("ours");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("ours");
    if fs::write(closed.join("prova"), "x").is_err() {
        let output =
            piao(&["build", "examples/comune-piccolo", "--out", path(&closed.join("dist"))]);
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(tree(&closed).len(), 0);
    }
}

#[test]
fn only_the_outputs_that_are_asked_for_are_written() {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("o");
    let build = |solo: &str| {
        piao(&["build", "examples/comune-piccolo", "--solo", solo, "--out", path(&out)])
    };
    let output = build("file");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let names: Vec<String> = tree(&out).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["manifest.json", "piao-2027-2029.html"]);
    assert_eq!(stdout(&output).lines().count(), 1);
    let output = build("sito,file");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).ends_with("sito/index.html\n"), "{}", stdout(&output));
    let refused = build("docx");
    assert_eq!(refused.status.code(), Some(2));
    let text = stderr(&refused);
    assert!(text.contains("l’uscita «docx» non esiste"), "{text}");
    assert!(text.contains("file, sito"), "{text}");
}

#[test]
fn a_broken_layout_is_said_with_its_place() {
    let folder = plan("natura", "natura");
    let layouts = folder.path().join("layouts/html");
    fs::create_dir_all(&layouts).expect("ours");
    fs::write(layouts.join("home.html"), "{{ d.non_esiste }}").expect("ours");
    let output = piao(&["build", path(folder.path()), "--out", path(&folder.path().join("o"))]);
    assert_eq!(output.status.code(), Some(4), "{}", stderr(&output));
    assert!(stderr(&output).contains("html/home.html"));
    fs::rename(layouts.join("home.html"), layouts.join("casa.html")).expect("ours");
    let output = piao(&["build", path(folder.path()), "--out", path(&folder.path().join("o"))]);
    assert_eq!(output.status.code(), Some(4));
    assert!(!folder.path().join("o").exists());
}

#[test]
fn every_code_is_explained() {
    let rules = piao(&["rules", "--format", "json"]);
    let mut count = 0;
    for line in stdout(&rules).lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let code = record["codice"].as_str().expect("a code");
        if count % 12 == 0 {
            let output = piao(&["spiega", code]);
            assert_eq!(output.status.code(), Some(0), "{code}");
            assert!(stdout(&output).contains("Fonte: "), "{code} shows no source");
        }
        count += 1;
    }
    assert!(count > 100, "only {count} rules");
    let page = stdout(&piao(&["explain", "VP-024"]));
    assert!(page.contains("~art6-com2-letg!vig=20"), "the link has no date: {page}");
    let output = piao(&["explain", "PER-0012"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("forse intendevi «PER-012»"), "{}", stderr(&output));
}

#[test]
fn a_new_plan_is_asked_only_for_what_is_still_to_be_written() {
    let folder = TempDir::new().expect("a temporary folder");
    let plan = folder.path().join("nuovo");
    let output = piao(&["init", path(&plan), "--tipo", "provincia", "--dipendenti", "180"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let check = piao(&["check", "--format", "short", path(&plan)]);
    assert_eq!(check.status.code(), Some(1));
    for word in ["TOML-", "FORM-", "XRF-"] {
        assert!(!stdout(&check).contains(word), "{}", stdout(&check));
    }
    assert!(stdout(&check).contains("VP-001"));
    assert_eq!(piao(&["init", path(&plan)]).status.code(), Some(3), "nothing is overwritten");
    assert_eq!(piao(&["init", "x", "--tipo", "scuola"]).status.code(), Some(2));
}

#[test]
fn every_line_of_a_new_plan_can_be_uncommented() {
    for (tipo, dipendenti) in [("provincia", "180"), ("Azienda sanitaria", "900"), ("comune", "38")]
    {
        let folder = TempDir::new().expect("a temporary folder");
        let plan = folder.path().join("nuovo");
        let output = piao(&["init", path(&plan), "--tipo", tipo, "--dipendenti", dipendenti]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        for (name, bytes) in tree(&plan) {
            let text = String::from_utf8(bytes).expect("a plan is text");
            let key = |c: char| c.is_ascii_lowercase() || c == '_' || c == ' ';
            let open = |line: &str| {
                let inside = line.strip_prefix("# ")?;
                let table = inside.starts_with('[') && inside.ends_with(']');
                let pair = inside.split_once(" = ").is_some_and(|(left, _)| left.chars().all(key));
                (table || pair).then(|| inside.to_owned())
            };
            let opened: Vec<String> =
                text.lines().map(|line| open(line).unwrap_or_else(|| line.to_owned())).collect();
            fs::write(plan.join(&name), opened.join("\n")).expect("ours");
        }
        let check = stdout(&piao(&["check", "--format", "short", path(&plan)]));
        for code in ["TOML-", "FORM-001", "FORM-002"] {
            assert!(!check.contains(code), "{tipo}: {check}");
        }
    }
}

#[test]
fn the_document_is_printed_as_json() {
    let output = piao(&["view", "examples/comune-piccolo"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["triennio"], "2027-2029");
}

#[test]
fn the_readme_names_the_commands_that_exist() {
    let readme = read("README.md");
    let help = stdout(&piao(&["--help"]));
    for command in ["init", "check", "build", "explain", "rules", "view"] {
        assert!(help.contains(command), "{command} is not in the help");
        assert!(readme.contains(&format!("piao {command}")), "{command} is not in the README");
    }
}
