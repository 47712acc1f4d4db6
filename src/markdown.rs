//! Which Markdown a text of a plan may use: the same for whoever checks, judges or shows it.

use pulldown_cmark::{Event, Options, Parser};

/// What is understood beyond the common core.
const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// Reads a text.
#[must_use]
pub fn parse(text: &str) -> Parser<'_> {
    Parser::new_ext(text, OPTIONS)
}

/// The words that stand for an image to whoever does not see it, given how the image is written.
#[must_use]
pub fn alternative(image: &str) -> String {
    let words = parse(image).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.to_string()),
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    });
    words.collect::<String>().trim().to_owned()
}
