//! The second reader: reopens the PDF with an unrelated implementation and compares what it finds
//! with what the document says.

use std::collections::BTreeSet;
use std::fmt;

use lopdf::{Dictionary, Object};
use printpdf::{PdfDocument, PdfParseOptions};

use crate::render::{ATTACHMENT, Artifact, Kind};
use crate::view::document::{Documento, Parte};

/// The deepest part that the outline shows.
const OUTLINE_DEPTH: u8 = 3;

/// What the second reader did not find as the document says.
#[derive(Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The file cannot be read.
    Unreadable(String),
    /// The title in the metadata.
    Title(String),
    /// The language.
    Language,
    /// A part that the outline lacks.
    Heading(String),
    /// Fewer pages than the parts that open one.
    Pages(usize),
    /// The source is not attached.
    Attachment,
    /// The structure tree is missing.
    Tags,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "il PDF non si rilegge: {why}"),
            Self::Title(title) => write!(f, "il PDF ha il titolo «{title}»"),
            Self::Language => write!(f, "il PDF non dice in che lingua è"),
            Self::Heading(title) => write!(f, "nei segnalibri del PDF manca «{title}»"),
            Self::Pages(count) => write!(f, "il PDF ha solo {count} pagine"),
            Self::Attachment => write!(f, "al PDF non è allegata la sorgente"),
            Self::Tags => write!(f, "il PDF non ha la struttura per le tecnologie assistive"),
        }
    }
}

impl std::error::Error for Mismatch {}

/// Compares the PDF among some artifacts with the document.
///
/// # Errors
///
/// The first difference: a bug of ours, caught before anybody meets it.
pub fn artifacts(artifacts: &[Artifact], document: &Documento) -> Result<(), Mismatch> {
    let Some(pdf) = artifacts.iter().find(|artifact| artifact.kind == Kind::Pdf) else {
        return Ok(());
    };
    let unreadable = |error: lopdf::Error| Mismatch::Unreadable(error.to_string());
    let read = PdfDocument::parse(&pdf.bytes, &PdfParseOptions::default(), &mut Vec::new())
        .map_err(Mismatch::Unreadable)?;
    let title = &read.metadata.info.document_title;
    if *title != document.titolo {
        return Err(Mismatch::Title(title.clone()));
    }
    let opening = document.parti.iter().filter(|part| part.livello == 1).count();
    if read.pages.len() < opening {
        return Err(Mismatch::Pages(read.pages.len()));
    }
    let raw = lopdf::Document::load_mem(&pdf.bytes).map_err(unreadable)?;
    let catalog = raw.catalog().map_err(unreadable)?;
    if catalog.get(b"Lang").and_then(Object::as_str).ok() != Some(document.lingua.as_bytes())
        && !starts_with_language(catalog, document.lingua)
    {
        return Err(Mismatch::Language);
    }
    if !catalog.has(b"StructTreeRoot") {
        return Err(Mismatch::Tags);
    }
    check_outline(&raw, document)?;
    if has_attachment(&raw) { Ok(()) } else { Err(Mismatch::Attachment) }
}

fn starts_with_language(catalog: &Dictionary, language: &str) -> bool {
    let found = catalog.get(b"Lang").and_then(Object::as_str);
    found.is_ok_and(|found| found.starts_with(language.as_bytes()))
}

/// Every part that the outline should show is there.
fn check_outline(raw: &lopdf::Document, document: &Documento) -> Result<(), Mismatch> {
    let mut titles = BTreeSet::new();
    for object in raw.objects.values() {
        let Ok(dictionary) = object.as_dict() else { continue };
        if dictionary.has(b"Title") && dictionary.has(b"Parent") {
            let title = dictionary.get(b"Title").and_then(lopdf::decode_text_string);
            titles.extend(title.map(|title| squeeze(&title)));
        }
    }
    document.parti.iter().try_for_each(|part| check_part(part, &titles))
}

fn check_part(part: &Parte, titles: &BTreeSet<String>) -> Result<(), Mismatch> {
    if part.livello > OUTLINE_DEPTH {
        return Ok(());
    }
    let wanted = squeeze(&part.titolo);
    if !titles.iter().any(|title| title.ends_with(&wanted)) {
        return Err(Mismatch::Heading(part.titolo.clone()));
    }
    part.parti.iter().try_for_each(|inner| check_part(inner, titles))
}

/// A text without the spaces that a layout may change.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

fn has_attachment(raw: &lopdf::Document) -> bool {
    raw.objects.values().filter_map(|object| object.as_dict().ok()).any(|dictionary| {
        let name = dictionary.get(b"UF").and_then(lopdf::decode_text_string);
        dictionary.has(b"AFRelationship") && name.is_ok_and(|name| name.ends_with(ATTACHMENT))
    })
}
