//! What is not there is said once: whoever takes a record or a table away from a complete plan hears
//! of it, and of nothing else.

use std::collections::{BTreeMap, BTreeSet};

use piao::Plan;
use piao::cause::Cause;
use piao::diag::{Finding, Phase, terminal};
use piao::law::{Base, Law, Record};
use toml::{Table, Value};

use crate::support::{check_text, read, repo, smallest, tree};

/// The step from a table to what it holds: a key, or a key and a place in its list.
type Step = (String, Option<usize>);

/// A record or a table of a plan: where it is, and what it is called.
struct Held {
    path: Vec<Step>,
    /// Words by which a finding may cite it: its codes and titles, and those of what it holds.
    words: BTreeSet<String>,
}

/// Everything that can be taken away: tables, and one record of each list.
fn held(table: &Table, law: &Law) -> Vec<Held> {
    let mut out = Vec::new();
    walk(table, &law.radice, law, &mut Vec::new(), &mut out);
    let mut seen = BTreeSet::new();
    out.retain(|held| seen.insert(keys(&held.path)));
    out
}

fn walk(table: &Table, kind: &Record, law: &Law, path: &mut Vec<Step>, out: &mut Vec<Held>) {
    for (key, value) in table {
        let Some(campo) = kind.campo(key) else { continue };
        let Base::Record(inner) = &campo.forma.base else { continue };
        let inner = &law.record[inner];
        let items: Vec<(Option<usize>, &Table)> = match value {
            Value::Table(table) => vec![(None, table)],
            Value::Array(items) => {
                let items = items.iter().enumerate();
                items.filter_map(|(n, item)| Some((Some(n), item.as_table()?))).collect()
            }
            _ => continue,
        };
        for (n, item) in items {
            path.push((key.clone(), n));
            let mut words = stems(&format!("{key} {} {}", campo.etichetta, inner.nome));
            gather(&Value::Table(item.clone()), &mut words);
            out.push(Held { path: path.clone(), words });
            walk(item, inner, law, path, out);
            path.pop();
        }
    }
}

/// How the words begin by which a finding may say of what it speaks: «obiettivi», «obiettivo».
fn stems(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words
        .filter(|word| word.chars().count() > 4)
        .map(|word| word.chars().take(5).collect())
        .collect()
}

/// Codes and titles.
fn gather(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                match value.as_str() {
                    Some(text)
                        if matches!(key.as_str(), "id" | "titolo" | "nome" | "descrizione") =>
                    {
                        words.insert(text.to_lowercase());
                    }
                    _ => gather(value, words),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, words)),
        _ => {}
    }
}

fn keys(path: &[Step]) -> String {
    path.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(".")
}

fn take(table: &mut Table, path: &[Step]) {
    let ((key, n), rest) = path.split_first().expect("a path has a step");
    match (n, rest.is_empty()) {
        (None, true) => _ = table.remove(key),
        (None, false) => take(table[key].as_table_mut().expect("a table"), rest),
        (Some(n), true) => {
            let items = table[key].as_array_mut().expect("a list");
            items.remove(*n);
            if items.is_empty() {
                table.remove(key);
            }
        }
        (Some(n), false) => take(table[key][*n].as_table_mut().expect("a table"), rest),
    }
}

/// Whether a finding is about what was taken away, or cites it.
fn is_about(finding: &Finding, held: &Held) -> bool {
    let own = keys(&held.path);
    let last = held.path.last().map(|(key, _)| key.as_str());
    let absent =
        finding.about.absent.as_deref().map(|path| path.split(".[").next().unwrap_or(path));
    if absent.is_some_and(|absent| absent == own || Some(absent) == last) {
        return true;
    }
    // One of the rows that are left could have it.
    let is_row = held.path.last().is_some_and(|(_, n)| n.is_some());
    if is_row && absent.is_some_and(|absent| absent.starts_with(&format!("{own}."))) {
        return true;
    }
    let mut said = vec![&finding.message, &finding.label];
    said.extend(finding.context.iter().map(|(_, text)| text));
    let said: Vec<String> = said.into_iter().map(|text| text.to_lowercase()).collect();
    finding.phase == Phase::Reference
        || held.words.iter().any(|word| said.iter().any(|text| text.contains(word)))
}

fn told(finding: &Finding) -> (String, String) {
    (finding.code.clone(), finding.message.clone())
}

/// What is no longer true without one row of a table: sums, counts, weights.
const SUMS: &[&str] = &[
    "GEN-007", "FAB-004", "FAB-008", "FAB-018", "FAB-019", "FOR-006", "FOR-010", "ORG-006",
    "ORG-007", "PER-027", "XRF-010",
];

/// Takes away, one at a time, everything that a file of a plan holds.
fn cascades(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let law = Law::embedded();
    let check = |text: &str| {
        let own = files.iter().map(|(file, own)| {
            (file.as_str(), if file == name { text.as_bytes() } else { own.as_slice() })
        });
        Plan::from_files(own).check(law).findings
    };
    let text = std::str::from_utf8(&files[name]).expect("the plan is text");
    let plan: Table = toml::from_str(text).expect("the plan is TOML");
    let before: BTreeSet<_> = check(text).iter().map(told).collect();
    let mut out = String::new();
    for held in held(&plan, law) {
        let mut less = plan.clone();
        take(&mut less, &held.path);
        let after = check(&toml::to_string(&less).expect("a table is TOML"));
        let new = after.iter().filter(|finding| !before.contains(&told(finding)));
        let is_sum = |finding: &Finding| {
            held.path.last().is_some_and(|(_, n)| n.is_some())
                && SUMS.contains(&finding.code.as_str())
        };
        for finding in new.filter(|finding| !is_about(finding, &held) && !is_sum(finding)) {
            let (code, message) = told(finding);
            out += &format!("without {}: {code}: {message}\n", keys(&held.path));
        }
    }
    out
}

#[test]
fn nothing_is_said_of_what_an_absent_record_would_hold() {
    let mut out = String::new();
    for regime in ["ordinario", "semplificato"] {
        let files = BTreeMap::from([("piao.toml".to_owned(), smallest(regime).into_bytes())]);
        out += &cascades(&files, "piao.toml");
    }
    for example in ["provincia-di-esempio", "comune-piccolo"] {
        let files: BTreeMap<String, Vec<u8>> =
            tree(&repo(&format!("examples/{example}"))).into_iter().collect();
        for name in files.keys().filter(|name| name.ends_with(".toml") && !name.contains('/')) {
            out += &cascades(&files, name);
        }
    }
    assert!(out.is_empty(), "{out}");
}

#[test]
fn every_finding_is_an_instance_of_one_cause() {
    for text in [
        "",
        "[piao]\nnatura = 3\n[[unita]]\nid = \"u\"\n[[unita]]\nid = \"v\"\n[[unita]]\nid = \"w\"\n",
    ] {
        let (_, checked) = check_text(text);
        let mut told: Vec<Finding> =
            checked.causes().into_iter().flat_map(|cause| cause.instances).collect();
        assert_eq!(told.len(), checked.findings.len());
        for finding in &checked.findings {
            let at = told.iter().position(|one| one == finding);
            told.swap_remove(at.unwrap_or_else(|| panic!("lost: {finding:?}")));
        }
        assert!(checked.causes().len() < checked.findings.len());
    }
}

#[test]
fn a_partial_plan_is_told_once_of_each_part_that_is_not_there() {
    let law = Law::embedded();
    let plans = [
        ("solo-valore-pubblico", "2.1", &["2.2", "2.3", "3.1", "3.2", "3.3", "4"][..]),
        ("solo-fabbisogni", "3.3", &["2.1", "2.2", "2.3", "3.1", "3.2", "4"]),
        ("solo-rischi", "2.3", &["3.1", "3.2", "3.3"]),
    ];
    for (name, written, absent) in plans {
        let (_, checked) = check_text(&read(&format!("tests/piani/{name}.toml")));
        let mut missing = Vec::new();
        for Cause { finding, .. } in checked.causes() {
            let part = finding.about.part.map(|part| law.sottosezioni[part].numero.as_str());
            let part = part.unwrap_or_else(|| panic!("{name}: of no part: {finding:?}"));
            if ["GEN-002", "SEM-001"].contains(&finding.code.as_str()) {
                missing.push(part.to_owned());
            } else {
                assert!(["", "1", written].contains(&part), "{name}: {part}: {}", finding.message);
            }
        }
        assert_eq!(missing, absent, "{name}");
    }
}

/// The most lines that a new plan is told in: the simplified regime, the ordinary one.
const LINES: [usize; 2] = [56, 70];

#[test]
fn a_new_plan_fits_a_screen() {
    let law = Law::embedded();
    let mut longest = [0; 2];
    for ente in law.enti.values().filter(|ente| !ente.proprieta.iter().any(|p| p == "escluso")) {
        for dipendenti in [20, 50, 300] {
            let files = piao::scaffold::files(law, ente, Some(dipendenti), 2027);
            let texts: Vec<(&str, &str)> =
                files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            let plan = Plan::from_texts(&texts);
            let causes = plan.check(law).causes();
            let told: Vec<&str> =
                causes.iter().map(|cause| cause.finding.message.as_str()).collect();
            assert!(told.len() <= 15, "{}, {dipendenti}: {told:#?}", ente.nome);
            let told: Vec<_> =
                causes.iter().map(|cause| (&cause.finding, cause.instances.as_slice())).collect();
            let drawn = terminal::draw(&told, &plan.source, false, None);
            let longest = &mut longest[usize::from(dipendenti >= 50)];
            *longest = drawn.lines().count().max(*longest);
        }
    }
    assert!(longest[0] <= LINES[0] && longest[1] <= LINES[1], "{longest:?}");
}

/// What a person at a terminal reads of a plan.
fn drawn(text: &str) -> String {
    let (source, checked) = check_text(text);
    let causes = checked.causes();
    let told: Vec<_> =
        causes.iter().map(|cause| (&cause.finding, cause.instances.as_slice())).collect();
    terminal::draw(&told, source, false, None)
}

#[test]
fn neighbours_share_what_is_said_of_all() {
    let row = "[[obiettivi_performance]]\ntipo = \"organizzativa\"\n";
    let read = drawn(row);
    let at = "errore[FORM-004]: manca";
    let both = format!("{at} «id» (codice) (piao.toml)\n{at} «titolo» (obiettivo) (piao.toml)\n");
    assert!(read.contains(&both), "{read}");
    assert_eq!(read.matches("non è un elemento «Obiettivo di performance»").count(), 1, "{read}");
    // Not all of them say the same next.
    let [one, other] = ["manca la sottosezione 3.1", "manca la sottosezione 3.2"].map(|head| {
        let (_, after) = read.split_once(head).unwrap_or_else(|| panic!("no «{head}»: {read}"));
        after.lines().find(|line| line.contains("= aiuto:")).map(str::to_owned)
    });
    assert!(one.is_some() && one != other, "{read}");
}

#[test]
fn a_list_in_a_wrong_form_is_told_and_not_who_refers_to_it() {
    let plan = smallest("ordinario");
    let codes = |text: &str| {
        let (_, checked) = check_text(text);
        checked.findings.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&plan.replacen("[[stakeholder]]", "[stakeholder]", 1)), ["FORM-002"]);
    let other = plan.replacen("id = \"sh-1\"", "id = \"sh-2\"", 1);
    assert!(codes(&other).iter().all(|code| code == "XRF-002"));
}

#[test]
fn one_more_of_some_records_is_told_by_its_own_name() {
    let plan = "[[obiettivi_performance]]\nid = \"op-1\"\ntitolo = \"Prova\"\n";
    let (_, checked) = check_text(plan);
    let causes = checked.causes();
    let told = |message: &str| causes.iter().any(|cause| cause.finding.message == message);
    assert!(told("nessun obiettivo di semplificazione"));
    assert!(told("nessun obiettivo di digitalizzazione"));
    assert!(causes.iter().all(|cause| !cause.finding.message.contains(" = ")));
}
