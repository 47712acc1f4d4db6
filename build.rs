//! Writes `plan/` and the heads of the rules' pages as JSON, which the program carries and reads at
//! every start: JSON is read in a fraction of the time of TOML. What is wrong in a file stops the
//! build by its name.
//!
//! Says also what the program is made of, as one number, and of which commit a release is, where git
//! knows it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=plan");
    println!("cargo::rerun-if-changed=src/rules");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo says where"));
    // A literal of each file, that none is looked for among the others.
    let plan: Vec<(String, String)> = files(Path::new("plan"), ".toml")
        .into_iter()
        .map(|(name, text)| {
            let json = to_json(&format!("plan/{name}"), &text);
            (name, json)
        })
        .collect();
    write(&out.join("plan.rs"), &format!("&{plan:?}"));
    for (name, text) in files(Path::new("src/rules"), ".md") {
        let (head, page) = text
            .strip_prefix("+++\n")
            .and_then(|rest| rest.split_once("+++\n\n"))
            .unwrap_or_else(|| panic!("src/rules/{name} has no head between +++"));
        let at = out.join("rules").join(&name);
        write(&at.with_extension("json"), &to_json(&format!("src/rules/{name}"), head));
        write(&at, page);
    }
    let mut impronta = Fnv::default();
    for made_of in ["src", "layouts", "plan", "Cargo.toml", "Cargo.lock", "build.rs"] {
        println!("cargo::rerun-if-changed={made_of}");
        impronta.add_all(Path::new(made_of));
    }
    impronta.add(if env::var_os("CARGO_FEATURE_PDF").is_some() { b"pdf" } else { b"" });
    println!("cargo::rustc-env=PIAO_IMPRONTA={:032x}", impronta.0);
    // While one works, no build is that of a commit.
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if let Some(commit) = is_release.then(commit).flatten() {
        println!("cargo::rustc-env=PIAO_COMMIT={commit}");
    }
}

/// FNV-1a of 128 bits: it tells versions of the program apart, and keeps nobody out.
struct Fnv(u128);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in (bytes.len() as u64).to_be_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
        }
    }

    /// Adds a file, or every file of a folder in the order of their names.
    fn add_all(&mut self, path: &Path) {
        self.add(path.to_string_lossy().as_bytes());
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("the folder is there").flatten();
            let mut inside: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
            inside.sort();
            for path in inside {
                self.add_all(&path);
            }
        } else if let Ok(bytes) = fs::read(path) {
            self.add(&bytes);
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

/// The files of a folder and of those inside it that have an extension, in order, each by its path
/// below the folder.
fn files(folder: &Path, extension: &str) -> Vec<(String, String)> {
    fn gather(folder: &Path, prefix: &str, extension: &str, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                gather(&path, &format!("{name}/"), extension, files);
            } else if name.ends_with(extension) {
                let text = fs::read_to_string(&path).expect("the file was just listed");
                files.push((name, text.replace("\r\n", "\n")));
            }
        }
    }
    let mut all = Vec::new();
    gather(folder, "", extension, &mut all);
    all.sort();
    all
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder is ours");
    fs::write(path, text).expect("the folder is ours");
}

/// A text in TOML as JSON.
fn to_json(name: &str, text: &str) -> String {
    let table: toml::Table = toml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    json(toml::Value::Table(table)).to_string()
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
