//! A PDF as it says to be: pages, metadata, attached files.

use std::panic::{self, AssertUnwindSafe};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Stream, String as Text};
use roxmltree::{Document, Node};

use super::Dichiarato;
use crate::render::NAMESPACE;
use crate::verify::text;

const DC: &str = "http://purl.org/dc/elements/1.1/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const PDFA: &str = "http://www.aiim.org/pdfa/ns/id/";
const PDFUA: &str = "http://www.aiim.org/pdfua/ns/id/";
/// The most files that are read, and levels of the tree that names them: a file may say anything.
const FILES: usize = 4096;
const LEVELS: usize = 32;

/// What a PDF says of itself.
pub(super) struct Lettura {
    pub(super) pagine: usize,
    pub(super) titolo: String,
    pub(super) standard: Vec<String>,
    pub(super) documento: Option<Dichiarato>,
    /// Names and contents of the attached files, in the order of their names.
    pub(super) allegati: Vec<(String, Vec<u8>)>,
}

impl Lettura {
    /// Reads a PDF; nothing when it cannot be read as one.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        // Whatever the file holds, it is the file that is wrong.
        panic::catch_unwind(AssertUnwindSafe(|| read(bytes))).ok().flatten()
    }
}

fn read(bytes: &[u8]) -> Option<Lettura> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let pagine = pdf.pages().len();
    if pagine == 0 {
        return None;
    }
    let metadata = catalog.get::<Stream<'_>>("Metadata").and_then(|stream| stream.decoded().ok());
    let metadata = metadata.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let metadata = metadata.unwrap_or_default();
    let xmp = Document::parse(
        metadata.trim_matches(|c: char| c == '\u{feff}' || c == '\0' || c.is_whitespace()),
    )
    .ok();
    let says = |namespace, name| xmp.as_ref().and_then(|xmp| property(xmp, namespace, name));
    let titolo = says(DC, "title");
    let titolo = titolo.or_else(|| pdf.metadata().title.as_deref().map(text)).unwrap_or_default();
    let mut standard = Vec::new();
    if let Some(part) = says(PDFA, "part") {
        let level = says(PDFA, "conformance").unwrap_or_default().to_lowercase();
        standard.push(format!("PDF/A-{part}{level}"));
    }
    standard.extend(says(PDFUA, "part").map(|part| format!("PDF/UA-{part}")));
    let own = |name| says(NAMESPACE, name).unwrap_or_default();
    let documento = says(NAMESPACE, "programma").map(|programma| Dichiarato {
        programma,
        ente: says(DC, "publisher").unwrap_or_default(),
        triennio: own("triennio"),
        stato: own("stato"),
        versione: own("versione"),
        edizione: own("edizione"),
        identificativo: says(DC, "identifier").unwrap_or_default(),
        sorgente: own("sorgente"),
    });
    let mut allegati = files(&catalog);
    allegati.sort();
    allegati.dedup();
    Some(Lettura { pagine, titolo, standard, documento, allegati })
}

/// What the metadata say under a name: as an element, the first of its alternatives, or as an
/// attribute.
fn property(xmp: &Document<'_>, namespace: &str, name: &str) -> Option<String> {
    let is_item = |node: &Node<'_, '_>| node.has_tag_name((RDF, "li"));
    for node in xmp.descendants().filter(Node::is_element) {
        if node.has_tag_name((namespace, name)) {
            let item = node.descendants().find(is_item).unwrap_or(node);
            return item.text().map(|text| text.trim().to_owned());
        }
        let is_description = node.has_tag_name((RDF, "Description"));
        if let Some(own) = node.attribute((namespace, name)).filter(|_| is_description) {
            return Some(own.trim().to_owned());
        }
    }
    None
}

/// The files of the document: those that it declares as its own, and those that it only names.
fn files(catalog: &Dict<'_>) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    if let Some(own) = catalog.get::<Array<'_>>("AF") {
        found.extend(own.iter::<Dict<'_>>().take(FILES).filter_map(|file| content(&file)));
    }
    let names = catalog.get::<Dict<'_>>("Names");
    if let Some(root) = names.and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles")) {
        named(&root, LEVELS, &mut found);
    }
    found
}

fn named(node: &Dict<'_>, levels: usize, found: &mut Vec<(String, Vec<u8>)>) {
    let Some(levels) = levels.checked_sub(1) else { return };
    if let Some(names) = node.get::<Array<'_>>("Names") {
        let mut names = names.flex_iter();
        while found.len() < 2 * FILES {
            let Some(_) = names.next::<Text<'_>>() else { break };
            let Some(file) = names.next::<Dict<'_>>() else { break };
            found.extend(content(&file));
        }
    }
    if let Some(kids) = node.get::<Array<'_>>("Kids") {
        for kid in kids.iter::<Dict<'_>>().take(FILES) {
            named(&kid, levels, found);
        }
    }
}

/// The name and the content of a file specification.
fn content(file: &Dict<'_>) -> Option<(String, Vec<u8>)> {
    let name = file.get::<Text<'_>>("UF").or_else(|| file.get::<Text<'_>>("F"))?;
    let stream = file.get::<Dict<'_>>("EF")?.get::<Stream<'_>>("F")?;
    Some((text(&name), stream.decoded().map(|bytes| bytes.to_vec()).unwrap_or_default()))
}
