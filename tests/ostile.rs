//! Input that nobody would write, or only somebody who means harm: it ends in a finding or in a
//! whole document, soon.

use std::fmt::Write as _;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use piao::Plan;
use piao::law::Law;
use piao::render::{self, Layout};

use crate::support::folder::Folder;
use crate::support::program::{self, piao};
use crate::support::{codes, smallest};

/// The longest that any of these may take, on a loaded machine, in a build that is not optimised.
const BOUND: Duration = Duration::from_mins(1);

/// Runs what has to end soon.
fn soon<T: Send + 'static>(what: &str, run: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, end) = mpsc::channel();
    thread::spawn(move || done.send(run()));
    end.recv_timeout(BOUND).unwrap_or_else(|_| panic!("{what}: no end within {BOUND:?}"))
}

/// The codes of what is found in the smallest plan with some lines after it.
fn found(what: &str, lines: &str) -> Vec<String> {
    let text = format!("{}\n{lines}\n", smallest("ordinario"));
    soon(what, move || {
        let plan = Plan::from_texts(&[("piao.toml", &text)]);
        codes(&plan.check(Law::embedded())).into_iter().map(str::to_owned).collect()
    })
}

/// Draws the smallest plan with some lines after it, as a draft: the names and sizes of its outputs.
fn drawn(what: &str, names: &[&'static str], lines: &str) -> Vec<(String, usize)> {
    let names = names.to_vec();
    let text = smallest("ordinario").replacen("\"adottato\"", "\"bozza\"", 1);
    let text = format!("{text}\n{lines}\n");
    soon(what, move || {
        let plan = Plan::from_texts(&[("piao.toml", &text)]);
        let checked = plan.check(Law::embedded());
        let outputs = render::outputs(&names).expect("all of them");
        let drawn = checked.document(true).outputs(&Layout::embedded(), &outputs);
        let drawn = drawn.unwrap_or_else(|error| panic!("{error}"));
        drawn.into_iter().map(|file| (file.path, file.bytes.len())).collect()
    })
}

/// A long text of a sub-section of one's own.
fn free(text: &str) -> String {
    format!("[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"T\"\ntesto = '''{text}'''")
}

#[test]
fn a_code_used_twice_stops_no_draft() {
    let unit = |id: &str| format!("[[unita]]\nid = \"{id}\"\nnome = \"Ufficio\"\n");
    let lines = [unit("u-1"), unit("u-1"), unit("u-1-2"), unit("u-1-2")].concat();
    assert!(found("codes", &lines).contains(&"XRF-003".to_owned()));
    assert!(!drawn("codes", &[], &lines).is_empty());
}

#[test]
fn nesting_has_an_end() {
    let many = 200_000;
    for (what, lines) in [
        ("lists", format!("x = {}{}", "[".repeat(many), "]".repeat(many))),
        ("tables", format!("x = {}1{}", "{a=".repeat(many), "}".repeat(many))),
        ("headers", format!("[{}a]", "a.".repeat(many))),
        ("keys", format!("{}a = 1", "a.".repeat(many))),
        ("open", "[".repeat(many)),
    ] {
        assert!(found(what, &lines).contains(&"TOML-001".to_owned()), "{what}");
    }
    for (what, text) in [
        ("quotes", "> ".repeat(many)),
        ("items", "1. ".repeat(many)),
        ("links", "[a](".repeat(many)),
        ("images", "![a](".repeat(many)),
        ("brackets", "[".repeat(many)),
    ] {
        let codes = found(what, &free(&text));
        assert!(codes.iter().any(|code| code.starts_with("TESTO-")), "{what}: {codes:?}");
    }
}

#[test]
fn texts_that_markdown_reads_again_and_again_are_read_soon() {
    for (what, text) in [
        ("emphasis", "a **a ".repeat(30_000)),
        ("underlines", "_a ".repeat(50_000)),
        ("stars", "*".repeat(100_000)),
        ("ticks", format!("{}{}", "`".repeat(50_000), "a`".repeat(3))),
        ("entities", "&".repeat(100_000)),
        ("angles", "< ".repeat(100_000)),
        ("cells", format!("{}|\n{}|\n", "|a".repeat(20_000), "|-".repeat(20_000))),
        ("notes", format!("{}\n\n[^1]: x\n", "[^1]\n\n".repeat(5_000))),
    ] {
        found(what, &free(&text));
    }
}

#[test]
fn a_word_without_end_is_a_finding_at_its_place() {
    let named = |length: usize| {
        let name = format!("Il {}", "parola".repeat(length / 6));
        format!("[[stakeholder]]\nid = \"s-x\"\nnome = \"{name}\"")
    };
    assert!(!found("short", &named(900)).contains(&"TESTO-007".to_owned()));
    assert!(found("long", &named(200_000)).contains(&"TESTO-007".to_owned()));
    let text = format!("{}\n{}\n", smallest("ordinario"), named(1_200));
    let plan = Plan::from_texts(&[("piao.toml", &text)]);
    let checked = plan.check(Law::embedded());
    let finding = checked.findings.iter().find(|finding| finding.code == "TESTO-007");
    let finding = finding.expect("it is too long");
    assert_eq!(plan.source.text(finding.span), "parolaparolaparolapa");
    assert!(checked.is_unreadable(), "what is not read is missing from every page");
    assert!(!drawn("short", &[], &named(900)).is_empty());
}

#[test]
fn numbers_of_any_size_are_read_or_refused() {
    let sum = |value: &str| {
        format!("[[risorse]]\niniziativa = \"x\"\nprimo_anno = {value}\nsecondo_anno = {value}\n")
            .repeat(3)
    };
    for (value, is_good) in [
        ("9223372036854775807", true),
        ("-9223372036854775808", true),
        ("79228162514264337593543950335.0", true),
        ("99999999999999999999999999999999999999", false),
        ("1e400", false),
        ("-nan", false),
    ] {
        let codes = found(value, &sum(value));
        assert_eq!(!codes.contains(&"FORM-002".to_owned()), is_good, "{value}: {codes:?}");
        if is_good {
            assert!(!drawn(value, &["file"], &sum(value)).is_empty(), "{value}");
        }
    }
    let year = "[[dotazione]]\narea = \"istruttori\"\nvalore = 9223372036854775807\n".repeat(3);
    found("counts", &year);
    found("digits", &sum(&format!("\"{}\"", "9".repeat(100_000))));
}

#[test]
fn what_looks_like_code_is_printed_as_it_is_written() {
    let text = "</script><script>alert(1)</script>{{7*7}}{% for x in y %} #read('/etc/passwd') \
                $x$ *b* <img src=x onerror=alert(1)> =cmd|' /C calc'!A0";
    let text = smallest("ordinario")
        + &format!("\n[[stakeholder]]\nid = \"s-x\"\nnome = \"\"\"{text}\"\"\"\n");
    let plan = Plan::from_texts(&[("piao.toml", &text)]);
    let checked = plan.check(Law::embedded());
    let outputs = render::outputs(&["file", "sito"]).expect("they are there");
    let files = checked.document(false).outputs(&Layout::embedded(), &outputs).expect("drawn");
    let pages = files.iter().filter(|file| file.path.ends_with(".html"));
    let mut told = 0;
    for page in pages {
        let text = String::from_utf8_lossy(&page.bytes);
        assert!(!text.contains("<script>alert") && !text.contains("<img src=x"), "{}", page.path);
        told += text.matches("{{7*7}}").count();
    }
    assert!(told >= 2, "what was written is not there: {told}");
}

#[test]
fn thousands_of_records_are_drawn() {
    let mut lines = String::new();
    for i in 0..3_000 {
        _ = write!(lines, "[[risorse]]\niniziativa = \"Iniziativa {i}\"\nprimo_anno = {i}\n");
    }
    for i in 0..180 {
        _ = write!(lines, "[[obiettivi_vp]]\nid = \"w-{i}\"\ntitolo = \"Valore {i}\"\n");
    }
    let drawn = drawn("records", &["file"], &lines);
    assert!(drawn.iter().any(|(name, bytes)| name.ends_with(".html") && *bytes > 500_000));
}

/// A plan in a folder, with something that is no file in it.
fn with_pipe(name: &str) -> Folder {
    let plan = Folder::new();
    let pipe = plan.0.path().join(name);
    std::fs::create_dir_all(pipe.parent().expect("inside a folder")).expect("ours");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|made| made.success()), "no pipe");
    plan
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let path = |plan: &Folder| plan.0.path().to_path_buf();
    let plan = with_pipe("2.2-performance.toml");
    let folder = path(&plan);
    let read = soon("pipe", move || Plan::read(folder)).expect("the folder is there");
    assert!(codes(&read.check(Law::embedded())).contains(&"FILE-009"));
    let plan = with_pipe("testi/x.md");
    let folder = path(&plan);
    soon("text", move || Plan::read(folder)).expect("what is not named is not read");
    let plan = with_pipe("layouts/html/stile.css");
    let folder = path(&plan);
    let output = soon("layout", move || piao(&["build", program::path(&folder)]));
    assert_eq!(output.status.code(), Some(3), "{}", program::stderr(&output));
    let device = soon("device", || piao(&["check", "/dev/zero"]));
    assert_ne!(device.status.code(), Some(0));
}

#[test]
fn a_folder_of_outputs_is_no_source() {
    let plan = Folder::new();
    plan.write("uscite/manifest.json", b"{}");
    plan.write("uscite/dati/x.csv", b"a;b\n");
    plan.write("testi/x.md", b"x");
    let names: Vec<String> = plan.read().source.files.into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["piao.toml", "testi/x.md"]);
}
