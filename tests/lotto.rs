//! Many plans: none stops another, nothing is done twice, shares and interruptions lose nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::support::piani::Piani;
use crate::support::program::{command, path, piao, piao_reading, stderr, stdout};
use crate::support::{smallest, tree};

/// The name, the exit code and the outcome of each line.
fn come(lines: &BTreeMap<String, Value>) -> Vec<(&str, u64, &str)> {
    let told = lines.iter().map(|(name, line)| {
        let code = line["esito"].as_u64().expect("a code");
        (name.as_str(), code, line["come"].as_str().expect("a word"))
    });
    told.collect()
}

#[test]
fn one_plan_stops_no_other_and_each_is_reported() {
    let piani = Piani::new(3);
    piani.write("ente-1", "[piao\n");
    fs::create_dir_all(piani.at("vuota")).expect("ours");
    let list = piani.file("elenco");
    let named =
        ["ente-0", "ente-1", "ente-2", "manca"].map(|name| path(&piani.at(name)).to_owned());
    fs::write(&list, named.join("\n")).expect("ours");
    let report = piani.file("r.jsonl");
    let args = ["build", "--solo", "file", "--plans", path(&list), "--report", path(&report)];
    let output = piao(&args);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).contains("4 piani: 2 fatti, 2 fermi"), "{}", stderr(&output));
    let lines = piani.lines("r.jsonl");
    let told = [
        ("ente-0", 0, "fatto"),
        ("ente-1", 1, "fermo"),
        ("ente-2", 0, "fatto"),
        ("manca", 3, "fermo"),
    ];
    assert_eq!(come(&lines), told);
    assert_eq!(lines["ente-0"]["carta"]["codice_ipa"], "e_0");
    assert_eq!(lines["ente-1"]["regole"][0]["codice"], "TOML-001");
    let written = lines["ente-0"]["uscite"].as_array().expect("outputs");
    assert_eq!(written[0]["percorso"], "piao-2027-2029.html");
    let schema: Value =
        serde_json::from_str(&stdout(&piao(&["schema", "--resoconto"]))).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    for line in lines.values() {
        let wrong: Vec<String> = validator.iter_errors(line).map(|e| e.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}\n{line}");
        let mut poor = line.clone();
        poor.as_object_mut().expect("an object").remove("esito");
        assert!(!validator.is_valid(&poor));
    }
    let check = piao(&["check", "--format", "short", path(&piani.folder())]);
    assert_eq!(check.status.code(), Some(1), "{}", stderr(&check));
    assert!(stderr(&check).contains("3 piani: 2 fatti, 1 fermo"), "{}", stderr(&check));
}

#[test]
fn a_list_may_come_from_standard_input_and_be_ended_by_nul() {
    let piani = Piani::new(2);
    let text = format!("{}\0{}\0", path(&piani.at("ente-0")), path(&piani.at("ente-1")));
    let output = piao_reading(&["check", "--plans", "-"], &text);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("2 piani: 2 fatti"), "{}", stderr(&output));
    let missing = piao(&["check", "--plans", "non-esiste"]);
    assert_eq!(missing.status.code(), Some(3));
}

/// When each file of a folder was written.
fn times(folder: &Path) -> Vec<(String, std::time::SystemTime)> {
    let files = tree(folder).into_iter();
    let time = |name: &str| fs::metadata(folder.join(name)).and_then(|meta| meta.modified());
    files.map(|(name, _)| (name.clone(), time(&name).expect("there"))).collect()
}

#[test]
fn nothing_is_done_twice() {
    let piani = Piani::new(1);
    let (plan, out) = (piani.at("ente-0"), piani.file("o"));
    let build = |more: &[&str]| {
        let output =
            piao(&[&["build", "--solo", "file", "--out", path(&out), path(&plan)], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        (times(&out), stderr(&output), stdout(&output))
    };
    let (first, _, said) = build(&[]);
    let (second, told, again) = build(&[]);
    assert_eq!((&first, &said), (&second, &again));
    assert!(told.contains("niente è cambiato"), "{told}");
    let (forced, ..) = build(&["--force"]);
    assert_ne!(first, forced);
    // By content: the same text written again changes nothing, another text or request does.
    let text = fs::read_to_string(plan.join("piao.toml")).expect("ours");
    fs::write(plan.join("piao.toml"), &text).expect("ours");
    assert_eq!(build(&[]).0, forced);
    fs::write(plan.join("piao.toml"), text.replacen("Ente 0", "Ente zero", 1)).expect("ours");
    let (changed, ..) = build(&[]);
    assert_ne!(changed, forced);
    fs::create_dir_all(plan.join("layouts/html")).expect("ours");
    fs::write(plan.join("layouts/html/stile.css"), "body { color: #111 }").expect("ours");
    let (styled, ..) = build(&[]);
    assert_ne!(styled, changed);
    assert_ne!(build(&["--strict"]).0, styled);
    fs::remove_file(out.join("piao-2027-2029.html")).expect("there");
    build(&["--strict"]);
    assert!(out.join("piao-2027-2029.html").exists(), "what is missing is made again");
}

#[test]
fn a_manifest_says_the_same_wherever_the_plan_is() {
    let (one, two) = (Piani::new(1), Piani::new(1));
    let manifest = |piani: &Piani| {
        let out = piani.file("o");
        let output =
            piao(&["build", "--solo", "file", "--out", path(&out), path(&piani.at("ente-0"))]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        fs::read_to_string(out.join("manifest.json")).expect("there")
    };
    let text = manifest(&one);
    assert_eq!(text, manifest(&two));
    assert!(!text.contains(path(one.home.path())));
}

/// The processes that a program has started.
fn children(of: &Child) -> Vec<String> {
    let tasks = fs::read_dir(format!("/proc/{}/task", of.id())).into_iter().flatten().flatten();
    let told = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    told.flat_map(|told| told.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn signal(name: &str, pid: &str) {
    let sent = Command::new("kill").args([name, pid]).stderr(Stdio::null()).status();
    sent.expect("there is a kill");
}

/// Waits for something that comes within a minute.
fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..6_000 {
        if let Some(seen) = look() {
            return seen;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("{what}: not within a minute")
}

#[cfg(target_os = "linux")]
#[test]
fn a_plan_that_never_ends_or_is_killed_is_that_plan_alone() {
    let piani = Piani::new(2);
    piani.slow("lento");
    let args = ["build", "--solo", "file", "--jobs", "1", "--report"];
    let report = piani.file("r.jsonl");
    let folder = piani.folder();
    let timed = piao(&[&args[..], &[path(&report), "--timeout", "1", path(&folder)]].concat());
    assert_eq!(timed.status.code(), Some(70), "{}", stderr(&timed));
    let told = [("ente-0", 0, "fatto"), ("ente-1", 0, "fatto"), ("lento", 70, "scaduto")];
    assert_eq!(come(&piani.lines("r.jsonl")), told, "{}", stderr(&timed));
    assert!(!piani.at("lento/dist").exists());

    let plans = [piani.at("lento"), piani.at("ente-0")];
    let more = [path(&report), "--force", path(&plans[0]), path(&plans[1])];
    let mut killed = command(&[&args[..], &more].concat());
    let killed = killed.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
    let worker = until("a worker", || children(&killed).pop());
    signal("-9", &worker);
    let output = killed.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(70), "{}", stderr(&output));
    let told = [("ente-0", 0, "fatto"), ("lento", 70, "guasto")];
    assert_eq!(come(&piani.lines("r.jsonl")), told);
    assert!(stderr(&output).contains("segnale 9"), "{}", stderr(&output));
}

#[cfg(target_os = "linux")]
#[test]
fn who_is_told_to_stop_leaves_whole_outputs_and_goes_on_later() {
    let piani = Piani::new(8);
    piani.write("ente-0", &smallest("ordinario").replacen("fine = 2029", "fine = 2030", 1));
    let report = piani.file("r.jsonl");
    let args = ["build", "--solo", "file", "--jobs", "2", "--report", path(&report)];
    let folder = piani.folder();
    let mut run = command(&[&args[..], &[path(&folder)]].concat());
    let run = run.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
    let has_lines = || fs::read_to_string(&report).is_ok_and(|text| text.lines().count() > 1);
    until("a line", || has_lines().then_some(()));
    signal("-INT", &run.id().to_string());
    let output = run.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", stderr(&output));
    assert!(stderr(&output).contains("interrotto: rest"), "{}", stderr(&output));
    let before = piani.lines("r.jsonl");
    assert!(before.len() < 8, "nothing was left");
    for name in &piani.names {
        let names: Vec<String> = tree(&piani.at(name)).into_iter().map(|(name, _)| name).collect();
        let whole = ["dist/manifest.json", "dist/piao-2027-2029.html", "piao.toml"];
        assert!(names == whole || names == ["piao.toml"], "{name}: {names:?}");
    }
    let rest = piao(&[&args[..], &["--resume", path(&folder)]].concat());
    assert_eq!(rest.status.code(), Some(1), "{}", stderr(&rest));
    let after = piani.lines("r.jsonl");
    assert_eq!(after.len(), 8);
    for (name, line) in &before {
        if line["esito"] == 1 {
            assert_eq!(&after[name], line, "what is known is not done again");
        }
    }
    assert_eq!(after.values().filter(|line| line["esito"] == 0).count(), 7);
}

#[test]
fn shares_make_the_same_table_as_one_machine() {
    let piani = Piani::new(9);
    piani.write("ente-3", &smallest("ordinario").replacen("fine = 2029", "fine = 2030", 1));
    piani.write("rotto", "[piao\n");
    let folder = piani.folder();
    let table = |reports: &[&str]| {
        let files: Vec<String> =
            reports.iter().map(|name| path(&piani.file(name)).to_owned()).collect();
        let files = files.iter().map(String::as_str);
        let args = ["report", "--format", "json", "--oggi", "2027-06-01"];
        let output = piao(&args.into_iter().chain(files).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    let check = |report: &str, more: &[&str]| {
        let report = piani.file(report);
        let args = ["check", "--quiet", "--report", path(&report), path(&folder)];
        let output = piao(&[&args[..], more].concat());
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", stderr(&output));
    };
    check("tutti.jsonl", &[]);
    for share in 0..3 {
        check(&format!("{share}.jsonl"), &["--shard", &format!("{share}/3")]);
    }
    assert_eq!(table(&["tutti.jsonl"]), table(&["2.jsonl", "0.jsonl", "1.jsonl"]));
    let sizes = ["0.jsonl", "1.jsonl", "2.jsonl"].map(|name| piani.lines(name).len());
    assert_eq!(sizes.iter().sum::<usize>(), 10, "{sizes:?}");
    assert_eq!(piao(&["check", "--shard", "3/3", path(&folder)]).status.code(), Some(2));
}

#[test]
fn a_table_says_who_is_late_absent_or_wrong() {
    let piani = Piani::new(3);
    let late = smallest("ordinario").replacen("\"adottato\"", "\"bozza\"", 1);
    let start =
        late.find("[piao.adozione]").or_else(|| late.find("adozione =")).expect("an adoption");
    let end = late[start..].find("\n\n").map_or(late.len(), |end| start + end);
    piani.write("ente-1", &format!("{}{}", &late[..start], &late[end..]));
    piani.write("ente-2", &smallest("ordinario").replacen("fine = 2029", "fine = 2030", 1));
    let (report, out) = (piani.file("r.jsonl"), piani.file("quadro"));
    piao(&["check", "--quiet", "--report", path(&report), path(&piani.folder())]);
    let attesi = piani.file("attesi.csv");
    fs::write(&attesi, "Codice_IPA;Denominazione\ne_0;Ente 0\nz_9;=Ente <b>9</b>\n").expect("ours");
    let args = ["report", path(&report), "--attesi", path(&attesi), "--oggi", "2027-12-31"];
    let output = piao(&[&args[..], &["--out", path(&out)]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let json: Value =
        serde_json::from_slice(&fs::read(out.join("quadro.json")).expect("there")).expect("JSON");
    assert_eq!(json["piani"], 3);
    assert_eq!(json["assenti"][0]["codice_ipa"], "z_9");
    let late = json["in_ritardo"].as_array().expect("a list");
    assert!(
        late.iter().any(|row| row["piano"].as_str().is_some_and(|p| p.ends_with("ente-1"))),
        "{late:?}"
    );
    let wrong = json["sbagliati"].as_array().expect("a list");
    assert!(wrong.iter().any(|row| row["perche"] == "ha errori"), "{wrong:?}");
    let page = fs::read_to_string(out.join("quadro.html")).expect("there");
    assert!(page.contains("=Ente &lt;b&gt;9&lt;") && !page.contains("<b>9"), "names are text");
    let rules = fs::read_to_string(out.join("regole.csv")).expect("there");
    assert!(rules.starts_with("codice;gravita;tipologia;regione;piani;rilievi\n"), "{rules}");
    assert!(rules.contains("GEN-001;errore;provincia;"), "{rules}");
    let again = piao(&[&args[..], &["--out", path(&out)]].concat());
    assert_eq!(again.status.code(), Some(0), "a table takes the place of its own");
    fs::write(out.join("tesi.txt"), "x").expect("ours");
    assert_eq!(piao(&[&args[..], &["--out", path(&out)]].concat()).status.code(), Some(3));
    fs::write(&report, "{}\n").expect("ours");
    assert_eq!(piao(&["report", path(&report)]).status.code(), Some(3));
}
