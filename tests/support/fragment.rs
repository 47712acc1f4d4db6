//! Fragments of plans inside Markdown pages, and the plan that each stands for.

use piao::law::{Base, Law, Record};
use toml::{Table, Value};

use super::smallest;

/// The mark that deletes a key of the smallest plan.
const DELETE: &str = "∅";

/// A fenced block of a page.
pub struct Fence {
    /// What follows the three marks.
    pub info: String,
    /// What is inside.
    pub text: String,
    /// Where the inside begins in the page, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The fenced blocks of a page.
pub fn fences(page: &str) -> Vec<Fence> {
    let mut out = Vec::new();
    let mut open: Option<(String, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        if let Some(info) = line.trim_end().strip_prefix("```") {
            match open.take() {
                None => open = Some((info.to_owned(), at + line.len())),
                Some((info, start)) => {
                    out.push(Fence { info, text: page[start..at].to_owned(), start, end: at });
                }
            }
        }
        at += line.len();
    }
    out
}

/// The smallest valid plan with a fragment laid over it.
pub fn plan(fragment: &Fence, law: &Law) -> String {
    let regime = if fragment.info.contains("semplificato") { "semplificato" } else { "ordinario" };
    let mut base: Table = toml::from_str(&smallest(regime)).expect("the smallest plan is TOML");
    let text = repeated(&numbered(fragment));
    let over: Table = toml::from_str(&text).expect("the fragment is TOML");
    for (key, value) in over {
        let record = law.radice.campo(&key).and_then(|campo| record(&campo.forma.base, law));
        merge(&mut base, key, value, record, law);
    }
    toml::to_string(&base).expect("a table is TOML")
}

/// A line that ends in `×500` stands for five hundred of them.
fn repeated(text: &str) -> String {
    let times = |line: &str| {
        let (line, times) = line.rsplit_once(" ×")?;
        Some(format!("{line}\n").repeat(times.parse().ok()?))
    };
    text.lines().map(|line| times(line).unwrap_or_else(|| format!("{line}\n"))).collect()
}

/// The text of a fragment; `ripeti=1..11` after the language repeats it with each number in the
/// place of `{n}`.
fn numbered(fragment: &Fence) -> String {
    let range = fragment.info.split_whitespace().find_map(|word| word.strip_prefix("ripeti="));
    let Some((first, last)) = range.and_then(|range| range.split_once("..")) else {
        return fragment.text.clone();
    };
    let number = |text: &str| text.parse::<u32>().expect("a range is of numbers");
    let numbers = number(first)..=number(last);
    numbers.map(|n| fragment.text.replace("{n}", &n.to_string())).collect()
}

fn record<'a>(base: &Base, law: &'a Law) -> Option<&'a Record> {
    let Base::Record(kind) = base else { return None };
    law.record.get(kind)
}

fn merge(into: &mut Table, key: String, value: Value, kind: Option<&Record>, law: &Law) {
    if value.as_str() == Some(DELETE) {
        into.remove(&key);
        return;
    }
    let has_id = kind.is_some_and(|record| record.campi.iter().any(|campo| campo.chiave == "id"));
    match (into.get_mut(&key), value) {
        (Some(Value::Table(old)), Value::Table(new)) => merge_table(old, new, kind, law),
        (Some(Value::Array(old)), Value::Array(new)) if has_id => {
            for item in new {
                let id = item.get("id").cloned();
                let same =
                    old.iter_mut().find(|known| id.is_some() && known.get("id") == id.as_ref());
                match (same, item) {
                    (Some(Value::Table(known)), Value::Table(item)) => {
                        merge_table(known, item, kind, law);
                    }
                    (_, item) => old.push(item),
                }
            }
        }
        (_, value) => {
            into.insert(key, value);
        }
    }
}

fn merge_table(old: &mut Table, new: Table, kind: Option<&Record>, law: &Law) {
    for (key, value) in new {
        let inner = kind
            .and_then(|record| record.campi.iter().find(|campo| campo.chiave == key))
            .and_then(|campo| record(&campo.forma.base, law));
        merge(old, key, value, inner, law);
    }
}
