//! What the head of a page tells to programs: its address, its description, and the document as
//! linked data.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::places::{HOME, Page};
use crate::render::{Work, dati};
use crate::view::document::{Documento, Metadati};

/// The head of a page.
#[derive(Serialize)]
pub(super) struct Testa<'a> {
    /// Absolute address of the page; empty where the plan does not say where its site is.
    indirizzo: String,
    descrizione: &'a str,
    /// What the page is to whoever shows a link to it.
    tipo: &'static str,
    /// The same and more, as linked data.
    dati: Value,
}

impl<'a> Testa<'a> {
    /// The head of the page that opens the site, or of the single file.
    /// Both know what stands beside them, seen from a folder that is so far below it.
    pub(super) fn whole(work: &Work<'a>, up: &str) -> Self {
        let document = work.document;
        let mut dati = report(document);
        dati.insert("description".to_owned(), json!(document.descrizione));
        let forms = [("pdf", "application/pdf"), ("file", "text/html")];
        let forms = forms.into_iter().filter_map(|(name, kind)| {
            let path = work.entry(name)?;
            Some(media("MediaObject", kind, &format!("{up}{path}")))
        });
        let forms: Vec<Value> = forms.collect();
        if !forms.is_empty() {
            dati.insert("encoding".to_owned(), json!(forms));
        }
        if work.entry("dati").is_some() {
            dati.insert("hasPart".to_owned(), dataset(document, up));
        }
        Self {
            indirizzo: document.metadati.sito.clone(),
            descrizione: &document.descrizione,
            tipo: "website",
            dati: with_context(dati),
        }
    }

    /// The head of another page of the site.
    pub(super) fn page(document: &'a Documento, page: &Page<'a>) -> Self {
        let Page { part, file, above } = page;
        let name = |numero: &str, titolo: &str| format!("{numero} {titolo}").trim().to_owned();
        let indirizzo = address(&document.metadati, file);
        let mut dati = Map::from_iter([
            ("@type".to_owned(), json!("WebPage")),
            ("name".to_owned(), json!(name(&part.numero, &part.titolo))),
            ("description".to_owned(), json!(part.descrizione)),
            ("inLanguage".to_owned(), json!(document.lingua)),
            ("isPartOf".to_owned(), Value::Object(report(document))),
        ]);
        if !indirizzo.is_empty() {
            dati.insert("@id".to_owned(), json!(indirizzo));
            dati.insert("url".to_owned(), json!(indirizzo));
        }
        let above = above.iter().map(|title| name(title.numero, title.titolo));
        let path = std::iter::once(document.titolo_breve.clone()).chain(above);
        let steps: Vec<Value> = path
            .chain([name(&part.numero, &part.titolo)])
            .enumerate()
            .map(|(i, name)| json!({ "@type": "ListItem", "position": i + 1, "name": name }))
            .collect();
        let crumbs = json!({ "@type": "BreadcrumbList", "itemListElement": steps });
        dati.insert("breadcrumb".to_owned(), crumbs);
        Self {
            indirizzo,
            descrizione: &part.descrizione,
            tipo: "article",
            dati: with_context(dati),
        }
    }
}

impl<'a> Testa<'a> {
    /// The head of a page of the site that stands for no part of the plan: its title describes it.
    pub(super) fn other(document: &'a Documento, file: &str) -> Self {
        let indirizzo = address(&document.metadati, file);
        let page = json!({
            "@type": "WebPage",
            "@id": indirizzo,
            "url": indirizzo,
            "description": document.descrizione,
            "inLanguage": document.lingua,
            "isPartOf": report(document),
        });
        let dati = match said(page) {
            Value::Object(data) => with_context(data),
            other => other,
        };
        Self { indirizzo, descrizione: "", tipo: "website", dati }
    }
}

/// A file that stands beside a page.
fn media(what: &str, kind: &str, path: &str) -> Value {
    json!({ "@type": what, "encodingFormat": kind, "contentUrl": path })
}

/// The data of the plan: the description of the package leads to each table.
fn dataset(document: &Documento, up: &str) -> Value {
    let place =
        |name| media("DataDownload", "application/json", &format!("{up}{}{name}", dati::CARTELLA));
    said(json!({
        "@type": "Dataset",
        "name": format!("{}, {}", document.titolo_breve, document.ente),
        "description": document.descrizione,
        "inLanguage": document.lingua,
        "creator": { "@type": "GovernmentOrganization", "name": document.ente },
        "license": licence(document),
        "temporalCoverage": document.triennio.replace('-', "/"),
        "isAccessibleForFree": true,
        "distribution": [place(dati::PIANO), place(dati::PACCHETTO)],
    }))
}

/// Where the text of the licence is or, where nobody knows, its name.
fn licence(document: &Documento) -> &str {
    let licenza = &document.metadati.licenza;
    if licenza.indirizzo.is_empty() { &licenza.etichetta } else { &licenza.indirizzo }
}

/// Absolute address of a file of the site, where the plan says where this is.
fn address(metadati: &Metadati, file: &str) -> String {
    match metadati.sito.as_str() {
        "" => String::new(),
        sito => format!("{sito}{file}"),
    }
}

fn with_context(data: Map<String, Value>) -> Value {
    let context = ("@context".to_owned(), json!("https://schema.org"));
    Value::Object(std::iter::once(context).chain(data).collect())
}

/// The document as a whole.
fn report(document: &Documento) -> Map<String, Value> {
    let Documento { metadati, .. } = document;
    let body = json!({
        "@type": "GovernmentOrganization",
        "name": document.ente,
        "url": metadati.ente_sito,
        "identifier": metadati.ente_ipa,
    });
    let whole = json!({
        "@type": "Report",
        "@id": metadati.sito,
        "url": metadati.sito,
        "identifier": document.identita.identificativo,
        "name": document.titolo,
        "alternateName": document.titolo_breve,
        "inLanguage": document.lingua,
        "publisher": said(body),
        "version": document.identita.versione,
        "creativeWorkStatus": document.stato.etichetta,
        "datePublished": metadati.pubblicato,
        "dateModified": document.data,
        "temporalCoverage": document.triennio.replace('-', "/"),
        "license": licence(document),
        "keywords": document.parole_chiave,
        "isAccessibleForFree": true,
        "accessMode": ["textual", "visual"],
        "accessModeSufficient": ["textual"],
        "accessibilityFeature": ["structuralNavigation", "tableOfContents", "alternativeText", "displayTransformability", "index"],
        "accessibilityHazard": ["none"],
    });
    match said(whole) {
        Value::Object(data) => data,
        _ => Map::new(),
    }
}

/// What is said of an object: nothing empty.
fn said(object: Value) -> Value {
    match object {
        Value::Object(data) => {
            Value::Object(data.into_iter().filter(|(_, value)| *value != json!("")).collect())
        }
        other => other,
    }
}

/// The addresses of some pages, for search engines; nothing where the plan does not say where its
/// site is.
pub(super) fn sitemap<'a>(
    document: &Documento,
    files: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let sito = Some(&document.metadati.sito).filter(|sito| !sito.is_empty())?;
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for file in files {
        let file = if file == HOME { "" } else { file };
        let escaped = format!("{sito}{file}").replace('&', "&amp;").replace('<', "&lt;");
        text += &format!("<url><loc>{escaped}</loc><lastmod>{}</lastmod></url>\n", document.data);
    }
    Some(text + "</urlset>\n")
}
