//! The piano-tipo as a JSON Schema, for editors: completion, closed lists, and what each field is
//! with the article that asks for it. Only what Draft 4 has, which is what TOML editors read.

use serde_json::{Map, Value, json};

use crate::law::{Base, Campo, Forma, Law, Record};

/// The schema of a plan.
#[must_use]
pub fn of(law: &Law) -> Value {
    let fields: Vec<&Campo> = law.sottosezioni.iter().flat_map(|s| &s.campo).collect();
    let definitions: Map<String, Value> = law
        .record
        .iter()
        .map(|(name, record)| (name.clone(), record_schema(law, record)))
        .collect();
    json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "title": "Piano integrato di attività e organizzazione (PIAO)",
        "description": "La sorgente di un piano, come la legge piao.",
        "type": "object",
        "properties": properties(law, &fields),
        "additionalProperties": false,
        "definitions": definitions,
    })
}

fn record_schema(law: &Law, record: &Record) -> Value {
    let fields: Vec<&Campo> = record.campi.iter().collect();
    let required: Vec<&str> =
        fields.iter().filter(|campo| campo.obbligo).map(|campo| campo.chiave.as_str()).collect();
    let mut schema = json!({
        "title": record.nome,
        "type": "object",
        "properties": properties(law, &fields),
        "additionalProperties": false,
    });
    // Draft 4 wants at least one name in the list.
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn properties(law: &Law, fields: &[&Campo]) -> Map<String, Value> {
    fields.iter().map(|campo| (campo.chiave.clone(), field(law, campo))).collect()
}

fn field(law: &Law, campo: &Campo) -> Value {
    let mut schema = form(law, &campo.forma);
    let fonti: Vec<String> =
        campo.norma.iter().map(|citation| law.cite(citation, None).testo).collect();
    let mut description = campo.etichetta.clone();
    for piece in [campo.guida.clone(), fonti.join("; ")] {
        if !piece.is_empty() {
            description = format!("{}. {piece}", description.trim_end_matches('.'));
        }
    }
    schema["title"] = json!(campo.etichetta);
    schema["description"] = json!(description);
    schema
}

fn form(law: &Law, forma: &Forma) -> Value {
    if !forma.elenco {
        return one(law, &forma.base);
    }
    let items = one(law, &forma.base);
    match forma.base {
        // No «anyOf»: what is wrong in an item is then said of the item.
        Base::Record(_) => {
            let mut schema = file();
            schema["type"] = json!(["array", "object"]);
            schema["items"] = items;
            schema
        }
        _ => json!({ "type": "array", "items": items }),
    }
}

/// A file of the plan in the place of a value.
fn file() -> Value {
    json!({
        "type": "object",
        "properties": { "file": { "type": "string" } },
        "required": ["file"],
        "additionalProperties": false,
    })
}

fn one(law: &Law, base: &Base) -> Value {
    match base {
        // A TOML date reaches the editors as text.
        Base::Riga | Base::Riferimento(_) | Base::Data => json!({ "type": "string" }),
        Base::Testo => {
            let mut schema = file();
            schema["type"] = json!(["string", "object"]);
            schema
        }
        Base::Id => json!({ "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" }),
        Base::Intero => json!({ "type": "integer", "minimum": 0 }),
        Base::Conteggio => json!({ "anyOf": [
            { "type": "integer", "minimum": 0 },
            { "type": "string", "pattern": "[0-9]" },
        ] }),
        Base::Numero | Base::Euro => json!({ "type": "number" }),
        Base::Percento => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        Base::Anno => json!({ "type": "integer", "minimum": 1900, "maximum": 2200 }),
        Base::SiNo => json!({ "type": "boolean" }),
        Base::Misura => json!({ "type": ["string", "number", "boolean"] }),
        Base::Url => json!({ "type": "string", "pattern": "^https?://" }),
        Base::Email => json!({ "type": "string", "pattern": "^[^@ ]+@[^@ ]+$" }),
        Base::Scelta(list) => choice(law, list),
        Base::Record(kind) => json!({ "$ref": format!("#/definitions/{kind}") }),
    }
}

/// A closed list; keys that are numbers may be written as such. An open one takes the words of the
/// plan too.
fn choice(law: &Law, list: &str) -> Value {
    let keys = law.chiavi(list);
    let mut values: Vec<Value> = keys.iter().map(|key| json!(key)).collect();
    let numbers = keys.iter().filter(|key| !key.starts_with('0'));
    values.extend(numbers.filter_map(|key| key.parse::<i64>().ok()).map(|number| json!(number)));
    let row = json!({ "enum": values });
    if law.vocabolari.get(list).is_none_or(|list| !list.aperto) {
        return row;
    }
    let line = json!({ "type": "string", "minLength": 1 });
    let own = |properties: Value, required: Value| {
        json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    };
    let other = own(json!({ "altro": line }), json!(["altro"]));
    let called = own(json!({ "valore": row, "etichetta": line }), json!(["valore", "etichetta"]));
    json!({ "anyOf": [row, other, called] })
}
