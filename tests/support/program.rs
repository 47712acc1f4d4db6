//! The program, as a script calls it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::{repo, smallest};

/// The program in the repository, about to run.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
    command.args(args).current_dir(repo("."));
    for name in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Runs the program in the repository.
pub fn piao(args: &[&str]) -> Output {
    command(args).stdin(Stdio::null()).output().expect("the program runs")
}

/// Runs the program with a text on its standard input.
pub fn piao_reading(args: &[&str], text: &str) -> Output {
    let pipes =
        command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = pipes.expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("the program reads");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

/// What it writes as results.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it says besides.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The objects of its stream.
pub fn lines(output: &Output) -> Vec<Value> {
    let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
    stdout(output).lines().map(read).collect()
}

/// A path as an argument.
pub fn path(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// A folder with the smallest plan, some of its text replaced.
pub fn plan(from: &str, to: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let text = smallest("ordinario");
    assert!(text.contains(from), "the smallest plan does not hold «{from}»");
    fs::write(folder.path().join("piao.toml"), text.replacen(from, to, 1)).expect("ours");
    folder
}
