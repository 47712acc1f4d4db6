//! Every text, name and number of each example's source is in every output.

use piao::law::{Base, Campo, Law};
use piao::view::formato;
use pulldown_cmark::{Event, Tag, TagEnd};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::support::{Built, built};

/// Fields that steer the document and are not read in it: what they name is read by its title.
const STEERING: &[&str] =
    &["sottosezione.chiave", "sottosezione_libera.dopo", "sottosezione_libera.id", "allegato.id"];

/// A piece of the source and where it comes from.
struct Piece {
    path: String,
    text: String,
}

fn pieces(example: &Built, law: &Law) -> Vec<Piece> {
    let plan = serde_json::to_value(&example.checked.piano).expect("the model is JSON");
    let mut out = Vec::new();
    for campo in law.sottosezioni.iter().flat_map(|s| &s.campo) {
        gather(law, campo, &plan[&campo.chiave], &campo.chiave, &mut out);
    }
    out
}

fn gather(law: &Law, campo: &Campo, value: &Value, path: &str, out: &mut Vec<Piece>) {
    if let Value::Array(items) = value {
        for (index, item) in items.iter().enumerate() {
            gather(law, campo, item, &format!("{path}[{index}]"), out);
        }
        return;
    }
    let text = value.as_str().unwrap_or_default();
    let mut push = |text: String| {
        if !text.trim().is_empty() {
            out.push(Piece { path: path.into(), text });
        }
    };
    match &campo.forma.base {
        Base::Record(kind) => {
            for inner in &law.record[kind].campi {
                let steering = STEERING.contains(&format!("{kind}.{}", inner.chiave).as_str());
                let found = value.get(&inner.chiave).unwrap_or(&Value::Null);
                if !steering {
                    gather(law, inner, found, &format!("{path}.{}", inner.chiave), out);
                }
            }
        }
        _ if value.is_null() => {}
        Base::Testo => runs(text).into_iter().for_each(push),
        Base::Riga | Base::Id | Base::Email => push(text.into()),
        Base::Url => push(text.trim_start_matches("https://").trim_end_matches('/').into()),
        Base::Scelta(list) => push(law.etichetta(list, text).unwrap_or(text).into()),
        Base::Data => {
            let day = text.parse().expect("a date");
            push(format!("{}{OR}{}", formato::date(day), formato::short_date(day)));
        }
        Base::Anno => push(value.to_string()),
        Base::Intero => push(number(&value.to_string())),
        Base::Numero | Base::Euro | Base::Percento => push(number(text)),
        Base::Misura => push(value["scritto"].as_str().unwrap_or_default().into()),
        Base::Riferimento(_) | Base::SiNo => {}
    }
}

/// A number as printed, without the decimals that its column may add.
fn number(text: &str) -> String {
    formato::number(text.parse::<Decimal>().expect("a number"), 0)
}

/// The runs of plain text of a Markdown text.
fn runs(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for event in piao::markdown::parse(text) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                out.last_mut().expect("never empty").push_str(&text);
            }
            Event::SoftBreak => out.last_mut().expect("never empty").push(' '),
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
            | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {}
            _ => out.push(String::new()),
        }
    }
    out
}

/// A text as compared: without spaces and hyphens, which every output sets in its own way.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}'))
        .map(|c| if c == '\'' { '’' } else { c })
        .collect()
}

/// The text of a page: tags out, entities decoded.
fn page_text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let skip = ["<style", "<script"].iter().find(|tag| rest[open..].starts_with(**tag));
        let end = match skip {
            Some(tag) => rest[open..].find(&tag.replace('<', "</")).unwrap_or(0),
            None => 0,
        };
        let close = rest[open + end..].find('>').map_or(rest.len(), |at| open + end + at + 1);
        rest = &rest[close..];
    }
    out.push_str(rest);
    for (entity, text) in [
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        out = out.replace(entity, text);
    }
    out
}

/// Sets apart the two ways in which a date may be printed.
const OR: &str = "\u{1}";

/// Whether a piece is in a text; one that a page break divides is, when all its windows but those
/// across the break are.
fn holds(text: &str, piece: &str) -> bool {
    if let Some((one, other)) = piece.split_once(OR) {
        return text.contains(&squeeze(one)) || text.contains(&squeeze(other));
    }
    let wanted = squeeze(piece);
    if text.contains(&wanted) {
        return true;
    }
    let words: Vec<&str> = piece.split_whitespace().collect();
    if words.len() < 8 {
        return false;
    }
    let missing = words.windows(4).filter(|w| !text.contains(&squeeze(&w.concat()))).count();
    missing <= 4
}

fn compare(output: &str, name: &str, text: &str, pieces: &[Piece]) {
    let text = squeeze(text);
    let missing: Vec<String> = pieces
        .iter()
        .filter(|piece| !holds(&text, &piece.text))
        .map(|piece| format!("{}: «{}»", piece.path, piece.text))
        .collect();
    let shown = missing.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(
        missing.is_empty(),
        "{name}: {} of {} not in the {output}:\n{shown}",
        missing.len(),
        pieces.len()
    );
}

#[test]
fn every_fact_of_the_source_is_in_the_single_file() {
    let law = Law::embedded();
    for example in built() {
        let pieces = pieces(example, law);
        assert!(pieces.len() > 100, "{}: only {} pieces", example.name, pieces.len());
        compare("single file", example.name, &page_text(example.single()), &pieces);
    }
}

#[test]
fn every_fact_of_the_source_is_in_the_site() {
    let law = Law::embedded();
    for example in built() {
        compare("site", example.name, &page_text(&example.site()), &pieces(example, law));
    }
}

#[cfg(feature = "pdf")]
#[test]
fn every_fact_of_the_source_is_in_the_pdf() {
    let law = Law::embedded();
    for example in built() {
        let text = crate::support::pdf_text::text(example.pdf());
        compare("PDF", example.name, &text, &pieces(example, law));
    }
}
