//! The PDF as a book and as assistive technologies walk it, read by who did not write it: the pages
//! from their content, the tags from the tree of the structure.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use lopdf::{Document, Object};
use piao::view::document::{Blocco, Documento, Parte, Scheda, Tratto};
use piao::view::visita::Nodo;

use crate::parity::squeeze;
use crate::support::pdf_text::{self, Pagina, Scritta};
use crate::support::pdf_tree::{self, Elemento};
use crate::support::{all_built, words};

const MILLIMETRE: f32 = 72.0 / 25.4;
/// Where the text of a page begins and ends, from its head and its foot, upright.
const HEAD: f32 = 31.0 * MILLIMETRE;
const FOOT: f32 = 27.0 * MILLIMETRE;
/// How much of a page may be empty without a reason, in hundredths.
const EMPTY: f32 = 38.0;
/// What stands with a drawing, above and below: a heading, its title, the name of its table.
const AROUND: f32 = 25.0 * MILLIMETRE;
/// The smallest type, in points.
const SMALLEST: f32 = 7.5;
/// The most words of an alternative.
const WORDS: usize = 30;

/// A PDF and the document that it was made of.
pub struct Libro<'a> {
    name: &'a str,
    document: &'a Documento,
    raw: Document,
    pages: Vec<Pagina>,
    tree: Elemento,
}

impl<'a> Libro<'a> {
    /// Reads a PDF.
    pub fn read(name: &'a str, document: &'a Documento, pdf: &[u8]) -> Self {
        let raw = Document::load_mem(pdf).expect("the PDF can be read");
        let pages = pdf_text::pages(&raw);
        let tree = pdf_tree::read(&raw, &pages);
        Self { name, document, raw, pages, tree }
    }

    /// Asserts all that holds of any book.
    pub fn holds(&self) {
        self.no_page_is_empty_without_a_reason();
        self.no_page_opens_inside_a_card_without_a_name();
        self.words_are_divided_with_three_letters_on_either_side();
        self.type_is_never_too_small();
        self.text_says_its_language();
        self.links_say_where_they_lead();
        self.cards_are_labels_and_bodies();
        self.drawings_have_short_alternatives();
        self.tables_are_headed_by_names();
    }
}

/// The examples.
fn books() -> &'static [Libro<'static>] {
    static BOOKS: OnceLock<Vec<Libro<'static>>> = OnceLock::new();
    BOOKS.get_or_init(|| {
        all_built().map(|own| Libro::read(own.name, &own.document, own.pdf())).collect()
    })
}

/// Whether two runs of text stand on one line.
fn same_line(one: &Scritta, two: &Scritta) -> bool {
    (one.y - two.y).abs() < 0.1
}

/// The cards of a document that are not small.
fn cards(document: &Documento) -> Vec<&Scheda> {
    let mut cards = Vec::new();
    document.visit(|nodo, _| {
        if let Nodo::Blocco(Blocco::Scheda(card)) = nodo {
            cards.push(card);
        }
    });
    cards
}

/// How the heading of a card may read: kind and code above its title, or its code after it.
fn headings(card: &Scheda) -> [String; 2] {
    let above = [card.etichetta.as_str(), &card.codice].into_iter().filter(|word| !word.is_empty());
    let above = above.collect::<Vec<_>>().join("·");
    [format!("{above}{}", card.titolo), format!("{}{}", card.titolo, card.codice)]
        .map(|t| squeeze(&t))
}

// The pages.

impl Pagina {
    /// What is read on it, from the top.
    fn body(&self) -> impl Iterator<Item = &Scritta> {
        let read = |run: &&Scritta| run.trattino || !run.testo.trim().is_empty();
        self.scritte.iter().filter(|run| !run.artefatto).filter(read)
    }

    /// How much of the room for text lies under the last line.
    fn empty(&self) -> f32 {
        let lowest = self.body().map(|run| run.y).fold(self.alta - HEAD, f32::min);
        (lowest - FOOT).max(0.0) / (self.alta - HEAD - FOOT)
    }

    /// The words of its head.
    fn head(&self) -> String {
        let head = self.scritte.iter().filter(|run| run.artefatto && run.y > self.alta - HEAD);
        head.map(|run| run.testo.as_str()).collect()
    }
}

impl Libro<'_> {
    /// The elements, headings and drawings, whose text or place begins each page.
    fn first_of_page(&self, page: usize) -> Option<&Elemento> {
        let mut first = None;
        self.tree.visit(&mut |element| {
            let begins = || element.pieces().first().map(|(_, piece)| piece.pagina) == Some(page);
            let counts = element.nome == "Figure" || element.nome.starts_with('H');
            if first.is_none() && counts && begins() {
                first = Some(element);
            }
        });
        first
    }

    pub fn no_page_is_empty_without_a_reason(&self) {
        // A section opens a page, and so does what follows one.
        let parts = &self.document.parti;
        let is_section = |part: &Parte| part.sezione > 0 && !part.numero.is_empty();
        let after = std::iter::once(false).chain(parts.iter().map(is_section));
        let opening: Vec<String> = parts
            .iter()
            .zip(after)
            .filter(|(part, after)| *after || is_section(part))
            .map(|(part, _)| squeeze(&format!("{}{}", part.numero, part.titolo)))
            .collect();
        for (index, page) in self.pages.iter().enumerate().skip(1) {
            let upright = page.alta > 800.0;
            if index + 1 == self.pages.len() || !upright || (page.empty() * 100.0).round() <= EMPTY
            {
                continue;
            }
            let next = self.first_of_page(index + 1);
            let opens = next.is_some_and(|next| opening.contains(&squeeze(&next.text())));
            let room = page.empty() * (page.alta - HEAD - FOOT);
            let tall = self.has_taller(index + 1, room);
            let empty = page.empty() * 100.0;
            let place = format!("{}: page {} is empty for {empty:.0} %", self.name, index + 1);
            assert!(opens || tall, "{place}, and {:?} follows", next.map(Elemento::text));
        }
    }

    /// Whether a page holds a drawing that some room would not hold.
    fn has_taller(&self, page: usize, room: f32) -> bool {
        let figures = self.tree.all("Figure");
        figures.iter().any(|figure| {
            figure.alto + AROUND > room
                && figure.pieces().iter().any(|(_, piece)| piece.pagina == page)
        })
    }

    /// Gives how many pages open inside a card.
    pub fn no_page_opens_inside_a_card_without_a_name(&self) -> usize {
        let cards = cards(self.document);
        // The headings that what is read stands under, each with its level and its page.
        let mut above: Vec<(u32, &Elemento, usize)> = Vec::new();
        let (mut last_page, mut inside) = (0, 0);
        for (element, piece) in self.tree.pieces() {
            if piece.testo.trim().is_empty() {
                continue;
            }
            let level = element.nome.strip_prefix('H').and_then(|level| level.parse::<u32>().ok());
            if let Some(level) = level {
                if !above.last().is_some_and(|(_, own, _)| std::ptr::eq(*own, element)) {
                    above.retain(|(own, _, _)| *own < level);
                    above.push((level, element, piece.pagina));
                }
            } else if piece.pagina > last_page {
                let open: Vec<&&Scheda> = above
                    .iter()
                    .filter(|(_, _, page)| *page < piece.pagina)
                    .filter_map(|(_, heading, _)| {
                        let text = squeeze(&heading.text());
                        cards.iter().find(|card| headings(card).contains(&text))
                    })
                    .collect();
                let head = squeeze(&self.pages[piece.pagina].head());
                let named = open.iter().any(|card| head.contains(&squeeze(&card.titolo)));
                inside += usize::from(!open.is_empty());
                let place = format!("{}: page {}", self.name, piece.pagina + 1);
                let titles: Vec<&str> = open.iter().map(|card| card.titolo.as_str()).collect();
                assert!(open.is_empty() || named, "{place} goes on with {titles:?} under «{head}»");
            }
            last_page = last_page.max(piece.pagina);
        }
        inside
    }

    pub fn words_are_divided_with_three_letters_on_either_side(&self) {
        let mut written = BTreeSet::new();
        self.document.visit(|nodo, _| {
            if let Nodo::Tratto(run) = nodo {
                let words = words(std::slice::from_ref(run));
                written.extend(words.split_whitespace().map(str::to_lowercase));
            }
        });
        let letters = |text: &mut dyn Iterator<Item = char>| {
            text.take_while(|c| c.is_alphabetic()).collect::<String>()
        };
        for page in &self.pages {
            let runs: Vec<&Scritta> = page.body().collect();
            for (at, one) in runs.iter().enumerate().filter(|(_, run)| run.trattino) {
                let Some(two) = runs.get(at + 1) else { continue };
                // A line is in pieces: what is read of it otherwise than it is drawn is one of its own.
                let begun = runs[..at].iter().rev().take_while(|run| same_line(run, one));
                let ended = runs[at + 1..].iter().take_while(|run| same_line(run, two));
                let before = letters(&mut begun.flat_map(|run| run.testo.chars().rev()));
                let before: String = before.chars().rev().collect();
                let after = letters(&mut ended.flat_map(|run| run.testo.chars()));
                let joined = format!("{before}-{after}").to_lowercase();
                let own = written.iter().any(|word| word.contains(&joined));
                let divided = after.starts_with(char::is_lowercase) && !before.is_empty() && !own;
                if divided && one.y > two.y {
                    let whole = |part: &str| part.chars().count() > 2;
                    assert!(whole(&before) && whole(&after), "{}: {before}-{after}", self.name);
                }
            }
        }
    }

    pub fn type_is_never_too_small(&self) {
        for (index, page) in self.pages.iter().enumerate() {
            let runs = page.scritte.iter().filter(|run| !run.testo.trim().is_empty());
            for run in runs {
                let place = format!("{}: page {}", self.name, index + 1);
                assert!(run.corpo > SMALLEST - 0.05, "{place}: «{}» in {}", run.testo, run.corpo);
            }
        }
    }
}

// The tags.

impl Libro<'_> {
    pub fn text_says_its_language(&self) {
        let mut foreign = BTreeSet::new();
        self.document.visit(|nodo, _| {
            if let Nodo::Tratto(Tratto::Straniero { lingua, testo }) = nodo {
                foreign.insert((*lingua, squeeze(testo)));
            }
        });
        let mut marked = BTreeSet::new();
        for (element, piece) in self.tree.pieces() {
            let text = squeeze(&piece.testo);
            let language = piece.lingua.split('-').next().unwrap_or_default();
            if text.is_empty() || language == self.document.lingua {
                continue;
            }
            let known = foreign.iter().find(|(lingua, words)| {
                *lingua == language && (words.contains(&text) || text.contains(words))
            });
            let known = known.unwrap_or_else(|| {
                panic!("{}: «{text}» in a {} is said to be {language}", self.name, element.nome)
            });
            marked.insert(known.clone());
        }
        assert!(foreign.is_empty() || !marked.is_empty(), "{}: {foreign:?}", self.name);
    }

    pub fn links_say_where_they_lead(&self) {
        let mut links = 0;
        for object in self.raw.objects.values() {
            let Ok(annotation) = object.as_dict() else { continue };
            if annotation.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Link") {
                continue;
            }
            links += 1;
            let said = annotation.get(b"Contents").and_then(lopdf::decode_text_string);
            let said = said.expect("a link says something");
            let page = said.split("pag.").next().unwrap_or_default();
            let bare = page.trim().is_empty() || page.starts_with("Sezione");
            assert!(!bare, "{}: a link says «{said}»", self.name);
        }
        assert!(links > 10, "{}: {links} links", self.name);
        for link in self.tree.all("Link") {
            let drawn = !link.all("Figure").is_empty();
            assert!(drawn || !link.text().trim().is_empty(), "{}: an empty link", self.name);
        }
    }

    pub fn cards_are_labels_and_bodies(&self) {
        let items = self.tree.all("LI");
        let mut read: Vec<(String, String)> = Vec::new();
        for item in items {
            let part = |name: &str| item.all(name).first().map(|e| squeeze(&e.text()));
            if let Some((label, body)) = part("Lbl").zip(part("LBody")) {
                read.push((label, body));
            }
        }
        let read: BTreeSet<(String, String)> = read.into_iter().collect();
        let mut fields = 0;
        for card in cards(self.document).into_iter().filter(|card| !card.compatta) {
            let facts = card.fatti.iter().map(|fact| (&fact.etichetta, &fact.blocchi));
            let others = card.voci.iter().map(|voce| (&voce.etichetta, &voce.blocchi));
            for (label, blocks) in facts.chain(others) {
                let Some(Blocco::Paragrafo { testo, .. }) = blocks.first() else { continue };
                fields += 1;
                let (label, value) = (squeeze(label), squeeze(&words(testo)));
                let is_read =
                    read.iter().any(|(own, body)| *own == label && body.starts_with(&value));
                assert!(is_read, "{}: «{label}» is not the label of «{value}»", self.name);
            }
        }
        assert!(fields > 0, "{}: {fields} fields", self.name);
    }

    pub fn drawings_have_short_alternatives(&self) {
        for figure in self.tree.all("Figure") {
            let count = figure.alternativa.split_whitespace().count();
            let said = &figure.alternativa;
            assert!((3..=WORDS).contains(&count), "{}: {count} words: «{said}»", self.name);
        }
    }

    pub fn tables_are_headed_by_names(&self) {
        let mut names = BTreeSet::new();
        self.document.visit(|nodo, _| {
            if let Nodo::Riga(row) = nodo {
                names.insert(squeeze(&words(&row.celle[0])));
            }
        });
        let tables = self.tree.all("Table");
        assert!(tables.len() > 5, "{}: {} tables", self.name, tables.len());
        for table in tables {
            let heads = table.all("TH");
            let of = |scope: &str| heads.iter().filter(|head| head.ambito == scope).count();
            let text = table.text();
            assert!(of("Column") > 0 && of("Row") > 0, "{}: {text:.80} has no heads", self.name);
            assert_eq!(heads.len(), of("Column") + of("Row"), "{}: {text:.80}", self.name);
            for head in heads.into_iter().filter(|head| head.ambito == "Row") {
                let said = squeeze(&head.text());
                assert!(names.contains(&said), "{}: «{said}» is no name", self.name);
            }
        }
    }
}

#[test]
fn no_page_is_empty_without_a_reason() {
    books().iter().for_each(Libro::no_page_is_empty_without_a_reason);
}

#[test]
fn no_page_opens_inside_a_card_without_a_name() {
    let inside = books().iter().map(Libro::no_page_opens_inside_a_card_without_a_name);
    assert!(inside.sum::<usize>() > 10);
}

#[test]
fn words_are_divided_with_three_letters_on_either_side() {
    books().iter().for_each(Libro::words_are_divided_with_three_letters_on_either_side);
}

#[test]
fn type_is_never_too_small() {
    books().iter().for_each(Libro::type_is_never_too_small);
}

#[test]
fn text_says_its_language() {
    books().iter().for_each(Libro::text_says_its_language);
}

#[test]
fn links_say_where_they_lead() {
    books().iter().for_each(Libro::links_say_where_they_lead);
}

#[test]
fn cards_are_labels_and_bodies() {
    books().iter().for_each(Libro::cards_are_labels_and_bodies);
}

#[test]
fn drawings_have_short_alternatives() {
    books().iter().for_each(Libro::drawings_have_short_alternatives);
}

#[test]
fn tables_are_headed_by_names() {
    books().iter().for_each(Libro::tables_are_headed_by_names);
}
