//! What a document says of itself beside its text: which styles are headings, which lists are
//! numbered, where links lead.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::fogli::Guasto;
use crate::fogli::xml::{elements, value};

/// Deepest heading that a document has.
const LIVELLI: usize = 9;

/// The styles of paragraphs.
#[derive(Debug, Default)]
pub(super) struct Stili(BTreeMap<String, Stile>);

#[derive(Debug, Default)]
struct Stile {
    nome: String,
    base: String,
    livello: Option<usize>,
}

impl Stili {
    pub(super) fn read(xml: &str) -> Result<Self, Guasto> {
        let mut stili = BTreeMap::new();
        let (mut id, mut own) = (String::new(), Stile::default());
        elements(xml, |event| match event {
            Event::Start(start) => match start.local_name().as_ref() {
                "style" => (id, own) = (value(start, "w:styleId"), Stile::default()),
                "name" => own.nome = value(start, "w:val").to_lowercase(),
                "basedOn" => own.base = value(start, "w:val"),
                "outlineLvl" => own.livello = level(&value(start, "w:val")),
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == "style" => {
                stili.insert(std::mem::take(&mut id), std::mem::take(&mut own));
            }
            _ => {}
        })?;
        Ok(Self(stili))
    }

    /// How deep the headings of a style are, from 1; nothing for one of paragraphs.
    pub(super) fn livello(&self, id: &str) -> Option<usize> {
        let mut id = id;
        // A style that is based on itself would never end.
        for _ in 0..self.0.len() {
            let stile = self.0.get(id)?;
            if stile.livello.is_some() {
                return stile.livello;
            }
            let named = ["heading ", "titolo "].iter().find_map(|w| stile.nome.strip_prefix(w));
            if let Some(level) = named.and_then(|rest| rest.parse::<usize>().ok()) {
                return (1..=LIVELLI).contains(&level).then_some(level);
            }
            id = &stile.base;
        }
        None
    }

    /// Whether a style is that of the lines of an index.
    pub(super) fn is_indice(&self, id: &str) -> bool {
        let nome = self.0.get(id).map_or("", |own| own.nome.as_str());
        ["toc", "contents", "sommario", "indice", "table of figures"]
            .iter()
            .any(|word| nome.starts_with(word))
    }

    /// Whether a style is that of the title of the whole document.
    pub(super) fn is_frontespizio(&self, id: &str) -> bool {
        let nome = self.0.get(id).map_or("", |own| own.nome.as_str());
        matches!(nome, "title" | "subtitle" | "titolo" | "sottotitolo")
    }
}

/// A level as a document counts it, from 0; the ninth is that of the text.
pub(super) fn level(text: &str) -> Option<usize> {
    text.parse::<usize>().ok().filter(|level| *level < LIVELLI).map(|level| level + 1)
}

/// The lists: which levels of which have numbers.
#[derive(Debug, Default)]
pub(super) struct Elenchi {
    astratti: BTreeMap<(String, String), bool>,
    veri: BTreeMap<String, String>,
}

impl Elenchi {
    pub(super) fn read(xml: &str) -> Result<Self, Guasto> {
        let mut elenchi = Self::default();
        let (mut astratto, mut livello, mut vero) = Default::default();
        elements(xml, |event| {
            let Event::Start(start) = event else { return };
            match start.local_name().as_ref() {
                "abstractNum" => astratto = value(start, "w:abstractNumId"),
                "lvl" => livello = value(start, "w:ilvl"),
                "numFmt" => {
                    let numbered = !matches!(value(start, "w:val").as_str(), "bullet" | "none");
                    let at: (String, String) = (String::clone(&astratto), String::clone(&livello));
                    elenchi.astratti.insert(at, numbered);
                }
                "num" => vero = value(start, "w:numId"),
                "abstractNumId" => {
                    elenchi.veri.insert(String::clone(&vero), value(start, "w:val"));
                }
                _ => {}
            }
        })?;
        Ok(elenchi)
    }

    /// Whether the items of a list have numbers, at a level.
    pub(super) fn is_numerato(&self, id: &str, livello: &str) -> bool {
        let astratto = self.veri.get(id).cloned().unwrap_or_default();
        self.astratti.get(&(astratto, livello.to_owned())).copied().unwrap_or(false)
    }
}

/// Where the links of a document lead, by their codes.
#[derive(Debug, Default)]
pub(super) struct Rinvii(BTreeMap<String, String>);

impl Rinvii {
    pub(super) fn read(xml: &str) -> Result<Self, Guasto> {
        let mut rinvii = BTreeMap::new();
        elements(xml, |event| {
            if let Event::Start(start) = event
                && start.local_name().as_ref() == "Relationship"
            {
                rinvii.insert(value(start, "Id"), value(start, "Target"));
            }
        })?;
        Ok(Self(rinvii))
    }

    /// The parts that stand at the head and at the foot of every page.
    pub(super) fn margini(&self) -> impl Iterator<Item = &str> {
        let is_margin = |own: &&str| own.starts_with("header") || own.starts_with("footer");
        self.0.values().map(String::as_str).filter(is_margin)
    }

    /// The address on the network of a link.
    pub(super) fn indirizzo(&self, id: &str) -> Option<&str> {
        let web = |own: &&String| own.starts_with("https://") || own.starts_with("http://");
        self.0.get(id).filter(web).map(String::as_str)
    }
}
