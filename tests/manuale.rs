//! The guide for officers: its commands run, its fragments are plans, its pages say what the law says.

mod pagine;

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};

use piao::law::Law;
use tempfile::TempDir;

use crate::support::{check_text, read, repo, tree};

/// What is made of `plan/`.
const MADE: &str = "docs/src/sottosezioni";

/// Every page of the guide that is written by hand.
fn pages() -> BTreeMap<String, String> {
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8(bytes).expect("text"));
    let all = tree(&repo("docs/src")).into_iter().map(text);
    all.filter(|(name, _)| !name.starts_with("sottosezioni/")).collect()
}

/// The blocks of code of a page, by the word after their fence.
fn blocks<'a>(page: &'a str, kind: &str) -> Vec<&'a str> {
    let fence = format!("```{kind}\n");
    let block = |rest: &'a str| rest.split("\n```").next().unwrap_or_default();
    page.split(&fence).skip(1).map(block).collect()
}

/// Runs a line of the guide in the folder where its reader is.
fn run(line: &str, folder: &TempDir) -> String {
    let mut words = line.split(' ');
    assert_eq!(words.next(), Some("piao"), "{line}");
    let mut program = Command::new(env!("CARGO_BIN_EXE_piao"));
    program.args(words).current_dir(folder.path()).stdin(Stdio::null()).env("NO_COLOR", "1");
    let output = program.output().expect("the program runs");
    let code = output.status.code().expect("it ends by itself");
    assert!(code < 2, "«{line}» ends with {code}: {}", String::from_utf8_lossy(&output.stderr));
    [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat()
}

/// `$` is what is typed; what follows is printed, whole or, after `!`, somewhere.
#[test]
fn the_commands_of_the_guide_do_what_it_says() {
    let mut typed = 0;
    for (name, page) in pages() {
        let folder = TempDir::new().expect("a temporary folder");
        for example in ["comune-piccolo", "con-errori"] {
            let to = folder.path().join("examples").join(example);
            for (file, bytes) in tree(&repo("examples").join(example)) {
                let file = to.join(file);
                fs::create_dir_all(file.parent().expect("inside")).expect("ours");
                fs::write(file, bytes).expect("ours");
            }
        }
        for block in blocks(&page, "console") {
            let mut said = String::new();
            for line in block.lines() {
                match (line.strip_prefix("$ "), line.strip_prefix("! ")) {
                    (Some(command), _) => {
                        typed += 1;
                        said = run(command, &folder);
                    }
                    (_, Some(part)) => {
                        assert!(said.contains(part), "{name}: «{part}» not in {said}");
                    }
                    _ => assert!(
                        said.lines().any(|own| own == line),
                        "{name}: «{line}» not in {said}"
                    ),
                }
            }
        }
    }
    assert!(typed > 5, "only {typed} commands");
}

#[test]
fn the_fragments_of_the_guide_are_written_as_a_plan_is() {
    let mut count = 0;
    for (name, page) in pages() {
        for fragment in blocks(&page, "toml") {
            count += 1;
            let (_, checked) = check_text(fragment);
            let wrong =
                |f: &&piao::diag::Finding| f.code.starts_with("FORM") || f.code.starts_with("TOML");
            // What a fragment leaves out is elsewhere in the plan of its reader.
            let mut wrong =
                checked.findings.iter().filter(wrong).filter(|f| !f.message.starts_with("manca "));
            assert_eq!(wrong.next().map(|f| &f.message), None, "{name}:\n{fragment}");
        }
    }
    assert!(count > 3, "only {count} fragments");
}

/// Run with `ACCEPT=1` to write them.
#[test]
fn the_pages_of_the_sub_sections_are_made_of_the_law() {
    let made = pagine::all(Law::embedded());
    if std::env::var_os("ACCEPT").is_some() {
        for (name, page) in &made {
            fs::write(repo(MADE).join(name), page).expect("the page is ours");
        }
    }
    let there: Vec<_> = tree(&repo(MADE)).into_iter().map(|(name, _)| name).collect();
    assert_eq!(there, made.keys().cloned().collect::<Vec<_>>());
    for (name, page) in &made {
        assert_eq!(*page, read(&format!("{MADE}/{name}")), "{name}: ACCEPT=1 writes it");
    }
    let summary = read("docs/src/SUMMARY.md");
    for name in made.keys() {
        assert!(
            summary.contains(&format!("(sottosezioni/{name})")),
            "{name} is not in the summary"
        );
    }
}
