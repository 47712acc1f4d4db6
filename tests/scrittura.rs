//! Where outputs go: whole, whoever is killed and whoever else writes there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
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
        thread::sleep(length.mul_f64(f64::from(at * 37 % 100) / 80.0));
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
