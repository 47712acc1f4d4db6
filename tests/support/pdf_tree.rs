//! The structure of a tagged PDF, as assistive technologies walk it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pdf_text::{Pagina, Scritta};

/// An element of the structure.
#[derive(Debug)]
pub struct Elemento {
    /// What it is: `H1`, `Table`, `LBody`.
    pub nome: String,
    /// Alternative text.
    pub alternativa: String,
    /// Scope of a header cell.
    pub ambito: String,
    /// Height of what it draws, in points, where it is said.
    pub alto: f32,
    /// What is in it, in reading order.
    pub dentro: Vec<Dentro>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Dentro {
    /// Another element.
    Elemento(Elemento),
    /// A piece of a page.
    Pezzo(Pezzo),
}

/// A piece of marked content.
#[derive(Debug)]
pub struct Pezzo {
    /// Index of its page.
    pub pagina: usize,
    /// Its text.
    pub testo: String,
    /// Its language.
    pub lingua: String,
}

/// Reads the structure of a document, whose pages are read already.
pub fn read(document: &Document, pages: &[Pagina]) -> Elemento {
    let catalog = document.catalog().expect("a catalogue");
    let root = resolved(document, catalog.get(b"StructTreeRoot").expect("a structure"));
    let mut marks: BTreeMap<(ObjectId, i64), (usize, Vec<&Scritta>)> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        for run in page.scritte.iter().filter(|run| !run.artefatto) {
            if let Some(mark) = run.marca {
                marks.entry((page.id, mark)).or_insert((index, Vec::new())).1.push(run);
            }
        }
    }
    let lang = string(catalog, b"Lang");
    Reader { document, marks }.element(root.as_dict().expect("a dictionary"), None, &lang)
}

struct Reader<'a> {
    document: &'a Document,
    marks: BTreeMap<(ObjectId, i64), (usize, Vec<&'a Scritta>)>,
}

impl Reader<'_> {
    fn element(&self, own: &Dictionary, page: Option<ObjectId>, lang: &str) -> Elemento {
        let page = own.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        let said = string(own, b"Lang");
        let lang = if said.is_empty() { lang } else { &said };
        let mut out = Elemento {
            nome: name(own, b"S"),
            alternativa: string(own, b"Alt"),
            ambito: String::new(),
            alto: 0.0,
            dentro: Vec::new(),
        };
        for attributes in own.get(b"A").into_iter().flat_map(|own| self.items(own)) {
            let Ok(attributes) = attributes.as_dict() else { continue };
            out.ambito += &name(attributes, b"Scope");
            if let Ok(area) = attributes.get(b"BBox").and_then(Object::as_array) {
                let side = |index: usize| area[index].as_float().expect("a number");
                out.alto = (side(3) - side(1)).abs();
            }
        }
        for kid in own.get(b"K").into_iter().flat_map(|kids| self.items(kids)) {
            match kid {
                Object::Integer(mark) => out.dentro.extend(self.piece(page, *mark, lang)),
                Object::Dictionary(kid) if name(kid, b"Type") == "MCR" => {
                    let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                    let mark = kid.get(b"MCID").and_then(Object::as_i64).expect("a mark");
                    out.dentro.extend(self.piece(page, mark, lang));
                }
                Object::Dictionary(kid) if kid.has(b"S") => {
                    out.dentro.push(Dentro::Elemento(self.element(kid, page, lang)));
                }
                _ => {}
            }
        }
        out
    }

    fn piece(&self, page: Option<ObjectId>, mark: i64, lang: &str) -> Option<Dentro> {
        let (pagina, runs) = self.marks.get(&(page?, mark))?;
        let testo = runs.iter().map(|run| run.testo.as_str()).collect();
        let said = runs.iter().find_map(|run| run.lingua.clone());
        let lingua = said.unwrap_or_else(|| lang.to_owned());
        Some(Dentro::Pezzo(Pezzo { pagina: *pagina, testo, lingua }))
    }

    /// An object, or those of a list.
    fn items<'o>(&'o self, object: &'o Object) -> Vec<&'o Object> {
        match resolved(self.document, object) {
            Object::Array(items) => {
                items.iter().map(|item| resolved(self.document, item)).collect()
            }
            one => vec![one],
        }
    }
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).expect("the object is there").1
}

fn string(own: &Dictionary, key: &[u8]) -> String {
    own.get(key).and_then(lopdf::decode_text_string).unwrap_or_default()
}

fn name(own: &Dictionary, key: &[u8]) -> String {
    let name = own.get(key).and_then(Object::as_name).unwrap_or_default();
    String::from_utf8_lossy(name).into_owned()
}

impl Elemento {
    /// Visits this element and those inside, each with those that it stands in.
    pub fn visit<'a>(&'a self, visitor: &mut impl FnMut(&'a Self)) {
        visitor(self);
        for inner in &self.dentro {
            if let Dentro::Elemento(inner) = inner {
                inner.visit(visitor);
            }
        }
    }

    /// Every element of a kind.
    pub fn all(&self, nome: &str) -> Vec<&Self> {
        let mut out = Vec::new();
        self.visit(&mut |element| {
            if element.nome == nome {
                out.push(element);
            }
        });
        out
    }

    /// Every piece of text, in reading order, each with the element that holds it.
    pub fn pieces(&self) -> Vec<(&Self, &Pezzo)> {
        let mut out = Vec::new();
        self.gather(&mut out);
        out
    }

    fn gather<'a>(&'a self, out: &mut Vec<(&'a Self, &'a Pezzo)>) {
        for inner in &self.dentro {
            match inner {
                Dentro::Elemento(inner) => inner.gather(out),
                Dentro::Pezzo(piece) => out.push((self, piece)),
            }
        }
    }

    /// All its text.
    pub fn text(&self) -> String {
        self.pieces().into_iter().map(|(_, piece)| piece.testo.as_str()).collect()
    }
}
