//! The Rust that says what `plan/` says: records, closed lists, names of fields, properties, acts.

use std::collections::{BTreeMap, BTreeSet};

use piao::law::{Base, Campo, Law, Record, Sottosezione};
use toml::Table;

use super::read;

/// The widest line.
const WIDTH: usize = 100;

/// Every generated file: its path, and its text.
pub fn files(law: &Law) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut put = |path: &str, text| out.insert(format!("src/{path}.rs"), text);
    for sottosezione in &law.sottosezioni {
        put(&format!("model/generated/{}", sottosezione.chiave), records(sottosezione, law));
    }
    put("model/generated/piano", piano(law));
    put("model/generated/mod", module(law));
    put("nomi/generated/atti", atti(law));
    put("nomi/generated/campo", campi(law));
    put("nomi/generated/elenchi", elenchi(law));
    put("nomi/generated/proprieta", proprieta(law));
    put("nomi/generated/scelte", scelte(law));
    out
}

/// The head of a file: what it holds.
fn head(what: &str) -> String {
    format!(
        "//! {what}\n//!\n//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.\n"
    )
}

fn module(law: &Law) -> String {
    let mut modules: Vec<&str> = law.sottosezioni.iter().map(|s| s.chiave.as_str()).collect();
    modules.extend(["piano"]);
    modules.sort_unstable();
    let mut out = head("What `plan/` says of a plan, as types.") + "\n";
    for module in &modules {
        out += &format!("mod {module};\n");
    }
    out += "\n";
    for module in modules {
        out += &format!("pub use {module}::*;\n");
    }
    out
}

/// The records of a sub-section.
fn records(sottosezione: &Sottosezione, law: &Law) -> String {
    let file: Table = toml::from_str(&read(&format!("plan/{}", sottosezione.file))).expect("TOML");
    let kinds = file["record"].as_table().expect("a file of the plan has records");
    let own: BTreeMap<&str, &Record> = law
        .record
        .iter()
        .filter(|(key, _)| kinds.contains_key(*key))
        .map(|(k, r)| (&**k, r))
        .collect();
    let what = format!("{}: the records of `plan/{}`.", sottosezione.titolo, sottosezione.file);
    let fields: Vec<&Campo> = own.values().flat_map(|record| &record.campi).collect();
    let mut out = head(&what) + &imports(&fields, &own, law);
    for record in own.values() {
        out += &structure(&camel(&record.chiave), &record.nome, &record.campi, "", law);
    }
    out
}

fn piano(law: &Law) -> String {
    let fields: Vec<Campo> = law.sottosezioni.iter().flat_map(|s| s.campo.clone()).collect();
    let borrowed: Vec<&Campo> = fields.iter().collect();
    let gathered = "    /// Every text, whatever its record: gathered by the schema, not written by anybody.\n    \
                    #[serde(skip)]\n    pub testi: Vec<Testo>,\n    \
                    /// Every address of the web and of the mail, likewise.\n    #[serde(skip)]\n    \
                    pub indirizzi: Vec<Testo>,\n    \
                    /// Every day and year, likewise.\n    #[serde(skip)]\n    pub tempi: Vec<Tempo>,\n    \
                    /// The fields of the top level that say something, likewise.\n    #[serde(skip)]\n    \
                    pub scritti: Vec<String>,\n";
    let imports = imports(&borrowed, &BTreeMap::new(), law);
    let own = "use crate::model::";
    let imports = imports.replace(own, &format!("{own}raccolta::{{Tempo, Testo}};\n{own}"));
    head("The whole plan.") + &imports + &structure("Piano", "Il piano", &fields, gathered, law)
}

/// A record with its fields.
fn structure(name: &str, doc: &str, fields: &[Campo], more: &str, law: &Law) -> String {
    let mut out = format!(
        "\n/// {doc}.\n#[derive(Debug, Clone, Default, Deserialize)]\n#[serde(default)]\n\
         pub struct {name} {{\n    /// Where the record is written.\n    pub luogo: Luogo,\n"
    );
    for campo in fields {
        out += &format!("    /// {}.\n", doc_of(campo, law));
        if choice(campo, law).is_some() {
            let how = if campo.forma.elenco { "molte" } else { "una" };
            out += &format!("    #[serde(deserialize_with = \"scelta::{how}\")]\n");
        }
        // A plan has all its parts, empty those that nobody wrote.
        let part = name == "Piano";
        out += &format!("    pub {}: {},\n", campo.chiave, type_of(campo, part, law));
    }
    out + more + "}\n"
}

fn doc_of(campo: &Campo, law: &Law) -> String {
    let more = match &campo.forma.base {
        Base::Testo => ", Markdown".to_owned(),
        Base::Euro => ", euro".to_owned(),
        Base::Percento => ", per cent".to_owned(),
        Base::Scelta(list) if !is_type(list, law) => format!(", key of the list `{list}`"),
        Base::Riferimento(kind) => format!(", id of a [`{}`](crate::model::{0})", camel(kind)),
        _ => String::new(),
    };
    format!("{}{more}", campo.etichetta.trim_end_matches(['.', '?']))
}

/// The type of a field. What has to be there and is not, or is broken, is empty text or the year
/// zero; of what has no such value there is none.
fn type_of(campo: &Campo, part: bool, law: &Law) -> String {
    let plain = campo.obbligo || part;
    let one = match &campo.forma.base {
        Base::Riga
        | Base::Testo
        | Base::Id
        | Base::Url
        | Base::Email
        | Base::Riferimento(_)
        | Base::Immagine
        | Base::Pdf => "String".to_owned(),
        Base::Scelta(_) => choice(campo, law).unwrap_or_else(|| "String".to_owned()),
        Base::Intero => "i64".to_owned(),
        Base::Conteggio => "Conteggio".to_owned(),
        Base::Numero | Base::Euro | Base::Percento => "Decimal".to_owned(),
        Base::Anno => "i16".to_owned(),
        Base::Data => "Date".to_owned(),
        Base::SiNo => "bool".to_owned(),
        Base::Misura => "Misura".to_owned(),
        Base::Record(kind) => camel(kind),
    };
    let has_empty =
        matches!(campo.forma.base, Base::Record(_)) || matches!(&*one, "String" | "i16");
    match campo.forma.elenco {
        true => format!("Vec<{one}>"),
        false if plain && has_empty => one,
        false => format!("Option<{one}>"),
    }
}

/// What the fields of a file name.
fn imports(fields: &[&Campo], own: &BTreeMap<&str, &Record>, law: &Law) -> String {
    let uses = |test: fn(&Base) -> bool| fields.iter().any(|campo| test(&campo.forma.base));
    let mut out = "\n".to_owned();
    if uses(|base| *base == Base::Data) {
        out += "use jiff::civil::Date;\n";
    }
    if uses(|base| matches!(base, Base::Numero | Base::Euro | Base::Percento)) {
        out += "use rust_decimal::Decimal;\n";
    }
    out += "use serde::Deserialize;
";
    let choices: BTreeSet<String> = fields.iter().filter_map(|campo| choice(campo, law)).collect();
    let mut others: BTreeSet<String> = fields
        .iter()
        .filter_map(|campo| match &campo.forma.base {
            Base::Record(kind) if !own.contains_key(kind.as_str()) => Some(camel(kind)),
            Base::Conteggio => Some("Conteggio".to_owned()),
            Base::Misura => Some("Misura".to_owned()),
            _ => None,
        })
        .collect();
    others.insert("Luogo".to_owned());
    let module = (!choices.is_empty()).then_some("scelta");
    let choices = import("use crate::model::scelte::", choices.iter().map(String::as_str));
    let others = import("use crate::model::", others.iter().map(String::as_str).chain(module));
    // Names alone come before modules, lists of names after them.
    if others.contains('{') {
        out + "\n" + &choices + &others
    } else {
        out + "\n" + &others + &choices
    }
}

/// A `use` as rustfmt breaks it.
fn import<'a>(path: &str, names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    match names.as_slice() {
        [] => return String::new(),
        [one] => return format!("{path}{one};\n"),
        _ => {}
    }
    let line = format!("{path}{{{}}};\n", names.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let mut out = format!("{path}{{\n   ");
    let mut width = 3;
    for name in names {
        if width + name.len() + 2 >= WIDTH {
            out += "\n   ";
            width = 3;
        }
        out += &format!(" {name},");
        width += name.len() + 2;
    }
    out + "\n};\n"
}

/// The type of a choice, when its list is one.
fn choice(campo: &Campo, law: &Law) -> Option<String> {
    let Base::Scelta(list) = &campo.forma.base else { return None };
    is_type(list, law).then(|| camel(list))
}

/// Whether a closed list becomes a type: a field chooses from it, its keys may be names of Rust, and
/// they are not kinds of administration, which Rust does not name.
fn is_type(list: &str, law: &Law) -> bool {
    let is_name = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let chooses = |campo: &Campo| matches!(&campo.forma.base, Base::Scelta(own) if own == list);
    let names = law.vocabolari.get(list).is_some_and(|list| list.chiavi().all(is_name));
    list != "enti" && names && all_fields(law).any(chooses)
}

fn scelte(law: &Law) -> String {
    let mut out = head("The closed lists that fields choose from.");
    out += "\ncrate::nomi::scelta::scelte! {\n";
    for (name, list) in law.vocabolari.iter().filter(|(name, _)| is_type(name, law)) {
        out += &format!("    /// {}.\n    {} = \"{name}\" {{\n", list.titolo, camel(name));
        for key in list.chiavi() {
            out += &format!("        {} = \"{key}\",\n", camel(key));
        }
        out += "    }\n";
    }
    out + "}\n"
}

/// The names of the lists that are no types.
fn elenchi(law: &Law) -> String {
    let mut out = head("The closed lists whose rows Rust does not name.");
    for (name, list) in law.vocabolari.iter().filter(|(name, _)| !is_type(name, law)) {
        let constant = name.to_uppercase();
        out += &format!("\n/// {}.\npub const {constant}: &str = \"{name}\";\n", list.titolo);
    }
    out
}

fn campi(law: &Law) -> String {
    let keys: BTreeSet<&str> = all_fields(law).map(|campo| campo.chiave.as_str()).collect();
    let mut out = head("The names of the fields.") + "\ncrate::nomi::chiave::chiavi! {\n";
    for key in keys {
        out += &format!("    {} = \"{key}\",\n", key.to_uppercase());
    }
    out + "}\n"
}

fn atti(law: &Law) -> String {
    let mut out = head("The acts that citations name.");
    for (key, norma) in &law.norme {
        let name = key.to_uppercase().replace('-', "_");
        out += &format!("\n/// `{}`.\npub const {name}: &str = \"{key}\";\n", norma.sigla);
    }
    out
}

fn proprieta(law: &Law) -> String {
    let mut out = head("The properties of an administration.") + "\nuse crate::nomi::Proprieta;\n";
    for (key, words) in &law.proprieta {
        let name = key.to_uppercase();
        out += &format!(
            "\n/// {}.\npub const {name}: Proprieta = Proprieta(\"{key}\");\n",
            title(words)
        );
    }
    out
}

fn all_fields(law: &Law) -> impl Iterator<Item = &Campo> {
    let top = law.sottosezioni.iter().flat_map(|s| &s.campo);
    top.chain(law.record.values().flat_map(|record| &record.campi))
}

/// `tipi_obiettivo` as `TipiObiettivo`.
fn camel(key: &str) -> String {
    key.split('_').map(title).collect()
}

fn title(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(chars).collect()
}
