//! The example that is wrong on purpose: what is said of it, no more and no less.

use std::fs;

use piao::diag::short;
use piao::law::Law;

use crate::support::{example, read, repo};

/// What `piao check --tutti --format short` says of it.
const SAID: &str = "examples/con-errori/rilievi.txt";

#[test]
fn the_plan_with_errors_gives_its_list_and_nothing_else() {
    let plan = example("con-errori");
    let checked = plan.check(Law::embedded());
    let home = format!("{}/", repo("examples/con-errori").display());
    let lines = checked.findings.iter().map(|finding| short::line(finding, &plan.source) + "\n");
    let said = lines.collect::<String>().replace(&home, "");
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(repo(SAID), &said).expect("the file is ours");
    }
    assert_eq!(said, read(SAID));
    let wrong = said.lines().filter(|line| !line.ends_with("(messa da parte)")).count();
    assert!(wrong >= 40, "only {wrong} of about forty kinds of error");
}
