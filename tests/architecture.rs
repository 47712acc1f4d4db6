//! The house: who may name whom, how long a file may be, what stands in pairs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{read, repo};

/// Who may name whom. A phase that is not here may be named by nobody but the root.
const ARROWS: &[(&str, &[&str])] = &[
    ("caratteri", &[]),
    ("cifre", &[]),
    ("source", &[]),
    ("norma", &[]),
    ("model", &[]),
    ("write", &[]),
    ("diag", &["source", "norma"]),
    ("law", &["norma"]),
    ("syntax", &["diag", "source"]),
    ("schema", &["caratteri", "diag", "source", "norma", "law", "syntax", "model"]),
    ("rules", &["cifre", "diag", "source", "norma", "law", "model"]),
    ("view", &["cifre", "model", "law", "norma", "figure"]),
    ("figure", &["caratteri"]),
    ("render", &["caratteri", "view", "figure"]),
    ("verify", &["view", "render"]),
    ("scaffold", &["law"]),
    ("schema_json", &["law"]),
    ("deroghe", &["diag", "model"]),
    ("catena", &["law", "model"]),
    ("catalogo", &["diag", "law", "norma", "rules"]),
];

/// Only these open files.
const DISK: &[&str] = &["source", "write", "cli"];
/// Longest file of what multiplies, and of an engine.
const UNIT_LINES: usize = 120;
const ENGINE_LINES: usize = 500;

/// Every Rust file below `src/`, with its text.
fn sources() -> BTreeMap<String, String> {
    fn walk(folder: &Path, prefix: &str, out: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).expect("src/ is there").flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), out);
            } else if name.ends_with(".rs") {
                out.insert(name, fs::read_to_string(entry.path()).expect("a source is text"));
            }
        }
    }
    let mut out = BTreeMap::new();
    walk(&repo("src"), "", &mut out);
    out
}

/// The phase of a file.
fn phase(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// The phases that a text names.
fn named(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split([',', '}']).map(str::trim).collect(),
            None => vec![rest],
        })
        .map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or(""))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The arrows of a file that the table does not have.
fn wrong_arrows(file: &str, text: &str) -> Vec<String> {
    let phase = phase(file);
    if matches!(phase, "build" | "cli" | "lib" | "main") {
        return Vec::new();
    }
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == phase) else {
        return vec![format!("src/{file}: the phase «{phase}» is not in the table")];
    };
    named(text)
        .into_iter()
        .filter(|name| *name != phase && !allowed.contains(name))
        .map(|name| format!("src/{file} names «{name}»"))
        .collect()
}

#[test]
fn every_arrow_is_in_the_table() {
    let wrong: Vec<String> =
        sources().iter().flat_map(|(file, text)| wrong_arrows(file, text)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_arrow_is_seen() {
    assert_eq!(wrong_arrows("model/mod.rs", "use crate::rules::RULES;").len(), 1);
    assert_eq!(wrong_arrows("render/html.rs", "use crate::{view, law::Law};").len(), 1);
    assert_eq!(wrong_arrows("rules/mod.rs", "use crate::diag::Finding;"), Vec::<String>::new());
}

#[test]
fn only_the_ends_touch_the_disk_and_the_clock() {
    for (file, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or(&text);
        let disk = code.contains("std::fs") || code.contains("use std::{fs");
        assert!(!disk || DISK.contains(&phase(&file)), "src/{file} touches the disk");
        for clock in ["SystemTime", "Instant::now", "Zoned::now", "Timestamp::now"] {
            assert!(!code.contains(clock), "src/{file} reads the clock");
        }
    }
}

#[test]
fn no_source_names_a_kind_of_administration() {
    for (file, text) in sources() {
        let kinds =
            ["\"provincia\"", "\"comune\"", "\"regione\"", "\"ministero\"", "\"universita\""];
        for kind in kinds {
            let named = text.contains(kind) && !(file == "cli/args.rs" && kind == "\"comune\"");
            assert!(!named, "src/{file} names {kind}: ask the profile");
        }
    }
}

#[test]
fn files_stay_small() {
    for (file, text) in sources() {
        let lines = text.lines().count();
        let list = file.ends_with("mod.rs") || file.ends_with("registry.rs");
        let unit = file.starts_with("rules/") && !list;
        let limit = if unit { UNIT_LINES } else { ENGINE_LINES };
        assert!(lines <= limit, "src/{file} has {lines} lines, more than {limit}");
    }
}

#[test]
fn the_drawing_of_the_house_names_every_phase() {
    let drawing = read("ARCHITECTURE.md");
    for (phase, _) in ARROWS {
        assert!(drawing.contains(&format!("`{phase}`")), "ARCHITECTURE.md does not name `{phase}`");
    }
}
