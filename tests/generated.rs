//! The Rust that repeats `plan/` is the one that `plan/` makes.

use piao::law::Law;

use crate::support::{modello, read, repo};

#[test]
fn what_is_generated_is_what_the_plan_makes() {
    for (path, text) in modello::files(Law::embedded()) {
        if std::env::var_os("ACCEPT").is_some() {
            std::fs::write(repo(&path), &text).expect("the file is ours");
        }
        assert_eq!(read(&path), text, "{path}: ACCEPT=1 rewrites it");
    }
}
