//! Schema and model are two descriptions of the plan: they must agree.

use piao::law::{Base, Campo, Law};
use piao::source::Source;
use serde_json::Value as Json;
use toml::{Table, Value};

use crate::support::codes;

/// A value of each form, good for the schema.
fn sample(law: &Law, campo: &Campo, depth: usize, count: &mut usize) -> Value {
    *count += 1;
    let one = match &campo.forma.base {
        Base::Riga => Value::String(format!("riga {count}")),
        Base::Testo => Value::String(format!("testo {count}")),
        Base::Id => Value::String(format!("id-{count}")),
        Base::Intero => Value::Integer(3),
        Base::Numero | Base::Euro | Base::Percento => Value::Float(12.5),
        Base::Anno => Value::Integer(2027),
        Base::Data => Value::String("31/12/2027".into()),
        Base::SiNo => Value::Boolean(true),
        Base::Misura => Value::String("≥ 95 %".into()),
        Base::Url => Value::String("https://www.esempio.it/piao".into()),
        Base::Email => Value::String("nome@esempio.it".into()),
        Base::Scelta(list) => Value::String(law.chiavi(list)[0].into()),
        Base::Riferimento(_) => Value::String("nessuno".into()),
        Base::Record(kind) => {
            let mut table = Table::new();
            for inner in &law.record[kind].campi {
                if depth < 3 || inner.obbligo {
                    table.insert(inner.chiave.clone(), sample(law, inner, depth + 1, count));
                }
            }
            Value::Table(table)
        }
    };
    if campo.forma.elenco { Value::Array(vec![one]) } else { one }
}

/// A plan with every field of the schema.
fn full(law: &Law) -> Table {
    let mut count = 0;
    let fields = law.sottosezioni.iter().flat_map(|s| &s.campo);
    fields.map(|campo| (campo.chiave.clone(), sample(law, campo, 0, &mut count))).collect()
}

/// Every key of the plan is found in the model's own JSON.
fn compare(plan: &Value, model: &Json, path: &str, lost: &mut Vec<String>) {
    match (plan, model) {
        (Value::Table(table), Json::Object(map)) => {
            for (key, value) in table {
                let inner = format!("{path}.{key}");
                match map.get(key) {
                    None | Some(Json::Null) => lost.push(inner),
                    Some(found) => compare(value, found, &inner, lost),
                }
            }
        }
        (Value::Array(items), Json::Array(found)) => {
            if items.len() != found.len() {
                lost.push(path.into());
            }
            for (item, found) in items.iter().zip(found) {
                compare(item, found, path, lost);
            }
        }
        _ => {}
    }
}

#[test]
fn a_plan_with_every_field_loses_none_on_its_way_to_the_model() {
    let law = Law::embedded();
    let plan = full(law);
    let text = toml::to_string(&plan).expect("a table is TOML");
    let checked = piao::check(&Source::from_texts(&[("piao.toml", &text)]), law);
    let of_form: Vec<&str> = codes(&checked)
        .into_iter()
        .filter(|code| code.starts_with("FORM") || code.starts_with("TESTO"))
        .collect();
    assert_eq!(of_form, Vec::<&str>::new());
    let model = serde_json::to_value(&checked.piano).expect("the model is JSON");
    let mut lost = Vec::new();
    compare(&Value::Table(plan), &model, "", &mut lost);
    assert!(lost.is_empty(), "lost: {lost:?}");
}

#[test]
fn the_model_reads_no_key_that_the_schema_lacks() {
    let law = Law::embedded();
    let model = serde_json::to_value(piao::model::Piano::default()).expect("the model is JSON");
    let Json::Object(map) = model else { panic!("a plan is a table") };
    for key in map.keys() {
        assert!(law.radice.campo(key).is_some(), "the model reads «{key}», the schema has no such field");
    }
}
