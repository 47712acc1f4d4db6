//! The house: who may name whom, how long a file may be, what stands in pairs.

use std::collections::{BTreeMap, BTreeSet};

use piao::law::Law;

use crate::support::{read, repo, tree};

/// Only these open files.
const DISK: &[&str] = &["source", "write", "cli"];
/// Only this file knows what day it is.
const CLOCK: &str = "cli/oggi.rs";
/// Longest file of what multiplies, and of anything else.
const UNIT_LINES: usize = 120;
const LINES: usize = 400;
/// A kind whose name is an ordinary word, which closed lists hold too.
const ORDINARY: &str = "altro";
/// The file that names the kind which `piao init` proposes to who names none.
const PROPOSAL: (&str, &str) = ("cli/args/nuovi.rs", "comune");

/// What a generator writes, and its own test holds.
const GENERATED: &str = "generated/";

/// Who may name whom, as `ARCHITECTURE.md` says; nothing stands for everybody.
type Table = BTreeMap<String, Option<BTreeSet<String>>>;

fn table() -> Table {
    let document = read("ARCHITECTURE.md");
    let phases = document.split("\n## ").find(|part| part.starts_with("The phases"));
    let ticked = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(String::from).collect()
    };
    let mut table = Table::new();
    for line in phases.expect("the phases have a section").lines() {
        let cells: Vec<&str> = line.split('|').collect();
        if let [_, phase, _, may, _] = cells.as_slice()
            && let [phase] = ticked(phase).as_slice()
        {
            let named = ticked(may).into_iter().collect();
            table.insert(phase.clone(), (may.trim() != "everything").then_some(named));
        }
    }
    table
}

/// Every text file below a folder, with its text.
fn texts(folder: &str) -> BTreeMap<String, String> {
    let text = |(name, bytes)| Some((name, String::from_utf8(bytes).ok()?));
    tree(&repo(folder)).into_iter().filter_map(text).collect()
}

/// Every Rust file below `src/`, with its text.
fn sources() -> BTreeMap<String, String> {
    texts("src").into_iter().filter(|(name, _)| name.ends_with(".rs")).collect()
}

/// The modules that lead to a file from the root.
fn modules(file: &str) -> Vec<&str> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').collect()
}

/// Rust without its comments and without what its literals hold.
fn code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_string(rest) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            rest[open..].find(&close).map_or(rest.len(), |end| open + end + close.len())
        } else if first == '"' {
            literal(rest, '"')
        } else if rest.starts_with("'\\") || rest.chars().nth(2) == Some('\'') {
            if first == '\'' { literal(rest, '\'') } else { 0 }
        } else {
            0
        };
        if length == 0 {
            out.push(first);
        } else {
            out.push(' ');
        }
        rest = &rest[length.max(first.len_utf8())..];
    }
    out
}

/// How many hashes a raw string begins with, where one begins.
fn raw_string(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Bytes of a literal up to its closing sign.
fn literal(text: &str, sign: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == sign && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// The first name of a path, or of each path of a group; the sign itself where no name stands.
fn heads(rest: &str) -> Vec<&str> {
    let rest = rest.trim_start();
    let Some(group) = rest.strip_prefix('{') else {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        return vec![&rest[..end.max(1).min(rest.len())]];
    };
    let (mut names, mut depth, mut start) = (Vec::new(), 1, 0);
    for (at, c) in group.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth == 0 || (depth == 1 && c == ',') {
            let piece = group[start..at].trim();
            names.extend((!piece.is_empty()).then(|| heads(piece)).into_iter().flatten());
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// What Rust code names right below a path such as `crate::`.
fn below<'a>(code: &'a str, path: &str) -> Vec<&'a str> {
    code.split(path).skip(1).flat_map(heads).collect()
}

/// The arrows of a file that the table does not have.
fn wrong_arrows(file: &str, text: &str, table: &Table) -> Vec<String> {
    let modules = modules(file);
    let phase = modules[0];
    if matches!(phase, "lib" | "main") {
        return Vec::new();
    }
    let Some(allowed) = table.get(phase) else {
        return vec![format!("src/{file}: the phase «{phase}» is not in the table")];
    };
    let Some(allowed) = allowed else { return Vec::new() };
    let code = code(text);
    let up = "super::".repeat(modules.len());
    let above = below(&code, &up).into_iter().filter(|name| table.contains_key(*name));
    below(&code, "crate::")
        .into_iter()
        .chain(above)
        .filter(|name| *name != phase && !allowed.contains(*name))
        .map(|name| format!("src/{file} names «{name}»"))
        .collect()
}

#[test]
fn every_arrow_is_in_the_table() {
    let table = table();
    let wrong: Vec<String> =
        sources().iter().flat_map(|(file, text)| wrong_arrows(file, text, &table)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_arrow_is_seen() {
    let table = table();
    let wrong = |file, text| wrong_arrows(file, text, &table);
    assert_eq!(
        wrong("model/mod.rs", "use crate::rules::RULES;"),
        ["src/model/mod.rs names «rules»"]
    );
    let group =
        "use crate::{\n    // what it draws\n    view::{self, document},\n    law::{Law},\n};";
    assert_eq!(wrong("render/html.rs", group), ["src/render/html.rs names «law»"]);
    assert_eq!(wrong("view/campi.rs", "let x = super::super::diag::Tally;").len(), 1);
    assert_eq!(wrong("write.rs", "use super::source;").len(), 1);
    assert_eq!(wrong("write.rs", "use crate::*;").len(), 1);
    assert_eq!(wrong("nuova.rs", "").len(), 1);
    let right = "use crate::diag::Finding; // crate::schema\nlet a = \"crate::view\"; let q = '\"';\n\
        let b = r#\"\"crate::view\"#; fn f<'a>(x: &'a str) {} /* crate::cli */";
    assert_eq!(wrong("rules/mod.rs", right), Vec::<String>::new());
}

#[test]
fn the_table_has_every_phase_and_no_other() {
    let sources = sources();
    let there: BTreeSet<&str> = sources.keys().map(|file| modules(file)[0]).collect();
    let there: BTreeSet<&str> =
        there.into_iter().filter(|p| !matches!(*p, "lib" | "main")).collect();
    let table = table();
    assert_eq!(table.keys().map(String::as_str).collect::<BTreeSet<_>>(), there);
    for (phase, may) in &table {
        for name in may.iter().flatten() {
            assert!(table.contains_key(name), "`{phase}` may name `{name}`: no such phase");
        }
    }
}

#[test]
fn only_the_ends_touch_the_disk_and_the_clock() {
    for (file, text) in sources() {
        let code = code(text.split("#[cfg(test)]").next().unwrap_or(&text));
        let disk = below(&code, "std::").contains(&"fs");
        assert!(!disk || DISK.contains(&modules(&file)[0]), "src/{file} touches the disk");
        for clock in ["SystemTime", "Instant::now", "Zoned::now", "Timestamp::now"] {
            let reads = code.contains(clock) && file != CLOCK;
            assert!(!reads, "src/{file} reads the clock");
        }
    }
}

#[test]
fn no_source_names_a_kind_of_administration() {
    let kinds: Vec<&String> = Law::embedded().enti.keys().collect();
    assert!(kinds.len() > 20, "only {} kinds", kinds.len());
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.contains(GENERATED)) {
        for kind in &kinds {
            let meant = *kind == ORDINARY || PROPOSAL == (file.as_str(), kind.as_str());
            if text.contains(&format!("\"{kind}\"")) && !meant {
                wrong.push(format!("src/{file} names «{kind}»: ask the profile"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_small() {
    let mut files: Vec<(String, String)> = Vec::new();
    for folder in ["src", "tests", "layouts"] {
        let texts = texts(folder).into_iter();
        files.extend(texts.map(|(name, text)| (format!("{folder}/{name}"), text)));
    }
    let kinds = [".rs", ".html", ".css", ".typ"];
    files.retain(|(name, _)| kinds.iter().any(|kind| name.ends_with(kind)));
    files.retain(|(name, _)| !name.contains(GENERATED));
    assert!(files.len() > 250, "only {} files", files.len());
    for (file, text) in files {
        let lines = text.lines().count();
        let list = file.ends_with("mod.rs") || file.ends_with("registry.rs");
        let unit = file.starts_with("src/rules/") && !list;
        let limit = if unit { UNIT_LINES } else { LINES };
        assert!(lines <= limit, "{file} has {lines} lines, more than {limit}");
    }
}
