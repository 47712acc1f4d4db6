//! Many plans in a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use super::smallest;

/// Plans in a folder, each with a code of its own.
pub struct Piani {
    pub home: TempDir,
    pub names: Vec<String>,
}

impl Piani {
    pub fn new(count: usize) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        let names: Vec<String> = (0..count).map(|at| format!("ente-{at}")).collect();
        let piani = Self { home, names };
        for (at, name) in piani.names.iter().enumerate() {
            let text = smallest("ordinario");
            let text = text.replacen("\"Provincia di Prova\"", &format!("\"Ente {at}\""), 1);
            piani.write(name, &text.replacen("\"p_zz\"", &format!("\"e_{at}\""), 1));
        }
        piani
    }

    pub fn folder(&self) -> PathBuf {
        self.home.path().join("piani")
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.at(name)).expect("ours");
        fs::write(self.at(name).join("piao.toml"), text).expect("ours");
    }

    /// A plan that takes some seconds.
    pub fn slow(&self, name: &str) {
        let row = |i| format!("[[risorse]]\niniziativa = \"Iniziativa {i}\"\nprimo_anno = {i}\n");
        let rows: String = (0..6_000).map(row).collect();
        self.write(name, &format!("{}\n{rows}", smallest("ordinario")));
    }

    /// The lines of a report, by the name of the plan.
    pub fn lines(&self, report: &str) -> BTreeMap<String, Value> {
        let text = fs::read_to_string(self.file(report)).expect("a report");
        let line = |line: &str| -> Value { serde_json::from_str(line).expect("a whole line") };
        let named = |line: Value| {
            let name = Path::new(line["piano"].as_str().expect("a name")).file_name();
            (name.expect("a name").to_string_lossy().into_owned(), line)
        };
        text.lines().map(line).map(named).collect()
    }
}
