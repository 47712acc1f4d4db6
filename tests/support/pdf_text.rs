//! The text of a PDF as a screen reader meets it: what is marked as an artifact is left out.

use lopdf::content::Content;
use lopdf::{Document, Encoding, Object};
use std::collections::BTreeMap;

/// The text of every page, in the order in which it is drawn.
pub fn text(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).expect("the PDF can be read");
    document.get_pages().values().map(|page| page_text(&document, *page)).collect()
}

fn page_text(document: &Document, page: lopdf::ObjectId) -> String {
    let fonts = document.get_page_fonts(page).expect("a page has fonts");
    let encodings: BTreeMap<&[u8], Encoding<'_>> = fonts
        .iter()
        .filter_map(|(name, font)| Some((name.as_slice(), font.get_font_encoding(document).ok()?)))
        .collect();
    let content = Content::decode(&document.get_page_content(page)).expect("a page has content");
    let mut out = String::new();
    let mut encoding = None;
    let mut marks: Vec<bool> = Vec::new();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                let artifact =
                    operation.operands.first().and_then(|o| o.as_name().ok()) == Some(b"Artifact");
                marks.push(artifact);
            }
            "EMC" => {
                marks.pop();
                out.push(' ');
            }
            "Tf" => {
                let name = operation.operands.first().and_then(|o| o.as_name().ok());
                encoding = name.and_then(|name| encodings.get(name));
            }
            "Tj" | "TJ" | "'" | "\"" if !marks.contains(&true) => {
                if let Some(encoding) = encoding {
                    operation.operands.iter().for_each(|operand| show(operand, encoding, &mut out));
                }
            }
            _ => {}
        }
    }
    out
}

fn show(operand: &Object, encoding: &Encoding<'_>, out: &mut String) {
    match operand {
        Object::String(bytes, _) => {
            out.push_str(&Document::decode_text(encoding, bytes).unwrap_or_default());
        }
        Object::Array(items) => items.iter().for_each(|item| show(item, encoding, out)),
        _ => {}
    }
}
