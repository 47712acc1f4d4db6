//! Packs the objects of a PDF into compressed streams: the tag tree of an accessible document is
//! four fifths of its size, and shrinks to a tenth.
//!
//! PDF/A wants the length of a stream to be exactly that of its data. Data that end with a
//! carriage return cannot be told from the line end that follows, so no stream is left with any.

use lopdf::{Document, Object, SaveOptions};

/// Objects for each stream, and how many other counts are tried when a stream ends badly.
const OBJECTS: usize = 200;
const TRIES: usize = 40;
/// What a stream must not end with.
const AMBIGUOUS: &[u8] = b"\r\nendstream";

/// The same document, packed, its metadata rewritten. The same bytes come out for the same bytes
/// in.
pub(super) fn pack(
    bytes: &[u8],
    rewrite: &dyn Fn(&str) -> String,
) -> Result<Vec<u8>, lopdf::Error> {
    let mut packed = Vec::new();
    for objects in (OBJECTS - TRIES..=OBJECTS).rev() {
        packed = save(read(bytes, rewrite)?, objects)?;
        if !packed.windows(AMBIGUOUS.len()).any(|window| window == AMBIGUOUS) {
            break;
        }
    }
    Ok(packed)
}

/// The document, no stream of which ends badly.
fn read(bytes: &[u8], rewrite: &dyn Fn(&str) -> String) -> Result<Document, lopdf::Error> {
    let mut document = Document::load_mem(bytes)?;
    let metadata = document.catalog()?.get(b"Metadata")?.as_reference()?;
    let stream = document.get_object_mut(metadata)?.as_stream_mut()?;
    stream.set_plain_content(rewrite(&String::from_utf8_lossy(&stream.content)).into_bytes());
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.content.ends_with(b"\r")
        {
            // Whatever follows the end of compressed data is not read.
            let mut content = std::mem::take(&mut stream.content);
            content.push(0);
            stream.set_content(content);
        }
    }
    Ok(document)
}

fn save(mut document: Document, objects: usize) -> Result<Vec<u8>, lopdf::Error> {
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(objects)
        .compression_level(9)
        .build();
    let mut packed = Vec::new();
    document.save_with_options(&mut packed, options)?;
    Ok(packed)
}
