//! The cells of a table file, as they are written and as they are read: the items of a list, and the
//! texts that a spreadsheet would take for formulas.

use super::misura::parse_number;

/// Separates the items of a list; one that stands in an item has the other sign before it.
const ITEMS: char = '|';
const ESCAPE: char = '\\';
/// What a spreadsheet takes for the beginning of a formula, and what keeps it from doing so.
const FORMULA: &[char] = &['=', '+', '-', '@'];
const QUOTE: char = '\'';

/// A list in one cell.
#[must_use]
pub fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for item in items {
        if !out.is_empty() {
            out.push(ITEMS);
        }
        out.push_str(&item.replace(ITEMS, "\\|"));
        // The sign at the end would take the separator for its own.
        out.extend(item.ends_with(ESCAPE).then_some(' '));
    }
    out
}

/// The items of a list in one cell.
#[must_use]
pub fn items(cell: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = c == ESCAPE && chars.next_if_eq(&ITEMS).is_some();
        match items.last_mut() {
            Some(item) if escaped => item.push(ITEMS),
            Some(item) if c != ITEMS => item.push(c),
            _ => items.push(String::new()),
        }
    }
    items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

/// A text in a cell: an apostrophe before what a spreadsheet would compute.
#[must_use]
pub fn write(text: &str) -> String {
    let computed = is_formula(text) && parse_number(text).is_none();
    if computed { format!("{QUOTE}{text}") } else { text.to_owned() }
}

/// The text of a cell, without that apostrophe.
#[must_use]
pub fn read(cell: &str) -> &str {
    cell.strip_prefix(QUOTE).filter(|text| is_formula(text)).unwrap_or(cell)
}

/// Whether a text begins as a formula, or as one that was written harmless.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(QUOTE).starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_spreadsheet_computes_nothing() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("@SOMMA(A1)", "'@SOMMA(A1)"),
            ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
            ("'=1", "''=1"),
            ("-0,8", "-0,8"),
            ("'ndrangheta", "'ndrangheta"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(write(text), cell);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(text in "['=+@a1,-]{0,6}") {
            let cell = write(&text);
            prop_assert_eq!(read(&cell), text);
        }

        #[test]
        fn a_list_is_its_items(list in prop::collection::vec(r"[a|\\b]{1,4}", 0..5)) {
            let cell = super::list(list.iter().map(String::as_str));
            prop_assert_eq!(items(&cell), list);
        }
    }
}
