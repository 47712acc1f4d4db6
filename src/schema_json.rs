//! The piano-tipo as a JSON Schema, for editors: completion, closed lists, and what each field is
//! with the article that asks for it. Only what Draft 4 has, which is what TOML editors read.

use serde_json::{Map, Value, json};

use crate::law::{Base, Campo, Forma, Law, Percorso, Record, Voce};

/// A date in one of the two usual orders: 2027-01-31, 31/1/2027.
const DATA: &str = "^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\
    |(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/[0-9]{4})$";

/// The definition of a table file, which no record is called by.
const TABELLA: &str = "file_di_tabella";

/// The schema of a plan.
#[must_use]
pub fn of(law: &Law) -> Value {
    let records =
        law.record.iter().map(|(name, record)| (name.clone(), record_schema(law, record)));
    let definitions: Map<String, Value> = records.chain([(TABELLA.into(), table_file())]).collect();
    json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "title": "Piano integrato di attività e organizzazione (PIAO)",
        "description": "La sorgente di un piano, come la legge piao.",
        "type": "object",
        "properties": properties(law, &law.radice),
        "additionalProperties": unknown(),
        "definitions": definitions,
    })
}

fn record_schema(law: &Law, record: &Record) -> Value {
    let needed = record.campi.iter().filter(|campo| campo.obbligo);
    let required: Vec<&str> = needed.map(|campo| campo.chiave.as_str()).collect();
    let mut schema = json!({
        "title": record.nome,
        "type": "object",
        "properties": properties(law, record),
        "additionalProperties": unknown(),
    });
    // Draft 4 wants at least one name in the list.
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// What a key may be that is not there: nothing. A schema, not `false`: what is wrong is then the
/// key, and the editors underline it alone, not the table that holds it.
fn unknown() -> Value {
    json!({ "not": { "title": "una chiave che qui non esiste" } })
}

fn properties(law: &Law, kind: &Record) -> Map<String, Value> {
    kind.campi.iter().map(|campo| (campo.chiave.clone(), field(law, kind, campo))).collect()
}

fn field(law: &Law, kind: &Record, campo: &Campo) -> Value {
    let mut schema = form(law, &campo.forma);
    // In Draft 4 what stands beside a «$ref» is not read.
    if schema.get("$ref").is_some() {
        schema = json!({ "allOf": [schema] });
    }
    schema["title"] = json!(campo.etichetta);
    schema["description"] = json!(description(law, kind, campo));
    schema
}

/// What to write in a field, a paragraph each: the advice, the form, the closed list, an example,
/// the articles.
fn description(law: &Law, kind: &Record, campo: &Campo) -> String {
    let mut said = Vec::new();
    if !campo.guida.is_empty() {
        said.push(campo.guida.clone());
    }
    let mut wanted = format!("Vuole {}", campo.forma.describe());
    if let Base::Scelta(list) = &campo.forma.base
        && let Some(list) = law.vocabolari.get(list)
    {
        wanted += &match list.poche() {
            Some(voci) => {
                let row = |voce: &Voce| format!("«{}» ({})", voce.chiave, voce.etichetta);
                format!(": {}", voci.iter().map(row).collect::<Vec<_>>().join(", "))
            }
            None => format!(" «{}», che ha {} voci", list.titolo, list.voci.len()),
        };
    }
    said.push(wanted + ".");
    said.push(example(law, kind, campo));
    let fonti = law.fonti(campo, &law.doveri_di(kind, campo));
    if !fonti.is_empty() {
        said.push(format!("Fonte: {}.", fonti.join("; ")));
    }
    said.join("\n\n")
}

/// The line that writes a field; the lines, when it is tables at the top of a plan.
fn example(law: &Law, kind: &Record, campo: &Campo) -> String {
    let esempio = law.esempio(None);
    let at_top = kind.chiave.is_empty() && law.kind_of(campo).is_some();
    let path = Percorso::try_from(campo.chiave.clone()).ok().filter(|_| at_top);
    let lines = path.map(|path| esempio.dovere(&path));
    match lines.as_deref().and_then(|lines| lines.strip_prefix("scrivi:\n")) {
        Some(lines) => format!("Esempio:\n\n```toml\n{lines}\n```"),
        None => format!("Esempio: `{}`", esempio.riga(kind, campo)),
    }
}

fn form(law: &Law, forma: &Forma) -> Value {
    if !forma.elenco {
        return one(law, &forma.base);
    }
    let items = one(law, &forma.base);
    match forma.base {
        // No «anyOf»: what is wrong in an item is then said of the item.
        Base::Record(_) => {
            let mut schema = table();
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
        "additionalProperties": unknown(),
    })
}

/// A table file in the place of a list of records.
fn table() -> Value {
    let mut schema = file();
    for key in ["file", "foglio", "intestazione", "colonne"] {
        schema["properties"][key] =
            json!({ "$ref": format!("#/definitions/{TABELLA}/properties/{key}") });
    }
    schema
}

/// What may be said of a table file.
fn table_file() -> Value {
    json!({
        "title": "Tabella in un file",
        "type": "object",
        "properties": {
            "file": beside("File", "il nome di una tabella: .csv, .xlsx o .ods", "file = \"dati/misure.xlsx\"", json!({ "type": "string" })),
            "foglio": beside("Foglio", "il nome di un foglio, se il file ne ha più d’uno", "foglio = \"Misure\"", json!({ "type": "string" })),
            "intestazione": beside(
                "Riga dell’intestazione",
                "il numero di una riga, se non è la prima",
                "intestazione = 3",
                json!({ "type": "integer", "minimum": 1 }),
            ),
            "colonne": beside(
                "Titoli dell’ufficio",
                "per ogni titolo la colonna che è, \"\" per non leggerla",
                "colonne = { \"Dirigente\" = \"responsabile\" }",
                json!({ "type": "object", "additionalProperties": { "type": "string" } }),
            ),
        },
    })
}

/// What stands beside the name of a table file.
fn beside(title: &str, wanted: &str, example: &str, mut schema: Value) -> Value {
    schema["title"] = json!(title);
    schema["description"] = json!(format!("Vuole {wanted}.\n\nEsempio: `{example}`"));
    schema
}

fn one(law: &Law, base: &Base) -> Value {
    match base {
        Base::Riga | Base::Riferimento(_) => json!({ "type": "string" }),
        // A TOML date reaches the editors as text.
        Base::Data => json!({ "type": "string", "pattern": DATA }),
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
        Base::Immagine => json!({
            "type": "object",
            "properties": {
                "file": beside("File", "il nome di un’immagine: .png, .jpg o .svg", "file = \"immagini/stemma.svg\"", json!({ "type": "string" })),
                "alternativa": beside("Alternativa", "ciò che l’immagine dice a chi non la vede", "alternativa = \"Stemma del Comune: una torre su fondo azzurro\"", json!({ "type": "string", "minLength": 1 })),
            },
            "required": ["file", "alternativa"],
            "additionalProperties": unknown(),
        }),
        Base::Pdf => json!({ "type": "string", "pattern": "\\.[Pp][Dd][Ff]$" }),
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
            "additionalProperties": unknown(),
        })
    };
    let other = own(json!({ "altro": line }), json!(["altro"]));
    let called = own(json!({ "valore": row, "etichetta": line }), json!(["valore", "etichetta"]));
    json!({ "anyOf": [row, other, called] })
}
