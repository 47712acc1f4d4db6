//! The second reading: reopens the PDF with a parser that shares nothing with those that wrote and
//! packed it, reads every object of it, and compares what it finds with what the document says.

use std::collections::BTreeSet;
use std::fmt;
use std::io;

use flate2::bufread::ZlibDecoder;
use hayro_syntax::object::{Array, Dict, Object, Stream, String as Text};
use hayro_syntax::{Filter, Pdf};
use rayon::prelude::*;
use serde_json::Value;

use crate::render::{ATTACHMENT, Artifact, Kind};
use crate::view::document::{Documento, Parte};

/// The deepest part that the outline shows.
const OUTLINE_DEPTH: u8 = 3;

/// What the second reader did not find as the document says.
#[derive(Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The file cannot be read, or a part of it is damaged.
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
    read(&pdf.bytes, document)
}

fn read(bytes: &[u8], document: &Documento) -> Result<(), Mismatch> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| unreadable("la sua struttura è guasta"))?;
    check_objects(&pdf)?;
    check_title(&pdf.metadata().title.as_deref().map(text).unwrap_or_default(), document)?;
    check_pages(pdf.pages().len(), document)?;
    let catalog: Dict<'_> =
        pdf.xref().get(pdf.xref().root_id()).ok_or_else(|| unreadable("manca il catalogo"))?;
    let language = catalog.get::<Text<'_>>("Lang").map(|language| text(&language));
    if !language.is_some_and(|language| language.starts_with(document.lingua)) {
        return Err(Mismatch::Language);
    }
    if catalog.get::<Dict<'_>>("StructTreeRoot").is_none_or(|tree| !tree.contains_key("K")) {
        return Err(Mismatch::Tags);
    }
    check_outline(&outline(&catalog, pdf.len()), &document.parti)?;
    let is_there = has_source(&catalog) || is_without_files(&catalog);
    if is_there { Ok(()) } else { Err(Mismatch::Attachment) }
}

fn unreadable(why: &str) -> Mismatch {
    Mismatch::Unreadable(why.into())
}

fn check_title(title: &str, document: &Documento) -> Result<(), Mismatch> {
    if title == document.titolo { Ok(()) } else { Err(Mismatch::Title(title.into())) }
}

fn check_pages(count: usize, document: &Documento) -> Result<(), Mismatch> {
    let opening = document.parti.iter().filter(|part| part.livello == 1).count();
    if count < opening { Err(Mismatch::Pages(count)) } else { Ok(()) }
}

/// Every object can be read, and every compressed stream holds what its checksum says: a reader
/// that mends what is broken would let it pass.
fn check_objects(pdf: &Pdf) -> Result<(), Mismatch> {
    let mut count = 0;
    let mut streams = Vec::new();
    for object in pdf.objects() {
        count += 1;
        if let Object::Stream(stream) = object {
            streams.push(stream);
        }
    }
    if count != pdf.len() {
        return Err(unreadable("un oggetto è guasto"));
    }
    let whole = streams.par_iter().all(is_whole);
    if whole { Ok(()) } else { Err(unreadable("un flusso di dati è guasto")) }
}

/// Whether the data of a stream are those that were compressed.
fn is_whole(stream: &Stream<'_>) -> bool {
    if stream.filters().as_slice() != [Filter::FlateDecode] {
        return stream.decoded().is_ok();
    }
    io::copy(&mut ZlibDecoder::new(&*stream.raw_data()), &mut io::sink()).is_ok()
}

/// The titles of the outline; no more than the file has objects, whatever it says.
fn outline(catalog: &Dict<'_>, most: usize) -> BTreeSet<String> {
    let mut titles = BTreeSet::new();
    let mut open: Vec<Dict<'_>> = catalog.get("Outlines").into_iter().collect();
    for _ in 0..most {
        let Some(entry) = open.pop() else { break };
        titles.extend(entry.get::<Text<'_>>("Title").map(|title| squeeze(&text(&title))));
        open.extend(entry.get("First"));
        open.extend(entry.get("Next"));
    }
    titles
}

/// Every part that the outline should show is there.
fn check_outline(titles: &BTreeSet<String>, parts: &[Parte]) -> Result<(), Mismatch> {
    for part in parts.iter().filter(|part| part.livello <= OUTLINE_DEPTH) {
        let wanted = squeeze(&part.titolo);
        if !titles.iter().any(|title| title.contains(&wanted)) {
            return Err(Mismatch::Heading(part.titolo.clone()));
        }
        check_outline(titles, &part.parti)?;
    }
    Ok(())
}

/// A text without the spaces that a layout may change.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// Whether the document says to be of the kind that carries no files.
fn is_without_files(catalog: &Dict<'_>) -> bool {
    const PART: &[u8] = b"<pdfaid:part>2</pdfaid:part>";
    let metadata = catalog.get::<Stream<'_>>("Metadata");
    let metadata = metadata.and_then(|stream| stream.decoded().ok().map(|bytes| bytes.to_vec()));
    metadata.is_some_and(|bytes| bytes.windows(PART.len()).any(|window| window == PART))
}

/// Whether the source is among the files of the document, and can be read.
fn has_source(catalog: &Dict<'_>) -> bool {
    let files = catalog.get::<Array<'_>>("AF");
    files.is_some_and(|files| files.iter::<Dict<'_>>().any(|file| is_source(&file)))
}

fn is_source(file: &Dict<'_>) -> bool {
    let name = file.get::<Text<'_>>("UF").map(|name| text(&name)).unwrap_or_default();
    let embedded = file.get::<Dict<'_>>("EF").and_then(|files| files.get::<Stream<'_>>("F"));
    file.contains_key("AFRelationship")
        && name.ends_with(ATTACHMENT)
        && embedded.and_then(|stream| stream.decoded().ok()).is_some_and(|bytes| {
            serde_json::from_slice::<Value>(&bytes).is_ok_and(|source| source["file"].is_array())
        })
}

/// A text string of a PDF: UTF-16 or UTF-8 with a mark, or else one byte a character.
pub(crate) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units =
                rest.chunks(2).map(|pair| pair.iter().fold(0, |n, b| n << 8 | u16::from(*b)));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().copied().map(char::from).collect(),
    }
}
