//! The program as a script meets it: exit codes, streams, files written or not.

use std::fs;

use tempfile::TempDir;

use crate::support::program::{lines, path, piao, piao_reading, plan, stderr, stdout};
use crate::support::{read, repo, smallest, tree};

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
fn a_file_of_a_plan_is_checked_within_it() {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in tree(&repo("examples/provincia-di-esempio")) {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("inside")).expect("ours");
        fs::write(file, bytes).expect("ours");
    }
    let file = |name: &str| folder.path().join(name);
    let break_it = |name: &str| {
        let text = fs::read_to_string(file(name)).expect("ours");
        fs::write(file(name), text + "\n[chiave_ignota]\n").expect("ours");
    };
    break_it("2.2-performance.toml");
    let sound = piao(&["check", path(&file("2.1-valore-pubblico.toml"))]);
    assert_eq!(sound.status.code(), Some(0), "{}", stdout(&sound));
    assert!(
        stderr(&sound).contains("2.1-valore-pubblico.toml: niente da mostrare; un rilievo non")
    );
    let broken = piao(&["check", path(&file("2.2-performance.toml"))]);
    assert_eq!(broken.status.code(), Some(1), "{}", stdout(&broken));
    assert_eq!(stdout(&broken).matches("errore[").count(), 1, "{}", stdout(&broken));
    let text = tree(folder.path()).into_iter().find(|(name, _)| name.ends_with(".md"));
    let text = file(&text.expect("the example has a text").0);
    assert_eq!(piao(&["check", path(&text)]).status.code(), Some(0));
    // A file that says which plan it is stands alone.
    fs::write(file("altro.toml"), smallest("ordinario")).expect("ours");
    let alone = piao(&["check", path(&file("altro.toml"))]);
    assert_eq!(
        stderr(&alone).lines().last(),
        Some(&*format!("{}: nessun rilievo", path(&file("altro.toml"))))
    );
}

#[test]
fn a_plan_may_come_from_standard_input() {
    let sound = piao_reading(&["check", "-"], &smallest("ordinario"));
    assert_eq!(sound.status.code(), Some(0), "{}", stdout(&sound));
    let wrong = smallest("ordinario").replacen("fine = 2029", "fine = 2030", 1);
    let broken = piao_reading(&["check", "--format", "short", "-"], &wrong);
    assert!(stdout(&broken).starts_with("-/piao.toml:"), "{}", stdout(&broken));
    assert_eq!(piao_reading(&["build", "-"], &smallest("ordinario")).status.code(), Some(2));
    assert_eq!(piao(&["check", "-", "-"]).status.code(), Some(2), "there is only one");
}

#[test]
fn findings_are_chosen_by_sub_section_and_by_office() {
    let all = piao(&["check", "--format", "json", "examples/provincia-di-lucca"]);
    let count = |output: &std::process::Output| {
        lines(output).iter().filter(|line| line["tipo"] == "rilievo").count()
    };
    let chosen = |option: &str, value: &str| {
        piao(&["check", "--format", "json", option, value, "examples/provincia-di-lucca"])
    };
    let [part, section] = ["2.2", "2"].map(|number| count(&chosen("--sottosezione", number)));
    assert!(0 < part && part < section && section < count(&all), "{part} {section}");
    let summary = lines(&all).pop().expect("a summary");
    let offices = summary["uffici"].as_array().expect("offices");
    let named = offices.iter().find(|own| own["nome"] != "nessun ufficio indicato");
    let (name, tally) =
        named.map(|own| (own["nome"].as_str(), &own["rilievi"])).expect("an office");
    let of_office = chosen("--ufficio", name.expect("a name"));
    assert_eq!(&lines(&of_office).pop().expect("a summary")["rilievi"], tally);
    for (option, value) in [("--sottosezione", "2.9"), ("--ufficio", "nessuno")] {
        let output = chosen(option, value);
        assert_eq!(output.status.code(), Some(2), "{option} {value}");
        let said = &lines(&output)[0];
        assert!(
            said["aiuti"][0].as_str().is_some_and(|help| help.starts_with("ci sono: ")),
            "{said}"
        );
    }
}

#[test]
fn that_there_is_no_finding_is_never_said_of_some() {
    let folder = plan("natura = \"nuovo\"\n", "");
    for option in [["--severity", "errore"], ["--only", "PER"], ["--sottosezione", "2.2"]] {
        let output = piao(&[&["check", path(folder.path())][..], &option].concat());
        let text = stderr(&output);
        assert!(
            !text.contains("nessun rilievo") && text.contains("un rilievo non è mostrato"),
            "{text}"
        );
    }
}

#[test]
fn quiet_leaves_results_alone() {
    let folder = plan("fine = 2029", "fine = 2030");
    let output = piao(&["check", "--quiet", path(folder.path())]);
    assert!(stdout(&output).contains("GEN-001"));
    assert_eq!(stderr(&output), "");
}

#[test]
fn the_words_that_people_try_are_commands() {
    let help = stdout(&piao(&["--help"]));
    assert_eq!(stdout(&piao(&["help"])), help);
    assert_eq!(stdout(&piao(&["aiuto", "check"])), stdout(&piao(&["check", "--help"])));
    assert_eq!(piao(&["help", "chek"]).status.code(), Some(2));
    assert_eq!(stdout(&piao(&["new", "--help"])), stdout(&piao(&["init", "--help"])));
    let version = stdout(&piao(&["--version"]));
    assert_eq!(version.contains("senza PDF"), cfg!(not(feature = "pdf")), "{version}");
    assert_eq!(help.contains("senza PDF"), cfg!(not(feature = "pdf")), "{help}");
}

#[test]
fn colours_are_as_the_environment_asks() {
    let folder = plan("fine = 2029", "fine = 2030");
    let colored = |args: &[&str]| stdout(&piao(args)).contains('\u{1b}');
    assert!(!colored(&["check", path(folder.path())]));
    assert!(colored(&["check", "--color", "always", path(folder.path())]));
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
    assert!(stdout(&check).contains("manca la sottosezione 2.1"));
    let schema = fs::read_to_string(plan.join("piao.schema.json")).expect("beside the plan");
    assert_eq!(schema, stdout(&piao(&["schema"])), "the schema that the files name");
    assert_eq!(piao(&["init", path(&plan)]).status.code(), Some(3), "nothing is overwritten");
    assert_eq!(piao(&["init", "x", "--tipo", "scuola"]).status.code(), Some(2));
}

#[test]
fn the_document_is_printed_as_json() {
    let output = piao(&["view", "examples/comune-piccolo"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["triennio"], "2027-2029");
    let two = piao(&["view", "examples/comune-piccolo", "examples/provincia-di-lucca"]);
    assert_eq!((two.status.code(), stdout(&two)), (Some(2), String::new()));
    assert!(stderr(&two).contains("--format json"), "{}", stderr(&two));
}

#[test]
fn the_readme_names_the_commands_that_exist() {
    let readme = read("README.md");
    let help = stdout(&piao(&["--help"]));
    for command in ["init", "check", "status", "build", "explain", "rules", "view"] {
        assert!(help.contains(command), "{command} is not in the help");
        assert!(readme.contains(&format!("piao {command}")), "{command} is not in the README");
    }
}
