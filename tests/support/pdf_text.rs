//! What is written on the pages of a PDF: each run of text with its place, its size, its mark.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// A run of text as a page shows it.
#[derive(Debug, Clone)]
pub struct Scritta {
    /// The text.
    pub testo: String,
    /// Distance of its base line from the foot of the page, in points.
    pub y: f32,
    /// Size of its type, in points.
    pub corpo: f32,
    /// Whether assistive technologies leave it out: headers, footers, decoration.
    pub artefatto: bool,
    /// The number of its mark, by which the structure of the document calls it.
    pub marca: Option<i64>,
    /// Language that its mark says, if any.
    pub lingua: Option<String>,
    /// Whether it is the hyphen of a word that the layout divides.
    pub trattino: bool,
}

/// A page: its height in points, and its runs of text in the order in which they are drawn.
#[derive(Debug)]
pub struct Pagina {
    /// Its object.
    pub id: ObjectId,
    /// Its height.
    pub alta: f32,
    /// Its runs.
    pub scritte: Vec<Scritta>,
}

/// The text of every page as a screen reader meets it: what is marked as an artifact is left out.
pub fn text(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).expect("the PDF can be read");
    let runs = pages(&document).into_iter().flat_map(|page| page.scritte);
    runs.filter(|run| !run.artefatto).map(|run| run.testo + " ").collect()
}

/// Every page of a document.
pub fn pages(document: &Document) -> Vec<Pagina> {
    document.get_pages().values().map(|page| read(document, *page)).collect()
}

/// A matrix, as PDF writes it.
type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `two`.
fn then(one: Matrix, two: Matrix) -> Matrix {
    let turned = |x: f32, y: f32| [x * two[0] + y * two[2], x * two[1] + y * two[3]];
    let ([xx, xy], [yx, yy]) = (turned(one[0], one[1]), turned(one[2], one[3]));
    let [dx, dy] = turned(one[4], one[5]);
    [xx, xy, yx, yy, dx + two[4], dy + two[5]]
}

/// A piece of marked content.
#[derive(Clone, Default)]
struct Mark {
    artefatto: bool,
    marca: Option<i64>,
    lingua: Option<String>,
    trattino: bool,
}

fn read(document: &Document, id: ObjectId) -> Pagina {
    let fonts = document.get_page_fonts(id).expect("a page has fonts");
    let encodings: BTreeMap<&[u8], Encoding<'_>> = fonts
        .iter()
        .filter_map(|(name, font)| Some((name.as_slice(), font.get_font_encoding(document).ok()?)))
        .collect();
    let dictionary = document.get_dictionary(id).expect("a page is a dictionary");
    let area = dictionary.get(b"MediaBox").and_then(Object::as_array).expect("a page has a size");
    let alta = area[3].as_float().expect("a number");
    let content = Content::decode(&document.get_page_content(id)).expect("a page has content");
    let mut page = Pagina { id, alta, scritte: Vec::new() };
    let mut encoding = None;
    let (mut state, mut saved) = (IDENTITY, Vec::new());
    let (mut line, mut size) = (IDENTITY, 0.0);
    let mut marks: Vec<Mark> = Vec::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        let number = |index: usize| operands[index].as_float().expect("a number");
        let matrix = || std::array::from_fn(number);
        match operation.operator.as_str() {
            "q" => saved.push(state),
            "Q" => state = saved.pop().expect("what is restored was saved"),
            "cm" => state = then(matrix(), state),
            "BMC" | "BDC" => marks.push(mark(operands, marks.last())),
            "EMC" => drop(marks.pop()),
            "BT" => line = IDENTITY,
            "Tm" => line = matrix(),
            "Td" => line = then([1.0, 0.0, 0.0, 1.0, number(0), number(1)], line),
            "Tf" => {
                encoding = operands[0].as_name().ok().and_then(|name| encodings.get(name));
                size = number(1);
            }
            "Tj" | "TJ" => {
                let Some(encoding) = encoding else { continue };
                let mut testo = String::new();
                for operand in operands {
                    show(operand, encoding, &mut testo);
                }
                let place = then(line, state);
                let mark = marks.last().cloned().unwrap_or_default();
                page.scritte.push(Scritta {
                    testo,
                    y: place[5],
                    corpo: size * place[2].hypot(place[3]),
                    artefatto: mark.artefatto,
                    marca: mark.marca,
                    lingua: mark.lingua,
                    trattino: mark.trattino,
                });
            }
            _ => {}
        }
    }
    page
}

/// A mark inside another.
fn mark(operands: &[Object], above: Option<&Mark>) -> Mark {
    let above = above.cloned().unwrap_or_default();
    let is_artifact = operands.first().and_then(|name| name.as_name().ok()) == Some(b"Artifact");
    let empty = Dictionary::new();
    let own = operands.get(1).and_then(|own| own.as_dict().ok()).unwrap_or(&empty);
    let lingua = own.get(b"Lang").and_then(Object::as_str).ok();
    let instead = own.get(b"ActualText").and_then(lopdf::decode_text_string).ok();
    Mark {
        trattino: instead.is_some_and(|text| text == "\u{ad}"),
        artefatto: above.artefatto || is_artifact,
        marca: own.get(b"MCID").and_then(Object::as_i64).ok().or(above.marca),
        lingua: lingua.map(|l| String::from_utf8_lossy(l).into_owned()).or(above.lingua),
    }
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
