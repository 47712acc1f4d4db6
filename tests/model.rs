//! What a plan says reaches the rules.

use std::collections::BTreeSet;

use piao::law::{Base, Campo, Law};
use toml::{Table, Value};

use crate::support::{codes, figurati};

/// A value of each form, good for the schema.
fn sample(law: &Law, campo: &Campo, depth: usize, count: &mut usize) -> Value {
    *count += 1;
    let one = match &campo.forma.base {
        Base::Riga => Value::String(format!("riga {count}")),
        Base::Testo => Value::String(format!("testo {count}")),
        Base::Id => Value::String(format!("id-{count}")),
        Base::Intero | Base::Conteggio => Value::Integer(3),
        Base::Numero | Base::Euro | Base::Percento => Value::Float(12.5),
        Base::Anno => Value::Integer(2027),
        Base::Data => Value::String("31/12/2027".into()),
        Base::SiNo => Value::Boolean(true),
        Base::Misura => Value::String("≥ 95 %".into()),
        Base::Url => Value::String("https://www.esempio.it/piao".into()),
        Base::Email => Value::String("nome@esempio.it".into()),
        Base::Immagine => Value::Table(Table::from_iter([
            ("file".to_owned(), Value::String("immagini/torre.svg".into())),
            ("alternativa".to_owned(), Value::String(format!("torre {count}"))),
        ])),
        Base::Pdf => Value::String("allegati/una.pdf".into()),
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

/// The texts and codes of a plan, each of which is there once.
fn texts<'a>(value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::Table(table) => table.values().for_each(|value| texts(value, out)),
        Value::Array(items) => items.iter().for_each(|value| texts(value, out)),
        Value::String(text) if ["riga ", "testo ", "id-"].iter().any(|s| text.starts_with(s)) => {
            out.push(text);
        }
        _ => {}
    }
}

#[test]
fn a_plan_with_every_field_loses_none_on_its_way_to_the_model() {
    let law = Law::embedded();
    let plan = full(law);
    let text = toml::to_string(&plan).expect("a table is TOML");
    let read = figurati::plan(&text);
    let checked = read.check(law);
    let of_form: Vec<&str> = codes(&checked)
        .into_iter()
        .filter(|code| code.starts_with("FORM") || code.starts_with("TESTO"))
        .collect();
    assert_eq!(of_form, Vec::<&str>::new());
    let mut piano = checked.piano;
    piano.testi.clear();
    let (plan, model) = (Value::Table(plan), format!("{piano:?}"));
    let mut written = Vec::new();
    texts(&plan, &mut written);
    assert!(written.len() > 300, "only {} texts", written.len());
    let lost: Vec<_> =
        written.iter().filter(|text| !model.contains(&format!("{text:?}"))).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
}

#[test]
fn a_code_is_asked_only_of_what_something_refers_to() {
    let law = Law::embedded();
    let referred: BTreeSet<&str> = law
        .campi()
        .filter_map(|(_, campo)| match &campo.forma.base {
            Base::Riferimento(kind) => Some(kind.as_str()),
            _ => None,
        })
        .collect();
    for (kind, record) in &law.record {
        let id = record.campi.iter().find(|campo| campo.forma.base == Base::Id);
        let Some(id) = id else { continue };
        assert_eq!(id.obbligo, referred.contains(kind.as_str()), "{kind}: «{}»", id.chiave);
    }
}
