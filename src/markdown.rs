//! Which Markdown a text of a plan may use: the same for whoever checks, judges or shows it.

use pulldown_cmark::{Options, Parser};

/// What is understood beyond the common core.
const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// Reads a text.
#[must_use]
pub fn parse(text: &str) -> Parser<'_> {
    Parser::new_ext(text, OPTIONS)
}
