//! Long texts: Markdown in place or in a file of the plan.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::walk::Walker;
use super::{ampiezza, caratteri, figurati};
use crate::diag::tecniche;
use crate::markdown;
use crate::source::{Kind, Source, Span};
use crate::suggest;
use crate::syntax::{Table, refuse};

/// Deepest nesting of lists and quotations in a text.
const MAX_NESTING: usize = 6;

/// Schemes that a link may have.
const SCHEMES: &[&str] = &["https://", "http://", "mailto:", "tel:"];

/// The text of a file named by `{ file = "…" }`; nothing when it is broken.
pub(super) fn file(walker: &mut Walker<'_, '_>, table: &Table) -> Option<String> {
    let index = named(walker, table, &[Kind::Markdown], &[])?;
    let source: &Source = walker.source;
    let file = &source.files[index];
    let span = source.whole(index);
    check(walker, &file.text, span).then(|| file.text.trim().to_owned())
}

/// The index of the file that a table names, when it can be read; beside its name may stand these
/// keys.
pub(super) fn named(
    walker: &mut Walker<'_, '_>,
    table: &Table,
    kinds: &[Kind],
    beside: &[&str],
) -> Option<usize> {
    let node = table.get("file")?;
    let Some(name) = node.value.as_str() else {
        walker.wrong(
            &tecniche::FORM_002,
            node.span,
            "«file» vuole il nome di un file, tra virgolette",
        );
        return None;
    };
    for entry in &table.entries {
        if entry.key != "file" && !beside.contains(&entry.key.as_str()) {
            let message = format!("la chiave «{}» non esiste", entry.key);
            walker.wrong(&tecniche::FORM_001, entry.key_span, message).help(match beside {
                [] => "accanto a «file» non va altro".to_owned(),
                keys => format!("accanto a «file» possono stare: {}", keys.join(", ")),
            });
        }
    }
    find(walker, name, node.span, kinds)
}

/// The index of the file with a name, when it is in the plan's folder and can be read.
pub(super) fn find(
    walker: &mut Walker<'_, '_>,
    name: &str,
    span: Span,
    kinds: &[Kind],
) -> Option<usize> {
    if !is_inside(name) {
        walker
            .wrong(&tecniche::FILE_005, span, format!("«{name}» è fuori dalla cartella del piano"))
            .help("copia il file dentro la cartella e scrivi il percorso da lì, con «/»");
        return None;
    }
    let Some(index) = walker.file(name) else {
        let source: &Source = walker.source;
        let names =
            source.files.iter().filter(|f| kinds.contains(&f.kind)).map(|f| f.name.as_str());
        let same = names.clone().find(|own| stem(own) == stem(name));
        let near = same.or_else(|| suggest::nearest(name, names));
        let finding =
            walker.wrong(&tecniche::FILE_004, span, format!("il file «{name}» non esiste"));
        match near {
            Some(near) => finding.help(format!("forse intendevi «{near}»")),
            None => finding
                .help("il percorso parte dalla cartella del piano; controlla anche l’estensione"),
        };
        return None;
    };
    let file = &walker.source.files[index];
    if let Some(refusal) = &file.refused {
        refuse(refusal, &file.name, span, walker.findings);
        return None;
    }
    if !kinds.contains(&file.kind) {
        let wanted = match kinds {
            [Kind::Markdown] => ".md",
            [Kind::Image] => "PNG, JPEG o SVG",
            [Kind::Pdf] => ".pdf",
            _ => ".csv, .xlsx o .ods",
        };
        walker.wrong(&tecniche::FILE_004, span, format!("«{name}» non è un file {wanted}"));
        return None;
    }
    Some(index)
}

/// The name of a file without what says its kind.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn is_inside(name: &str) -> bool {
    !name.starts_with(['/', '\\'])
        && !name.contains(':')
        && !name.split(['/', '\\']).any(|piece| piece == "..")
}

/// Reports what a long text may not hold; true if nothing.
pub(super) fn check(walker: &mut Walker<'_, '_>, text: &str, span: Span) -> bool {
    let before = walker.findings.as_slice().len();
    if !ampiezza::brackets(walker, text, span) {
        return false;
    }
    caratteri::check(walker, text, span);
    let mut depth = 0_usize;
    let mut code = false;
    let mut note = false;
    let mut paragraph = 0..0;
    for (event, range) in markdown::parse(text).into_offset_iter() {
        let source: &Source = walker.source;
        let at = || place(source, text, &range, span);
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                walker
                    .wrong(&tecniche::TESTO_001, at(), "il testo contiene HTML")
                    .help("usa Markdown; se serve il segno «<», scrivi «\\<»");
            }
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => {
                depth += 1;
                if depth == MAX_NESTING + 1 {
                    walker
                        .wrong(
                            &tecniche::TESTO_005,
                            at(),
                            "gli elenchi stanno uno dentro l’altro troppe volte",
                        )
                        .help(format!("fermati a {MAX_NESTING} livelli"));
                    break;
                }
            }
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => depth -= 1,
            Event::Start(Tag::Paragraph) => paragraph = range,
            Event::Start(Tag::FootnoteDefinition(_)) => note = true,
            Event::End(TagEnd::FootnoteDefinition) => note = false,
            Event::Start(Tag::Image { dest_url, .. }) => {
                let around = paragraph.start <= range.start && range.end <= paragraph.end;
                let alone = text[paragraph.clone()].trim() == text[range.clone()].trim();
                let alone = around && alone && !note;
                let words = markdown::alternative(&text[range.clone()]);
                figurati::in_text(walker, &dest_url, &words, at(), alone);
            }
            Event::Text(_) if !code && text[range.start..].starts_with("![") => {
                walker
                    .wrong(&tecniche::TESTO_002, at(), "qui c’è un’immagine che non si legge")
                    .help("scrivi ![che cosa mostra](immagini/nome.png); un nome con spazi va tra «<» e «>»");
            }
            Event::Start(Tag::Link { dest_url, .. })
                if !SCHEMES.iter().any(|scheme| dest_url.starts_with(scheme)) =>
            {
                walker
                    .wrong(
                        &tecniche::TESTO_004,
                        at(),
                        format!("il collegamento «{dest_url}» non è ammesso"),
                    )
                    .help("un collegamento comincia con https://, mailto: o tel:");
            }
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Start(Tag::Item) => {
                if let Some(written) = casella(&text[range.clone()]) {
                    literal(walker, at().within(0..written.len()), written);
                }
            }
            Event::Text(piece) if !code => {
                if let Some(written) = formula(&piece) {
                    let from = text[range.clone()].find(written).unwrap_or(0);
                    literal(walker, at().within(from..from + written.len()), written);
                }
            }
            _ => {}
        }
    }
    !walker.findings.as_slice()[before..].iter().any(|finding| finding.lossy)
}

/// The box to tick with which an item of a list begins: `- [ ]`.
fn casella(item: &str) -> Option<&str> {
    let at = item.find('[').filter(|at| item[..*at].trim_end().len() < *at)?;
    let marker = item[..at].trim_end();
    let bullet = matches!(marker, "-" | "*" | "+") || marker.ends_with(['.', ')']);
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().any(|boxed| item[at..].starts_with(boxed));
    let short = marker.len() <= 4 && !marker.contains('\n');
    (bullet && boxed && short).then(|| &item[..at + 3])
}

/// A formula between dollars: `$x$`, not `$100 e $200`.
fn formula(text: &str) -> Option<&str> {
    text.match_indices('$').find_map(|(open, _)| {
        let inside = &text[open + 1..];
        let close = inside.find('$')?;
        let after = inside[close + 1..].chars().next();
        let tight = !inside[..close].is_empty() && inside[..close].trim() == &inside[..close];
        let sum = after.is_some_and(|c| c.is_ascii_digit());
        (tight && !sum).then(|| &text[open..open + close + 2])
    })
}

/// Says that a piece of a text is printed as it is written.
fn literal(walker: &mut Walker<'_, '_>, at: Span, written: &str) {
    walker
        .wrong(&tecniche::TESTO_006, at, format!("«{written}» si stampa così com’è scritto"))
        .help("i testi non hanno caselle da spuntare né formule: scrivi un elenco, o parole");
}

/// Where a piece of a long text is written: exact in a file, and in a TOML string wherever the
/// piece is written as it is read.
fn place(source: &Source, text: &str, range: &Range<usize>, span: Span) -> Span {
    let written = source.text(span);
    let start = if written.len() == text.len() {
        Some(range.start)
    } else {
        text.get(range.clone()).and_then(|piece| written.find(piece))
    };
    let Some(start) = start else { return span };
    let length = text[range.clone()].trim_end().len().max(1);
    span.within(start..start + length)
}
