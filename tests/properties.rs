//! Plans made at random from the schema: nothing panics, and what is found depends on the plan
//! alone.

use std::collections::BTreeMap;

use piao::Plan;
use piao::law::{Base, Campo, Law};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use toml::{Table, Value};

use crate::support::scritto::written;
use crate::support::{draw, shown, smallest};

/// A field of the schema, by the keys that lead to it from the top.
fn fields(law: &Law) -> Vec<(String, Campo)> {
    law.sottosezioni.iter().flat_map(|s| &s.campo).map(|c| (c.chiave.clone(), c.clone())).collect()
}

/// Values of every kind, most of them wrong for most fields.
fn odd_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Value::Integer),
        any::<f64>().prop_map(Value::Float),
        any::<bool>().prop_map(Value::Boolean),
        "\\PC{0,12}".prop_map(Value::String),
        select(vec![
            "",
            "u-1",
            "op-1",
            "st-1",
            "provincia",
            "2027",
            "≥ 95 %",
            "31/12/2027",
            "# a\n- b"
        ])
        .prop_map(|text| Value::String(text.into())),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let keys =
            select(vec!["id", "file", "anno", "valore", "numero", "titolo", "nome", "inizio"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map(keys, inner, 0..4).prop_map(
                |map: BTreeMap<&str, Value>| {
                    Value::Table(map.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
                }
            ),
        ]
    })
}

/// Puts a value somewhere in a plan, along a path chosen by numbers.
fn disturb(plan: &mut Value, path: &[usize], value: Value) {
    let Some((first, rest)) = path.split_first() else {
        *plan = value;
        return;
    };
    match plan {
        Value::Table(table) if !table.is_empty() => {
            let key = table.keys().nth(first % table.len()).cloned().unwrap_or_default();
            if let Some(inner) = table.get_mut(&key) {
                disturb(inner, rest, value);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let index = first % items.len();
            disturb(&mut items[index], rest, value);
        }
        other => *other = value,
    }
}

/// The levels of the headings of a document, in the order of reading.
fn headings(value: &serde_json::Value, out: &mut Vec<u64>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| headings(item, out)),
        serde_json::Value::Object(map) => {
            out.extend(map.get("livello").and_then(serde_json::Value::as_u64));
            map.values().for_each(|inner| headings(inner, out));
        }
        _ => {}
    }
}

/// The same plans at every run; `PROPTEST_RNG_SEED` tries others.
fn config() -> ProptestConfig {
    let seed = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok());
    ProptestConfig {
        cases: 60,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed.unwrap_or(2027)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_disturbed_plan_never_panics_and_is_judged_the_same_twice(
        changes in prop::collection::vec((prop::collection::vec(0_usize..40, 1..5), odd_value()), 1..4)
    ) {
        let law = Law::embedded();
        let mut plan = Value::Table(toml::from_str(&smallest("ordinario")).expect("TOML"));
        for (path, value) in changes {
            disturb(&mut plan, &path, value);
        }
        let Value::Table(table) = plan else { return Ok(()) };
        let Ok(text) = toml::to_string(&table) else { return Ok(()) };
        let plan = Plan::from_texts(&[("piao.toml", &text)]);
        let one = plan.check(law);
        let two = plan.check(law);
        prop_assert_eq!(&one.findings, &two.findings);
        prop_assert!(one.findings.is_sorted_by(|a, b| (a.span, &a.code) <= (b.span, &b.code)));
        for finding in &one.findings {
            let file = &plan.source.files[finding.span.file as usize];
            prop_assert!(file.text.is_char_boundary(finding.span.start as usize));
            prop_assert!(file.text.is_char_boundary(finding.span.end as usize));
        }
        let document = one.document(true).document;
        prop_assert!(serde_json::to_string(&document).is_ok());
    }

    #[test]
    fn a_plan_written_along_the_schema_has_no_wrong_form_and_is_always_drawn(seed in any::<u64>()) {
        let law = Law::embedded();
        let plan = written(seed, law);
        let checked = plan.check(law);
        prop_assert!(checked.findings.is_sorted_by(|a, b| (a.span, &a.code) <= (b.span, &b.code)));
        prop_assert_eq!(&checked.findings, &plan.check(law).findings);
        for finding in &checked.findings {
            let of_form = ["FORM-001", "FORM-002", "TOML-001"].contains(&finding.code.as_str());
            prop_assert!(!of_form, "{}: {}", plan.source.text(finding.span), finding.message);
        }
        let document = checked.document(true).document;
        let mut levels = vec![0];
        headings(&serde_json::to_value(&document).expect("a document is JSON"), &mut levels);
        prop_assert!(levels.is_sorted_by(|above, below| *below <= above + 1), "{levels:?}");
        let layout = piao::render::Layout::embedded();
        let page = draw(&document, &[], &layout, &["file"]);
        prop_assert!(page.is_ok(), "{}", page.err().map(|e| e.to_string()).unwrap_or_default());
    }

    #[test]
    fn any_value_in_any_field_is_judged(index in 0_usize..60, value in odd_value()) {
        let law = Law::embedded();
        let all = fields(law);
        let (key, campo) = &all[index % all.len()];
        let mut table = Table::new();
        let value = if campo.forma.elenco && matches!(campo.forma.base, Base::Record(_)) {
            Value::Array(vec![value])
        } else {
            value
        };
        table.insert(key.clone(), value);
        if let Ok(text) = toml::to_string(&table) {
            let plan = Plan::from_texts(&[("piao.toml", &text)]);
            prop_assert!(!plan.check(law).findings.is_empty());
        }
    }
}

/// The findings of a plan without their places, in one order.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let plan = Plan::from_texts(files);
    let checked = plan.check(Law::embedded());
    let mut lines: Vec<String> = shown(&checked).lines().map(String::from).collect();
    lines.sort();
    lines
}

/// A plan with findings of every phase, in the files that it was written in.
fn real_plan() -> Vec<(String, String)> {
    let plan = crate::support::example("provincia-di-lucca");
    let text = |file: &piao::source::File| String::from_utf8_lossy(file.bytes()).into_owned();
    plan.source.files.iter().map(|file| (file.name.clone(), text(file))).collect()
}

#[test]
fn neither_layout_nor_order_nor_files_change_a_finding() {
    let files = real_plan();
    let (tomls, others): (Vec<_>, Vec<_>) =
        files.iter().partition(|(name, _)| name.ends_with(".toml"));
    let named = |files: &[&(String, String)]| -> Vec<(String, String)> {
        files.iter().map(|file| (*file).clone()).collect()
    };
    let judged = |tomls: Vec<(String, String)>| {
        let all: Vec<(String, String)> = tomls.into_iter().chain(named(&others)).collect();
        found(&all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
    };
    let as_written = judged(named(&tomls));
    assert!(as_written.len() > 100);
    let tables: Vec<(String, Table)> = tomls
        .iter()
        .map(|(name, text)| (name.clone(), toml::from_str(text).expect("TOML")))
        .collect();
    let again = |text: fn(&Table) -> String| {
        tables.iter().map(|(name, table)| (name.clone(), text(table))).collect()
    };
    let plain = |table: &Table| toml::to_string(table).expect("TOML");
    let pretty = |table: &Table| toml::to_string_pretty(table).expect("TOML");
    assert_eq!(judged(again(plain)), as_written, "reformatted");
    assert_eq!(judged(again(pretty)), as_written, "reformatted another way");
    let spaced = tomls.iter().map(|(name, text)| {
        (name.clone(), text.replace("\n[", "\n\n# commento\n   [").replace('\n', "\r\n"))
    });
    assert_eq!(judged(spaced.collect()), as_written, "spaced out");
    let whole: Table = tables.into_iter().flat_map(|(_, table)| table).collect();
    assert_eq!(judged(vec![("piao.toml".into(), plain(&whole))]), as_written, "in one file");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_the_tables_changes_no_finding(seed in any::<u64>()) {
        let plan: Table = toml::from_str(&smallest("ordinario").replace("fine = 2029", "fine = 2030")).expect("TOML");
        let mut keys: Vec<&String> = plan.keys().collect();
        let turn = usize::try_from(seed % 50).unwrap_or(0) % keys.len();
        keys.rotate_left(turn);
        let pieces: Vec<String> = keys
            .iter()
            .map(|key| {
                let one = Table::from_iter([((*key).clone(), plan[*key].clone())]);
                toml::to_string(&one).expect("TOML")
            })
            .collect();
        // A key without a table must stand before the first table.
        let (top, tables): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|p| !p.starts_with('['));
        let text = top.concat() + &tables.join("\n");
        let straight = toml::to_string(&plan).expect("TOML");
        prop_assert_eq!(found(&[("piao.toml", &text)]), found(&[("piao.toml", &straight)]));
    }
}

#[cfg(feature = "pdf")]
proptest! {
    // A PDF takes as long as a hundred checks.
    #![proptest_config(ProptestConfig { cases: 8, ..config() })]

    #[test]
    fn a_plan_written_along_the_schema_has_its_pdf(seed in any::<u64>()) {
        let law = Law::embedded();
        let plan = written(seed, law);
        let checked = plan.check(law);
        let document = checked.document(true).document;
        let built = draw(&document, &plan.sorgente(), &piao::render::Layout::embedded(), &[]);
        prop_assert!(built.is_ok(), "{}", built.err().map(|e| e.to_string()).unwrap_or_default());
    }
}
