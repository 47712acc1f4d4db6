//! The plan as open data: a CSV file for each table of records, the whole plan in JSON, and the
//! package that describes them with their dictionary (Frictionless Data Package).

use std::fmt::Write as _;

use csv::{Terminator, WriterBuilder};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{Artifact, Kind, LayoutError, Output, Work};
use crate::view::dati::{Colonna, Dati, Tavola, Tipo};
use crate::view::document::Documento;
use crate::view::formato;
use crate::view::testi::DATI_CONVENZIONI;

/// The folder of the data.
pub(super) const CARTELLA: &str = "dati/";
/// The description of the package.
pub(super) const PACCHETTO: &str = "datapackage.json";
/// The whole plan.
pub(super) const PIANO: &str = "piano.json";

/// The open data.
pub(super) struct Aperti;

impl Output for Aperti {
    fn name(&self) -> &'static str {
        "dati"
    }

    fn entry(&self, _: &Documento) -> Option<String> {
        Some(format!("{CARTELLA}{PACCHETTO}"))
    }

    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        let document = work.document;
        let mut made = Vec::new();
        let mut resources = Vec::new();
        for tavola in &document.dati.tavole {
            let file = file(&tavola.nome);
            let bytes = table(tavola).map_err(|cause| {
                LayoutError::new(&file, None, "la tavola non si scrive").because(cause)
            })?;
            resources.push(resource(tavola, &file, &bytes));
            made.push(artifact(&file, bytes, "tavola del piano, CSV"));
        }
        let whole = pretty(&document.dati.piano);
        made.push(artifact(PIANO, whole, "il piano come dati, JSON"));
        let package = pretty(&package(document, &resources));
        made.push(artifact(PACCHETTO, package, "descrizione dei dati, Frictionless Data Package"));
        Ok(made)
    }
}

fn artifact(name: &str, bytes: Vec<u8>, what: &'static str) -> Artifact {
    Artifact { kind: Kind::Data, path: format!("{CARTELLA}{name}"), bytes, what }
}

/// The file of a table.
pub(super) fn file(nome: &str) -> String {
    format!("{nome}.csv")
}

fn pretty(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

/// A table as RFC 4180 has it.
fn table(tavola: &Tavola) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(tavola.colonne.iter().map(|colonna| &colonna.nome))?;
    for riga in &tavola.righe {
        writer.write_record(riga)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn package(document: &Documento, resources: &[Value]) -> Value {
    let Documento { ente, triennio, titolo, parole_chiave, lingua, .. } = document;
    let Dati { versione, licenza, nota, indirizzo, .. } = &document.dati;
    let name = format!("piao-{}-{triennio}", formato::slug(ente));
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": name,
        "title": format!("{titolo}, {ente}"),
        "description": DATI_CONVENZIONI,
        "keywords": parole_chiave,
        "languages": [lingua],
        "contributors": [{ "title": ente, "role": "publisher" }],
    });
    let mut source = json!({ "title": format!("{titolo}, {ente}") });
    if !indirizzo.is_empty() {
        package["homepage"] = json!(indirizzo);
        source["path"] = json!(indirizzo);
    }
    package["sources"] = json!([source]);
    if !versione.is_empty() {
        package["version"] = json!(versione);
    }
    match nota {
        Some(known) => {
            let path = &known.indirizzo;
            let licence = json!({ "name": known.codice, "path": path, "title": known.nome });
            package["licenses"] = json!([licence]);
        }
        // The standard wants an identifier or an address: of other licences there are only words.
        None if !licenza.is_empty() => package["licenza"] = json!(licenza),
        None => {}
    }
    package["resources"] = json!(resources);
    package
}

fn resource(tavola: &Tavola, file: &str, bytes: &[u8]) -> Value {
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": tavola.nome,
        "path": file,
        "title": tavola.titolo,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", hex(bytes)),
    });
    if !tavola.descrizione.is_empty() {
        resource["description"] = json!(tavola.descrizione);
    }
    let fields: Vec<Value> = tavola.colonne.iter().map(field).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if let Some(code) = tavola.colonne.iter().find(|colonna| colonna.codice) {
        schema["primaryKey"] = json!(code.nome);
    }
    let keys: Vec<Value> = tavola.colonne.iter().filter_map(|own| key(own, tavola)).collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    resource["schema"] = schema;
    resource
}

/// Where the values of a column are; a table is for itself the one without a name.
fn key(colonna: &Colonna, tavola: &Tavola) -> Option<Value> {
    let [table, column] = colonna.rinvio.as_ref()?;
    let table = if *table == tavola.nome { "" } else { table };
    let reference = json!({ "resource": table, "fields": column });
    Some(json!({ "fields": colonna.nome, "reference": reference }))
}

fn field(colonna: &Colonna) -> Value {
    let kind = match colonna.tipo {
        Tipo::Testo => "string",
        Tipo::Intero => "integer",
        Tipo::Numero => "number",
        Tipo::Anno => "year",
        Tipo::Giorno => "date",
        Tipo::SiNo => "boolean",
    };
    let mut field = json!({ "name": colonna.nome, "type": kind, "title": colonna.etichetta });
    if !colonna.descrizione.is_empty() {
        field["description"] = json!(colonna.descrizione);
    }
    let mut constraints = Map::new();
    if colonna.obbligo {
        constraints.insert("required".into(), json!(true));
    }
    if colonna.codice {
        constraints.insert("unique".into(), json!(true));
    }
    if !colonna.valori.is_empty() {
        constraints.insert("enum".into(), json!(colonna.valori));
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    if let Some(list) = &colonna.elenco {
        field["elenco"] = json!(list);
    }
    if colonna.molti {
        field["separatore"] = json!("|");
    }
    if !colonna.fonti.is_empty() {
        field["fonti"] = json!(colonna.fonti);
    }
    field
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
