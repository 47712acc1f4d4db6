//! The open data: what is in them is the plan, and other programs read them.

use std::collections::{BTreeMap, BTreeSet};

use csv::ReaderBuilder;
use piao::Plan;
use piao::law::Law;
use piao::render::{Artifact, Kind, Layout};
use piao::schema_json;
use piao::view::document::{Blocco, Documento};
use piao::view::visita::Nodo;
use serde_json::{Map, Value, json};

use crate::support::{Built, all_built, built, check_text, draw, read, repo, smallest, tree};

/// The table of the closed lists, which is not of the plan.
const LISTS: &str = "elenchi";

/// The texts of the data, by name.
fn files(artifacts: &[Artifact]) -> BTreeMap<String, String> {
    let data = artifacts.iter().filter(|artifact| artifact.kind == Kind::Data);
    data.map(|artifact| {
        let name = artifact.path.strip_prefix("dati/").expect("data are in their folder");
        (name.to_owned(), String::from_utf8(artifact.bytes.clone()).expect("text"))
    })
    .collect()
}

/// The package and the tables that it describes, each with whether its rows belong to others.
fn package(files: &BTreeMap<String, String>) -> Value {
    serde_json::from_str(&files["datapackage.json"]).expect("the package is JSON")
}

/// The names of the tables, and how many lists each is inside.
fn tables(document: &Documento) -> Vec<(&str, bool)> {
    let tables = document.dati.tavole.iter().filter(|table| table.nome != LISTS);
    tables.map(|table| (table.nome.as_str(), table.interna)).collect()
}

/// A plan of which some tables are in files, as it is read, under the keys of its source.
fn reread(plan: &Value, tables: &[(String, String)], example: &str) -> Value {
    let toml = toml::to_string(plan).expect("a plan is TOML");
    let mut files = vec![("piao.toml", toml.as_bytes())];
    files.extend(tables.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    let shown = |name: &str| [".svg", ".png", ".jpg", ".pdf"].iter().any(|own| name.ends_with(own));
    let beside = tree(&repo("examples").join(example));
    let beside = beside.iter().filter(|(name, _)| shown(name) && !name.starts_with("dist/"));
    files.extend(beside.map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    let plan = Plan::from_files(files);
    plan.check(Law::embedded()).document(true).document.dati.piano
}

/// Puts the rows of a table, and of the tables inside it, in the place of its records.
struct Split<'a> {
    path: Vec<&'a str>,
    /// Rows by holder, the holder's column left out.
    rows: BTreeMap<String, String>,
    files: Vec<(String, String)>,
}

impl<'a> Split<'a> {
    fn new(name: &'a str, text: &str, inner: bool) -> Self {
        let mut rows: BTreeMap<String, csv::Writer<Vec<u8>>> = BTreeMap::new();
        let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut records = reader.records().map(|record| record.expect("RFC 4180"));
        let head: Vec<String> =
            records.next().expect("a header").iter().map(String::from).collect();
        let skip = usize::from(inner);
        for record in records {
            let holder = if inner { record[0].to_owned() } else { String::new() };
            let writer = rows.entry(holder).or_insert_with(|| {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.write_record(&head[skip..]).expect("memory");
                writer
            });
            writer.write_record(record.iter().skip(skip)).expect("memory");
        }
        let text = |writer: csv::Writer<Vec<u8>>| {
            String::from_utf8(writer.into_inner().expect("memory")).expect("text")
        };
        let rows = rows.into_iter().map(|(holder, writer)| (holder, text(writer))).collect();
        Self { path: name.split('.').collect(), rows, files: Vec::new() }
    }

    fn lay(&mut self, record: &mut Value, at: usize, holder: &str) {
        let Some(value) = record.get_mut(self.path[at]) else { return };
        if at + 1 == self.path.len() {
            let text = self.rows.remove(holder).unwrap_or_default();
            let file = format!("dati/{}-{}.csv", self.path.join("-"), self.files.len());
            *value = json!({ "file": file });
            self.files.push((file, text));
        } else if let Value::Array(items) = value {
            for (index, item) in items.iter_mut().enumerate() {
                let code = item["id"].as_str().map_or((index + 1).to_string(), String::from);
                self.lay(item, at + 1, &code);
            }
        } else {
            self.lay(value, at + 1, holder);
        }
    }
}

/// Takes the tables below a path out of a plan: they have files of their own.
fn without_below(plan: &mut Value, path: &[&str], names: &BTreeSet<String>, here: &str) {
    match plan {
        Value::Array(items) => {
            for item in items {
                without_below(item, path, names, here);
            }
        }
        Value::Object(fields) => {
            if let Some((first, rest)) = path.split_first() {
                let here =
                    if here.is_empty() { (*first).into() } else { format!("{here}.{first}") };
                if let Some(inner) = fields.get_mut(*first) {
                    without_below(inner, rest, names, &here);
                }
            } else {
                fields.retain(|key, _| !names.contains(&format!("{here}.{key}")));
            }
        }
        _ => {}
    }
}

fn check_example(example: &Built) -> usize {
    let files = files(&example.artifacts);
    let plan: Value = serde_json::from_str(&files["piano.json"]).expect("the plan is JSON");
    let tables = tables(&example.document);
    let names: BTreeSet<String> = tables.iter().map(|(name, _)| (*name).to_owned()).collect();
    let depth =
        |name: &str| tables.iter().filter(|(t, _)| name.starts_with(&format!("{t}."))).count();
    for level in 0..=2 {
        let (mut laid, mut expected, mut all) = (plan.clone(), plan.clone(), Vec::new());
        for (name, inner) in tables.iter().filter(|(name, _)| depth(name) == level) {
            let mut split = Split::new(name, &files[&format!("{name}.csv")], *inner);
            split.lay(&mut laid, 0, "");
            assert!(split.rows.is_empty(), "{name}: rows of nobody: {:?}", split.rows.keys());
            all.extend(split.files);
            let path: Vec<&str> = name.split('.').collect();
            without_below(&mut expected, &path, &names, "");
        }
        let again = reread(&laid, &all, example.name);
        for (key, value) in expected.as_object().expect("a plan is a table") {
            assert_eq!(&again[key], value, "{}, level {level}: «{key}»", example.name);
        }
        assert_eq!(again, expected, "{}, level {level}", example.name);
    }
    tables.len()
}

#[test]
fn the_tables_read_back_are_those_of_the_plan() {
    let tables: usize = all_built().map(check_example).sum();
    assert!(tables > 90, "only {tables} tables");
}

#[test]
fn what_a_text_may_hold_comes_back_from_a_cell() {
    let nasty = "\n[[stakeholder]]\nid = \"sh-ostico\"\nnome = '=SOMMA(A1:A9)|\"x\", y;z'\n\
        bisogni = '''- uno\n- due, \"tre\"; | quattro'''\nruolo = \"'=1\"\n\
        [[atti_citati]]\ntitolo = \"@qui\"\n";
    let (_, checked) = check_text(&(smallest("ordinario") + nasty));
    let document = checked.document(true).document;
    let made = draw(&document, &[], &Layout::embedded(), &["dati"]).expect("data");
    let files = files(&made);
    let cells = files["stakeholder.csv"].contains("\"'=SOMMA(A1:A9)|\"\"x\"\", y;z\"");
    assert!(cells && files["atti_citati.csv"].contains("'@qui"), "{}", files["stakeholder.csv"]);
    let mut laid = document.dati.piano.clone();
    let mut split = Split::new("stakeholder", &files["stakeholder.csv"], false);
    split.lay(&mut laid, 0, "");
    assert_eq!(reread(&laid, &split.files, "comune-piccolo"), document.dati.piano);
}

#[test]
fn the_whole_plan_is_what_the_schema_of_a_plan_says() {
    let schema = schema_json::of(Law::embedded());
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    for example in all_built() {
        let plan: Value =
            serde_json::from_str(&files(&example.artifacts)["piano.json"]).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&plan).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", example.name);
        assert_eq!(reread(&plan, &[], example.name), plan, "{}", example.name);
    }
}

#[test]
fn the_package_is_what_its_standard_says_and_describes_every_table() {
    let schema: Value =
        serde_json::from_str(&read("tests/schemi/tabular-data-package.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the standard's is a schema");
    for example in all_built() {
        let files = files(&example.artifacts);
        let package = package(&files);
        let errors: Vec<String> = validator
            .iter_errors(&package)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", example.name);
        assert!(!validator.is_valid(&json!({ "name": "senza-tavole" })));
        let resources = package["resources"].as_array().expect("tables");
        let described: BTreeSet<&str> =
            resources.iter().filter_map(|r| r["path"].as_str()).collect();
        let there = files.keys().map(String::as_str).filter(|name| name.ends_with(".csv"));
        assert_eq!(described, there.collect(), "{}", example.name);
        for resource in resources {
            let (path, fields) = (&resource["path"], &resource["schema"]["fields"]);
            let text = &files[path.as_str().expect("a path")];
            let head = text.lines().next().expect("a header");
            let names: Vec<&str> = fields
                .as_array()
                .expect("fields")
                .iter()
                .filter_map(|f| f["name"].as_str())
                .collect();
            assert_eq!(head, names.join(","), "{path}");
            assert_eq!(resource["bytes"], json!(text.len()), "{path}");
            assert!(text.replace("\r\n", "").matches('\r').next().is_none(), "{path}");
        }
    }
    let province = package(&files(&built()[0].artifacts));
    assert_eq!(province["licenses"][0]["name"], "CC-BY-4.0");
    let find = |list: &Value, key: &str, value: &str| -> Map<String, Value> {
        let found = list.as_array().expect("a list").iter().find(|item| item[key] == value);
        found.unwrap_or_else(|| panic!("no {value}")).as_object().expect("an object").clone()
    };
    let fasi = find(&province["resources"], "name", "obiettivi_performance.fasi");
    let keys = fasi["schema"]["foreignKeys"].as_array().expect("keys");
    assert!(keys.iter().any(|key| key["fields"] == "obiettivi_performance"
        && key["reference"] == json!({ "resource": "obiettivi_performance", "fields": "id" })));
    let obiettivi = find(&province["resources"], "name", "obiettivi_performance");
    assert_eq!(obiettivi["schema"]["primaryKey"], "id");
}

#[test]
fn a_table_of_records_says_where_its_data_are() {
    for example in all_built() {
        let names: BTreeSet<&str> =
            tables(&example.document).into_iter().map(|(name, _)| name).collect();
        let mut said = BTreeSet::new();
        example.document.visit(|nodo, _| {
            if let Nodo::Blocco(Blocco::Tabella(table)) = nodo {
                assert!(
                    table.dati.is_empty() || names.contains(table.dati.as_str()),
                    "{}",
                    table.dati
                );
                said.extend((!table.dati.is_empty()).then_some(table.dati.as_str()));
            }
        });
        assert!(said.len() > 4, "{}: only {said:?}", example.name);
    }
}

#[test]
fn nothing_leads_to_what_does_not_stand_beside() {
    let example = &built()[0];
    for names in
        [&["sito"][..], &["file"], &["sito", "file"], &["sito", "dati"], &["file", "dati"], &[]]
    {
        let made = draw(&example.document, &[], &Layout::embedded(), names).expect("outputs");
        let paths: BTreeSet<&str> = made.iter().map(|artifact| artifact.path.as_str()).collect();
        let mut beside = 0;
        for page in made.iter().filter(|a| a.path.ends_with(".html")) {
            let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let text = std::str::from_utf8(&page.bytes).expect("a page is text");
            for href in text.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let path = href.split('#').next().unwrap_or_default();
                if path.is_empty() || path.contains(':') {
                    continue;
                }
                let full = match path.strip_prefix("../") {
                    Some(up) => up.to_owned(),
                    None if folder.is_empty() => path.to_owned(),
                    None => format!("{folder}/{path}"),
                };
                beside += usize::from(path.starts_with("../") || folder.is_empty());
                assert!(paths.contains(full.as_str()), "{names:?}: {} leads to {full}", page.path);
            }
        }
        assert_eq!(beside > 0, names.len() != 1, "{names:?}");
    }
}
