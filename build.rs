//! Writes `plan/` as one file of JSON, which the program carries and reads at every start: JSON is
//! read in a fraction of the time of TOML. What is wrong in a file stops the build by its name.
//!
//! Says also of which commit a release is, where git knows it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::{Map, Value};

fn main() {
    println!("cargo::rerun-if-changed=plan");
    let mut files = Map::new();
    gather(Path::new("plan"), "", &mut files);
    let out = env::var("OUT_DIR").expect("cargo says where");
    let text = serde_json::to_vec(&Value::Object(files)).expect("TOML is JSON, days apart");
    fs::write(Path::new(&out).join("plan.json"), text).expect("the folder is ours");
    // While one works, no build is that of a commit.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=src");
        println!("cargo::rerun-if-changed=layouts");
        if let Some(commit) = commit() {
            println!("cargo::rustc-env=PIAO_COMMIT={commit}");
        }
    }
}

/// The commit that the sources are, with a `+` when they are no more; nothing where the folder is
/// not that of a repository.
fn commit() -> Option<String> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR").ok()?);
    let top = PathBuf::from(git(&["rev-parse", "--show-toplevel"])?);
    if fs::canonicalize(top).ok()? != fs::canonicalize(home).ok()? {
        return None;
    }
    println!("cargo::rerun-if-changed={}", git(&["rev-parse", "--git-path", "logs/HEAD"])?);
    git(&["describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+"])
}

/// What git says, if it says anything.
fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let said = said.trim();
    (output.status.success() && !said.is_empty()).then(|| said.to_owned())
}

/// The TOML files of a folder and of those inside it, each by its path below `plan/`.
fn gather(folder: &Path, prefix: &str, files: &mut Map<String, Value>) {
    for entry in fs::read_dir(folder).expect("plan/ is there").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            gather(&path, &format!("{prefix}{name}/"), files);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(&path).expect("the file was just listed");
            let table: toml::Table = toml::from_str(&text)
                .unwrap_or_else(|error| panic!("plan/{prefix}{name}: {error}"));
            files.insert(format!("{prefix}{name}"), json(toml::Value::Table(table)));
        }
    }
}

/// A value of TOML in JSON: days as text.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => {
            table.into_iter().map(|(key, value)| (key, json(value))).collect()
        }
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(yes) => yes.into(),
    }
}
