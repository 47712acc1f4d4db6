//! What the book's tests look for is seen when it is broken: a layout spoilt on purpose, one place at
//! a time.

use std::panic::{AssertUnwindSafe, catch_unwind};

use piao::render::Layout;

use crate::libro::Libro;
use crate::support::{built, draw};

/// Asserts that a check passes on the PDF of an example and fails once a layout is spoilt.
fn sees(example: &'static str, file: &str, good: &str, bad: &str, check: fn(&Libro<'static>)) {
    let own = built().iter().find(|own| own.name == example).expect("an example");
    let text = Layout::embedded().text(file).expect("a layout").into_owned();
    assert!(text.contains(good), "{file} does not hold «{good}»");
    let spoilt = text.replace(good, bad);
    let layout = Layout::embedded().with_override(file.into(), spoilt.into()).expect("known");
    let drawn = draw(&own.document, &[], &layout, &["pdf"]).expect("it is drawn");
    check(&Libro::read(example, &own.document, own.pdf()));
    let book = Libro::read(example, &own.document, &drawn[0].bytes);
    let seen = catch_unwind(AssertUnwindSafe(|| check(&book))).is_err();
    assert!(seen, "nobody sees «{bad}» in {file}");
}

#[test]
fn a_page_left_empty_is_seen() {
    let room = "block(breakable: false, above: 0mm, below: 0mm, height: vuoto-lecito)\n  \
                v(-vuoto-lecito)";
    let check = Libro::no_page_is_empty_without_a_reason;
    sees("comune-piccolo", "pdf/flusso.typ", room, "pagebreak()", check);
}

#[test]
fn a_card_that_goes_on_without_a_name_is_seen() {
    let check = |book: &Libro<'static>| {
        book.no_page_opens_inside_a_card_without_a_name();
    };
    sees("provincia-di-lucca", "pdf/pagine.typ", " + scheda-corrente, stroke", ", stroke", check);
}

#[test]
fn a_word_badly_divided_is_seen() {
    let check = Libro::words_are_divided_with_three_letters_on_either_side;
    sees("comune-piccolo", "pdf/stile.typ", "hyphenate: false,", "hyphenate: true,", check);
}

#[test]
fn type_too_small_is_seen() {
    let check = Libro::type_is_never_too_small;
    sees("comune-piccolo", "pdf/tema.typ", "minimo: 8pt", "minimo: 7pt", check);
}

#[test]
fn codes_said_to_be_english_are_seen() {
    let check = Libro::text_says_its_language;
    sees("comune-piccolo", "pdf/stile.typ", "/ 0.8, lang: d.lingua)", "/ 0.8)", check);
}

#[test]
fn links_that_say_a_page_alone_are_seen() {
    let check = Libro::links_say_where_they_lead;
    sees("comune-piccolo", "pdf/schede.typ", ", supplement: s.titolo", "", check);
}

#[test]
fn labels_that_are_only_text_are_seen() {
    let check = Libro::cards_are_labels_and_bodies;
    let (good, bad) = ("terms.item(termine(v), {", "terms.item([], termine(v) + {");
    sees("comune-piccolo", "pdf/schede.typ", good, bad, check);
}

#[test]
fn a_long_alternative_is_seen() {
    let check = Libro::drawings_have_short_alternatives;
    sees("comune-piccolo", "pdf/figure.typ", "alt: f.alternativa", "alt: f.alternativa * 4", check);
}

#[test]
fn more_than_a_name_in_the_head_of_a_row_is_seen() {
    let check = Libro::tables_are_headed_by_names;
    let (good, bad) = ("cella(ancora(r.id) + prima)", "cella(ancora(r.id) + prima + [ e altro])");
    sees("comune-piccolo", "pdf/tabelle.typ", good, bad, check);
}
