//! Every text, name and number of each example's source is in every output.

use piao::record::{Record, Value};
use piao::valori::{Genere, Qualificatore};
use piao::view::formato;
use pulldown_cmark::{Event, Tag, TagEnd};
use rust_decimal::Decimal;

use crate::support::all_built;

/// Fields that steer the document and are not read in it: what they name is read by its title.
const STEERING: &[&str] =
    &["variazione.chiave", "sottosezione_libera.dopo", "sottosezione_libera.id", "allegato.id"];

/// A piece of the source and where it comes from.
pub struct Piece {
    path: String,
    text: String,
}

/// Every piece of a plan.
pub fn pieces(root: &Record<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    of_record(root, "", &mut out);
    out
}

fn of_record(record: &Record<'_>, path: &str, out: &mut Vec<Piece>) {
    for (campo, value) in &record.fields {
        let steering = format!("{}.{}", record.kind.chiave, campo.chiave);
        if STEERING.contains(&steering.as_str()) {
            continue;
        }
        let path = format!("{path}.{}", campo.chiave);
        // What leads elsewhere is read by the title of what it leads to, yes and no by their
        // question: that it was asked is in the page.
        if matches!(value, Value::Bool(_) | Value::Reference(_)) {
            let (label, mut inside) = (campo.etichetta.clone(), campo.etichetta.clone());
            inside.replace_range(..1, &label[..1].to_lowercase());
            out.push(Piece { path: path.clone(), text: format!("{label}{OR}{inside}") });
        }
        of_value(value, &path, out);
    }
}

fn of_value(value: &Value<'_>, path: &str, out: &mut Vec<Piece>) {
    let text = match value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                of_value(item, &format!("{path}[{index}]"), out);
            }
            return;
        }
        Value::Record(record) => return of_record(record, path, out),
        Value::Markdown(text) => {
            let piece = |text| Piece { path: path.into(), text };
            return out.extend(runs(text).into_iter().filter(|t| !t.trim().is_empty()).map(piece));
        }
        Value::Reference(_) | Value::Bool(_) => return,
        Value::Image(image) => image.alternativa.clone(),
        Value::Pdf(file) => file.impronta.clone(),
        Value::Line(text) | Value::Id(text) | Value::Email(text) => text.clone(),
        Value::Url(text) => text.trim_start_matches("https://").trim_end_matches('/').into(),
        Value::Choice(voce, own) => own.as_ref().unwrap_or(&voce.etichetta).clone(),
        Value::Day(day) => format!("{}{OR}{}", formato::date(*day), formato::short_date(*day)),
        Value::Year(year) => year.to_string(),
        Value::Integer(count) => formato::number(Decimal::from(*count), 0),
        Value::Count(count) => count.esatto().map_or_else(
            || count.scritto.clone(),
            |exact| formato::number(Decimal::from(exact), 0),
        ),
        Value::Number(n) | Value::Euro(n) | Value::Percent(n) => formato::number(*n, 0),
        Value::Measure(misura) => match misura.numero {
            Some(number)
                if misura.genere == Genere::Numero
                    && misura.qualificatore == Qualificatore::Esatto =>
            {
                formato::number(number, 0)
            }
            _ => misura.scritto.clone(),
        },
    };
    if !text.trim().is_empty() {
        out.push(Piece { path: path.into(), text });
    }
}

/// The runs of plain text of a Markdown text.
fn runs(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut inside_image = false;
    for event in piao::markdown::parse(text) {
        match event {
            // The alternative of an image is not read on the page: tests/figurati.rs looks for it.
            Event::Start(Tag::Image { .. }) => inside_image = true,
            Event::End(TagEnd::Image) => inside_image = false,
            _ if inside_image => {}
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
pub fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{2060}')
        })
        .map(|c| if c == '\'' { '’' } else { c })
        .collect()
}

/// The text of a page: tags out, entities decoded.
pub fn page_text(html: &str) -> String {
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

pub fn compare(output: &str, name: &str, text: &str, pieces: &[Piece]) {
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
    for example in all_built() {
        let pieces = pieces(&example.checked.radice);
        assert!(pieces.len() > 100, "{}: only {} pieces", example.name, pieces.len());
        compare("single file", example.name, &page_text(example.single()), &pieces);
    }
}

#[test]
fn every_fact_of_the_source_is_in_the_site() {
    for example in all_built() {
        let pieces = pieces(&example.checked.radice);
        compare("site", example.name, &page_text(&example.site()), &pieces);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn every_fact_of_the_source_is_in_the_pdf() {
    for example in all_built() {
        let text = crate::support::pdf_text::text(example.pdf());
        compare("PDF", example.name, &text, &pieces(&example.checked.radice));
    }
}
