//! Plans made at random from the schema: nothing panics, and what is found depends on the plan
//! alone.

use std::collections::BTreeMap;

use piao::law::{Base, Campo, Law};
use piao::source::Source;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use toml::{Table, Value};

use crate::support::{shown, smallest};

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
        let source = Source::from_texts(&[("piao.toml", &text)]);
        let one = piao::check(&source, &law);
        let two = piao::check(&source, &law);
        prop_assert_eq!(&one.findings, &two.findings);
        prop_assert!(one.findings.is_sorted_by(|a, b| (a.span, &a.code) <= (b.span, &b.code)));
        for finding in &one.findings {
            let file = &source.files[finding.span.file as usize];
            prop_assert!(file.text.is_char_boundary(finding.span.start as usize));
            prop_assert!(file.text.is_char_boundary(finding.span.end as usize));
        }
        let document = piao::document(&one, &law, &source, true);
        prop_assert!(serde_json::to_string(&document).is_ok());
    }

    #[test]
    fn any_value_in_any_field_is_judged(index in 0_usize..60, value in odd_value()) {
        let law = Law::embedded();
        let all = fields(&law);
        let (key, campo) = &all[index % all.len()];
        let mut table = Table::new();
        let value = if campo.forma.elenco && matches!(campo.forma.base, Base::Record(_)) {
            Value::Array(vec![value])
        } else {
            value
        };
        table.insert(key.clone(), value);
        if let Ok(text) = toml::to_string(&table) {
            let source = Source::from_texts(&[("piao.toml", &text)]);
            prop_assert!(!piao::check(&source, &law).findings.is_empty());
        }
    }

    #[test]
    fn the_order_of_the_tables_changes_no_finding(seed in any::<u64>()) {
        let law = Law::embedded();
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
        let found = |text: &str| {
            let checked = piao::check(&Source::from_texts(&[("piao.toml", text)]), &law);
            let mut lines: Vec<String> = shown(&checked).lines().map(String::from).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(found(&text), found(&toml::to_string(&plan).expect("TOML")));
    }
}
