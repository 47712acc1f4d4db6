//! Drawings: only what is drawn alike on paper and on a screen, and nothing that runs.

use std::collections::BTreeSet;

use roxmltree::{Document, Node, ParsingOptions};

use super::{Guasto, within};
use crate::caratteri;
use crate::valori::Misure;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Most elements, and deepest nesting, of a drawing.
const MAX_ELEMENTI: u32 = 50_000;
const MAX_LIVELLI: usize = 64;
/// Elements that run, that hold another document, or that only some outputs draw.
const VIETATI: &[&str] = &[
    "script",
    "foreignObject",
    "image",
    "feImage",
    "filter",
    "iframe",
    "audio",
    "video",
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "set",
    "handler",
    "listener",
];

/// Reads a drawing.
pub(super) fn read(bytes: &[u8]) -> Result<Misure, Guasto> {
    let text = std::str::from_utf8(bytes).map_err(|_| Guasto::Rotta)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if has_entities(text) {
        return Err(Guasto::Entita);
    }
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: MAX_ELEMENTI, ..ParsingOptions::default() };
    let xml = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Guasto::Smisurata,
        _ => Guasto::Rotta,
    })?;
    let root = xml.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(Guasto::Rotta);
    }
    check(root, MAX_LIVELLI)?;
    if xml.root().children().any(|node| node.pi().is_some_and(|pi| pi.target == "xml-stylesheet")) {
        return Err(Guasto::Esterno("xml-stylesheet".into()));
    }
    if repeats(&xml) {
        return Err(Guasto::Ripetuta);
    }
    let (larghezza, altezza) = sides(root).ok_or(Guasto::SenzaMisure)?;
    let (larghezza, altezza) = within(larghezza, altezza)?;
    Ok(Misure { larghezza, altezza, disegno: true })
}

/// Whether the head of a text declares something of its own: entities are declared there alone.
fn has_entities(text: &str) -> bool {
    let Some(start) = text.find("<!DOCTYPE") else { return false };
    let head = &text[start..];
    let end = head.find('>').unwrap_or(head.len());
    head[..end].contains('[')
}

/// Refuses an element for what it is, for what it says, and for what is in it.
fn check(element: Node<'_, '_>, room: usize) -> Result<(), Guasto> {
    let name = element.tag_name().name();
    if VIETATI.contains(&name) {
        return Err(Guasto::Elemento(format!("<{name}>")));
    }
    if room == 0 {
        return Err(Guasto::Smisurata);
    }
    for attribute in element.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        if key.starts_with("on") {
            return Err(Guasto::Elemento(key.into()));
        }
        if (key == "href" || key == "src") && !value.trim_start().starts_with('#') {
            return Err(Guasto::Esterno(shown(value)));
        }
        check_style(value)?;
    }
    let is_style = name == "style";
    let is_text = element.ancestors().any(|own| own.has_tag_name((SVG, "text")));
    for child in element.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            if is_style {
                check_style(text)?;
            }
            let unknown = text.chars().find(|c| !c.is_whitespace() && !caratteri::holds(*c));
            if let Some(c) = unknown.filter(|_| is_text) {
                return Err(Guasto::Carattere(c));
            }
        } else if child.is_element() {
            check(child, room - 1)?;
        }
    }
    Ok(())
}

/// Refuses a style that takes something from elsewhere, or that is not drawn on paper.
fn check_style(style: &str) -> Result<(), Guasto> {
    if style.contains("@import") || style.contains("@font-face") {
        return Err(Guasto::Esterno("@import".into()));
    }
    for (at, _) in style.match_indices("url(") {
        let inside = style[at + 4..].trim_start().trim_start_matches(['\'', '"']);
        if !inside.starts_with('#') {
            return Err(Guasto::Esterno(shown(inside)));
        }
    }
    Ok(())
}

/// The beginning of an address.
fn shown(address: &str) -> String {
    const LETTERS: usize = 40;
    let short: String = address.trim().chars().take(LETTERS).collect();
    if short.len() < address.trim().len() { format!("{short}…") } else { short }
}

/// Whether what a piece repeats repeats others in its turn: ten of such pieces are a thousand
/// million.
fn repeats(xml: &Document<'_>) -> bool {
    let is_use = |node: &Node<'_, '_>| node.tag_name().name() == "use";
    let repeated: BTreeSet<&str> = xml
        .descendants()
        .filter(is_use)
        .flat_map(|node| node.attributes())
        .filter(|attribute| attribute.name() == "href")
        .filter_map(|attribute| attribute.value().trim().strip_prefix('#'))
        .collect();
    xml.descendants().any(|node| {
        node.attribute("id").is_some_and(|id| repeated.contains(id))
            && node.descendants().any(|inner| is_use(&inner))
    })
}

/// Width and height in points of the screen: those that the drawing says, or those of its box.
fn sides(root: Node<'_, '_>) -> Option<(u64, u64)> {
    let own = |name| root.attribute(name).and_then(length);
    let numbers = root.attribute("viewBox").map(|text| {
        let pieces = text.split([' ', ',', '\n', '\t']).filter(|piece| !piece.is_empty());
        pieces.map(|piece| piece.parse::<f64>().ok()).collect::<Option<Vec<_>>>()
    });
    let seen = match numbers.flatten().as_deref() {
        Some([_, _, width, height]) if is_side(*width) && is_side(*height) => {
            Some((*width, *height))
        }
        _ => None,
    };
    let (width, height) = match (own("width"), own("height"), seen) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, seen) => seen?,
        _ => return None,
    };
    Some((points(width)?, points(height)?))
}

fn is_side(side: f64) -> bool {
    side.is_finite() && side > 0.0
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded just before")]
fn points(side: f64) -> Option<u64> {
    (is_side(side) && side < 1e9).then(|| (side.round() as u64).max(1))
}

/// A length in points of the screen; nothing for a share of what stands around.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let units = [
        ("px", 1.0),
        ("pt", 96.0 / 72.0),
        ("pc", 16.0),
        ("mm", 96.0 / 25.4),
        ("cm", 96.0 / 2.54),
        ("in", 96.0),
        ("", 1.0),
    ];
    let (number, each) = units.iter().find_map(|(unit, each)| {
        text.strip_suffix(unit)
            .and_then(|number| number.trim().parse::<f64>().ok())
            .map(|n| (n, each))
    })?;
    Some(number * each).filter(|side| is_side(*side))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(attributes: &str, inside: &str) -> String {
        format!("<svg xmlns=\"{SVG}\" {attributes}>{inside}</svg>")
    }

    fn refused(inside: &str) -> Guasto {
        let text = svg("viewBox='0 0 10 20'", inside);
        read(text.as_bytes()).expect_err(inside)
    }

    #[test]
    fn a_drawing_says_how_large_it_is() {
        let size = |attributes: &str| {
            read(svg(attributes, "").as_bytes()).map(|own| (own.larghezza, own.altezza))
        };
        assert_eq!(size("viewBox='0 0 10 20'"), Ok((10, 20)));
        assert_eq!(size("width='25.4mm' height='1in'"), Ok((96, 96)));
        assert_eq!(size("width='100%' height='100%' viewBox='0,0,30,40'"), Ok((30, 40)));
        assert_eq!(size("width='60' viewBox='0 0 30 40'"), Ok((60, 80)));
        assert_eq!(size("height='1e-9' viewBox='0 0 0 40'"), Err(Guasto::SenzaMisure));
        assert_eq!(size(""), Err(Guasto::SenzaMisure));
        assert_eq!(size("width='1e8' height='1e8'"), Err(Guasto::Smisurata));
    }

    #[test]
    fn what_runs_or_leads_out_is_refused() {
        for (inside, what) in [
            ("<script>1</script>", "<script>"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<rect onclick='x()'/>", "onclick"),
            ("<rect><animate/></rect>", "<animate>"),
            ("<image href='data:image/png;base64,AA'/>", "<image>"),
        ] {
            assert_eq!(refused(inside), Guasto::Elemento(what.into()));
        }
        for inside in [
            "<a href='https://a.example'><rect/></a>",
            "<use href='altro.svg#a'/>",
            "<rect style=\"fill:url('https://a.example/x')\"/>",
            "<style>@import 'x.css';</style>",
            "<style>rect{fill:url(x.svg#a)}</style>",
        ] {
            assert!(matches!(refused(inside), Guasto::Esterno(_)), "{inside}");
        }
        let good = "<g id='a'><rect fill='url(#b)'/></g><use href='#a'/>";
        assert!(read(svg("viewBox='0 0 1 1'", good).as_bytes()).is_ok());
    }

    #[test]
    fn what_never_ends_is_refused() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>";
        assert_eq!(read(bomb.as_bytes()), Err(Guasto::Entita));
        assert_eq!(
            refused("<g id='a'><use href='#b'/></g><g id='b'/><use href='#a'/>"),
            Guasto::Ripetuta
        );
        let deep = "<g>".repeat(100) + &"</g>".repeat(100);
        assert_eq!(refused(&deep), Guasto::Smisurata);
        assert_eq!(refused("<text>漢</text>"), Guasto::Carattere('漢'));
        assert_eq!(read(b"<svg viewBox='0 0 1 1'/>"), Err(Guasto::Rotta));
        assert_eq!(read(b"<svg"), Err(Guasto::Rotta));
    }
}
