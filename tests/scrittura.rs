//! Where outputs go: whole, whoever is killed and whoever else writes there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use crate::support::piani::Piani;
use crate::support::program::{command, path, piao, stderr};
use crate::support::tree;

#[test]
fn outputs_do_not_go_where_a_plan_is_read() {
    let piani = Piani::new(1);
    let plan = piani.at("ente-0");
    for out in [plan.clone(), piani.folder(), plan.join("layouts"), plan.join("../ente-0")] {
        let output = piao(&["build", "--out", path(&out), path(&plan)]);
        assert_eq!(output.status.code(), Some(2), "{}: {}", out.display(), stderr(&output));
    }
    assert_eq!(tree(&piani.folder()).len(), 1);
}

#[test]
fn a_share_of_one_plan_goes_where_it_would_go_among_many() {
    let piani = Piani::new(1);
    let (out, folder) = (piani.file("o"), piani.folder());
    for more in [&["--shard", "0/1"][..], &[]] {
        let args = ["build", "--solo", "file", "--out", path(&out), path(&folder)];
        let output = piao(&[&args[..], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(out.join("ente-0/manifest.json").exists() && !out.join("manifest.json").exists());
    }
}

/// A plan, and what is made of it.
type Variante = (PathBuf, Vec<(String, Vec<u8>)>);

/// Two plans that make the same files with other words, and what each makes.
fn variants(piani: &Piani) -> [Variante; 2] {
    ["ente-0", "ente-1"].map(|name| {
        let (plan, out) = (piani.at(name), piani.file(&format!("{name}-atteso")));
        let output = piao(&["build", "--solo", "sito", "--out", path(&out), path(&plan)]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        (plan, tree(&out))
    })
}

fn builder(plan: &Path, out: &Path) -> Child {
    let mut build =
        command(&["build", "--solo", "sito", "--force", "--out", path(out), path(plan)]);
    build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs")
}

#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
#[test]
fn whoever_is_killed_leaves_the_old_outputs_or_the_new_ones() {
    let times: u32 =
        std::env::var("PIAO_UCCISIONI").ok().and_then(|times| times.parse().ok()).unwrap_or(12);
    let piani = Piani::new(2);
    let variants = variants(&piani);
    let out = piani.file("o");
    let begin = std::time::Instant::now();
    builder(&variants[0].0, &out).wait().expect("it ends");
    let length = begin.elapsed();
    let mut seen = [0, 0];
    for at in 0..times {
        let mut build = builder(&variants[(at % 2) as usize].0, &out);
        thread::sleep(length.mul_f64(f64::from(at * 37 % 100) / 50.0));
        build.kill().expect("it was there");
        build.wait().expect("it ends");
        let there = tree(&out);
        let which = variants.iter().position(|(_, files)| *files == there);
        seen[which.unwrap_or_else(|| panic!("killed {at}: neither the old nor the new"))] += 1;
    }
    builder(&variants[0].0, &out).wait().expect("it ends");
    let left = fs::read_dir(piani.home.path()).expect("ours").flatten();
    let left: Vec<_> =
        left.filter(|e| e.file_name().to_string_lossy().starts_with(".piao")).collect();
    assert!(left.is_empty(), "{left:?} is left of those that were killed");
    assert!(times < 12 || seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn two_builds_in_one_folder_never_mix() {
    let piani = Piani::new(2);
    let variants = variants(&piani);
    let out = piani.file("o");
    let builds: Vec<Child> = (0..6).map(|at| builder(&variants[at % 2].0, &out)).collect();
    for mut build in builds {
        assert!(build.wait().expect("it ends").success());
    }
    let there = tree(&out);
    assert!(variants.iter().any(|(_, files)| *files == there));
}

/// Runs the program where nothing longer than some blocks of 512 bytes can be written, as on a disk that is full.
fn cramped(blocks: u32, args: &[&str]) -> Output {
    let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &limit, env!("CARGO_BIN_EXE_piao")]).args(args);
    shell.stdin(Stdio::null()).output().expect("it runs")
}

#[test]
fn a_full_disk_leaves_the_old_outputs() {
    let piani = Piani::new(2);
    let [(_, old), (plan, new)] = variants(&piani);
    let out = piani.file("o");
    builder(&piani.at("ente-0"), &out).wait().expect("it ends");
    let args = ["build", "--solo", "sito", "--force", "--out", path(&out), path(&plan)];
    // Nothing at all, the first file, and all but the longest.
    let longest = new.iter().map(|(_, bytes)| bytes.len()).max().expect("files");
    for room in [0, 1, longest / 512] {
        let output = cramped(u32::try_from(room).expect("small"), &args);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(said.contains(path(&piani.home.path().canonicalize().expect("there"))), "{said}");
        assert!(tree(&out) == old, "the old outputs are not there as they were: {said}");
    }
    let left = fs::read_dir(piani.home.path()).expect("ours").flatten();
    assert!(left.into_iter().all(|e| !e.file_name().to_string_lossy().starts_with(".piao")));
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_an_error_of_the_disk() {
    let check = ["check", "--format", "json", "examples/con-errori"];
    for args in [&check[..], &["view", "examples/comune-piccolo"], &["rules"]] {
        let full = fs::File::create("/dev/full").expect("a device");
        let child = command(args).stdout(full).stderr(Stdio::piped()).spawn().expect("it runs");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(3), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains("il disco è pieno"), "{args:?}: {}", stderr(&output));
    }
}
