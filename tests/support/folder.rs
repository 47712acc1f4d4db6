//! Plans in folders of their own.

use std::fs;

use piao::Plan;
use piao::diag::Severity;
use piao::law::Law;
use tempfile::TempDir;

use super::{codes, smallest};

/// A plan in a folder of its own: the smallest one, with more files or text.
pub struct Folder(pub TempDir);

impl Folder {
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let plan = Self(folder);
        plan.write("piao.toml", smallest("ordinario").as_bytes());
        plan
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("inside a folder")).expect("the folder is ours");
        fs::write(path, bytes).expect("the folder is ours");
    }

    /// Adds lines before the first table.
    pub fn prepend(self, lines: &str) -> Self {
        self.write("piao.toml", format!("{lines}\n{}", smallest("ordinario")).as_bytes());
        self
    }

    /// Adds lines at the end.
    pub fn append(self, lines: &str) -> Self {
        self.write("piao.toml", format!("{}\n{lines}\n", smallest("ordinario")).as_bytes());
        self
    }

    /// The plan in the folder.
    pub fn read(&self) -> Plan {
        Plan::read(self.0.path()).expect("the folder is there")
    }

    /// Checks the plan: the code of its only finding, and the text under it.
    pub fn says(&self, code: &str) -> String {
        let read = self.read();
        let checked = read.check(Law::embedded());
        let of_code: Vec<_> = checked.findings.iter().filter(|f| f.code == code).collect();
        assert!(!of_code.is_empty(), "no {code}: {:?}", codes(&checked));
        for finding in &checked.findings {
            let file = &read.source.files[finding.span.file as usize];
            assert!(finding.span.end as usize <= file.text.len(), "{code}: outside its file");
        }
        assert_eq!(of_code[0].severity, Severity::Errore);
        read.source.text(of_code[0].span).to_owned()
    }
}

/// The smallest plan with some of its lists said in other lines, `cessazioni = …`.
pub fn with_lists(lists: &[(&str, &str)]) -> Folder {
    let line = |(key, value): &(_, _)| format!("{key} = {value}\n");
    let lines = lists.iter().map(line).collect::<Vec<_>>().concat();
    let mut kept = lines;
    let mut skip = false;
    for line in smallest("ordinario").lines() {
        if let Some(header) = line.strip_prefix("[[") {
            let key = header.split([']', '.']).next();
            skip = lists.iter().any(|(own, _)| Some(*own) == key);
        } else if line.starts_with('[') {
            skip = false;
        }
        if !skip {
            kept += line;
            kept.push('\n');
        }
    }
    let plan = Folder::new();
    plan.write("piao.toml", kept.as_bytes());
    plan
}

/// A plan whose terminations are in a table file.
pub fn with_table(csv: &str) -> Folder {
    let plan = with_lists(&[("cessazioni", "{ file = \"dati/c.csv\" }")]);
    plan.write("dati/c.csv", csv.as_bytes());
    plan
}
