//! The second reader of the PDF: it agrees with the document, and sees what does not.

use lopdf::{Document as Raw, Object};
use piao::render::{Artifact, Kind};
use piao::verify::{self, Mismatch};
use piao::view::document::Documento;

use crate::support::built;

/// What the second reader says of some bytes.
fn read(bytes: Vec<u8>, document: &Documento) -> Result<(), Mismatch> {
    verify::artifacts(
        &[Artifact { path: "piao.pdf".into(), kind: Kind::Pdf, bytes, what: "" }],
        document,
    )
}

/// What it says of the smallest example after a change.
fn read_changed(change: impl FnOnce(&mut Raw)) -> Result<(), Mismatch> {
    let example = &built()[1];
    let mut raw = Raw::load_mem(example.pdf()).expect("ours is a PDF");
    change(&mut raw);
    let mut bytes = Vec::new();
    raw.save_to(&mut bytes).expect("memory takes everything");
    read(bytes, &example.document)
}

/// What it says when the catalogue lacks a key.
fn read_without(key: &str) -> Result<(), Mismatch> {
    read_changed(|raw| {
        let catalog = raw.catalog_mut().expect("a PDF has a catalogue");
        assert!(catalog.remove(key.as_bytes()).is_some(), "{key} was not there");
    })
}

#[test]
fn it_agrees_whoever_writes_the_file() {
    assert_eq!(read_changed(|_| {}), Ok(()));
}

#[test]
fn it_sees_another_document() {
    let example = &built()[1];
    let mut document = example.document.clone();
    document.titolo = "Un altro piano".into();
    let title = example.document.titolo.clone();
    assert_eq!(verify::artifacts(&example.artifacts, &document), Err(Mismatch::Title(title)));
    let mut document = example.document.clone();
    document.parti[0].titolo = "Una parte che non c’è".into();
    let heading = Mismatch::Heading("Una parte che non c’è".into());
    assert_eq!(verify::artifacts(&example.artifacts, &document), Err(heading));
    let mut document = example.document.clone();
    document.lingua = "en";
    assert_eq!(verify::artifacts(&example.artifacts, &document), Err(Mismatch::Language));
}

#[test]
fn it_sees_what_is_missing() {
    assert_eq!(read_without("AF"), Err(Mismatch::Attachment));
    assert_eq!(read_without("Lang"), Err(Mismatch::Language));
    assert_eq!(read_without("StructTreeRoot"), Err(Mismatch::Tags));
    assert!(matches!(read_without("Outlines"), Err(Mismatch::Heading(_))));
}

#[test]
fn it_sees_another_title_in_the_outline() {
    let first = &built()[1].document.parti[0].titolo;
    let said = read_changed(|raw| {
        let entry = raw.objects.values_mut().find_map(|object| {
            let entry = object.as_dict_mut().ok()?;
            let title = entry.get(b"Title").and_then(lopdf::decode_text_string).ok()?;
            (entry.has(b"Parent") && title.ends_with(first.as_str())).then_some(entry)
        });
        entry.expect("the part is there").set("Title", Object::string_literal("Altro"));
    });
    assert_eq!(said, Err(Mismatch::Heading(first.clone())));
}

#[test]
fn it_sees_a_damaged_byte() {
    const BEGIN: &[u8] = b"stream\n";
    let example = &built()[1];
    let pdf = example.pdf();
    let begins = (0..pdf.len() - BEGIN.len()).filter(|at| pdf[*at..].starts_with(BEGIN));
    let streams: Vec<usize> =
        begins.filter(|at| !pdf[..*at].ends_with(b"end")).map(|at| at + BEGIN.len()).collect();
    assert!(streams.len() > 10, "only {} streams", streams.len());
    for start in streams.iter().step_by(streams.len() / 5) {
        let mut bytes = pdf.to_vec();
        bytes[start + 4] ^= 1;
        let said = read(bytes, &example.document);
        assert!(matches!(said, Err(Mismatch::Unreadable(_))), "at {start}: {said:?}");
    }
    for length in [0, 100, pdf.len() / 2] {
        let said = read(pdf[..length].to_vec(), &example.document);
        assert!(matches!(said, Err(Mismatch::Unreadable(_))), "{length} bytes: {said:?}");
    }
}
