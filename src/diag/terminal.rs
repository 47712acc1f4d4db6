//! Draws findings for a person at a terminal, in their source.

use std::collections::BTreeSet;
use std::iter;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::righe::wrap;
use super::{Finding, Severity};
use crate::source::{Source, Span};

/// Lines between two places of a file that are drawn apart.
const FAR: usize = 200;
/// Letters before a note: the margin of the line numbers, and its name.
const NOTE: usize = 16;

/// How many citations are told: all of them are in the other formats.
const SOURCES: usize = 5;
/// How many lines of the places that a finding stands for are told.
const TOLD: usize = 12;

/// One finding, with its source line, the lines of everything that it stands for, its legal source
/// and what to do next; in lines of at most so many letters, where there is a limit.
#[must_use]
pub fn draw(
    finding: &Finding,
    instances: &[Finding],
    source: &Source,
    color: bool,
    width: Option<usize>,
) -> String {
    let fit = |head: usize, text: &str| match width {
        Some(width) => wrap(text, width.saturating_sub(head), 0).join("\n"),
        None => text.to_owned(),
    };
    let level = match finding.severity {
        Severity::Errore => Level::ERROR,
        Severity::Avviso => Level::WARNING,
        Severity::Consiglio => Level::INFO,
    };
    let title = level.with_name(finding.severity.name());
    // `errore[PER-012]: `, which the lines after the first stand below.
    let head = finding.severity.name().len() + finding.code.len() + 4;
    let title = title.primary_title(fit(head, &finding.message)).id(finding.code.as_str());
    let mut group = Group::with_title(title);
    // There is nothing to show of what is not there.
    if finding.about.absent.is_some() && finding.label.is_empty() && finding.context.is_empty() {
        let (line, _) = source.position(finding.span);
        let path = Origin::path(source.path(finding.span.file));
        group = group.element(if line == 1 { path } else { path.line(line) });
    } else {
        for snippet in snippets(finding, source) {
            group = group.element(snippet);
        }
    }
    if let Some(text) = lines(instances, source) {
        group = group.element(Level::NOTE.with_name("dove").message(fit(NOTE, &text)));
    }
    let fonti: Vec<&str> = finding.norma.iter().map(|norma| norma.testo.as_str()).collect();
    if !fonti.is_empty() {
        let more = fonti.len().saturating_sub(SOURCES);
        let mut fonti = fonti[..fonti.len() - more].join("; ");
        if more > 0 {
            fonti += &format!("; e altre {more}");
        }
        let unsure = if finding.unsure { " (citazione da rileggere)" } else { "" };
        let text = format!("{fonti}{unsure}");
        group = group.element(Level::NOTE.with_name("fonte").message(fit(NOTE, &text)));
    }
    if let Some(advice) = finding.advice() {
        group = group.element(Level::HELP.with_name("aiuto").message(fit(NOTE, &advice)));
    }
    if let Some(reason) = &finding.deroga {
        let text = format!("messa da parte nel piano: {reason}");
        group = group.element(Level::NOTE.with_name("deroga").message(fit(NOTE, &text)));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer =
        width.map_or_else(|| renderer.clone(), |width| renderer.clone().term_width(width));
    renderer.render(&[group])
}

/// The lines of everything that a finding stands for, file by file; nothing when they are one.
fn lines(instances: &[Finding], source: &Source) -> Option<String> {
    let places: BTreeSet<(u32, usize)> =
        instances.iter().map(|one| (one.span.file, source.position(one.span).0)).collect();
    let mut text = String::new();
    let mut last = None;
    for (file, line) in places.iter().take(TOLD) {
        match last.replace(file) {
            Some(same) if same == file => text += &format!(", {line}"),
            Some(_) => text += &format!("; {}, riga {line}", source.path(*file)),
            None => text = format!("{}, riga {line}", source.path(*file)),
        }
    }
    if places.len() > TOLD {
        text += &format!(" e altre {}: «--tutti» le mostra", places.len() - TOLD);
    }
    (places.len() > 1).then_some(text)
}

/// Some lines of a file, with what is said of them.
struct Window<'a> {
    file: u32,
    first: usize,
    last: usize,
    marks: Vec<(AnnotationKind, Range<usize>, &'a str)>,
}

/// The source lines of a finding: those around its own place, then those of each place that is far
/// away or in another file. Only they are drawn from, so that a long file costs no more.
fn snippets<'a>(
    finding: &'a Finding,
    source: &'a Source,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut windows: Vec<Window<'a>> = Vec::new();
    let own = (AnnotationKind::Primary, finding.span, finding.label.as_str());
    let others = finding
        .context
        .iter()
        .map(|(span, label)| (AnnotationKind::Context, *span, label.as_str()));
    for (kind, span, label) in iter::once(own).chain(others) {
        let (line, _) = source.position(span);
        let near = |window: &&mut Window<'a>| {
            let around = window.first.saturating_sub(FAR)..=window.last + FAR;
            window.file == span.file && around.contains(&line)
        };
        let mark = (kind, first_line(source, span), label);
        if let Some(window) = windows.iter_mut().find(near) {
            window.first = window.first.min(line);
            window.last = window.last.max(line);
            window.marks.push(mark);
        } else {
            let file = span.file;
            windows.push(Window { file, first: line, last: line, marks: vec![mark] });
        }
    }
    windows
        .into_iter()
        .filter_map(|window| {
            source.files.get(window.file as usize)?;
            let (start, text) = source.lines(window.file, window.first, window.last);
            let snippet =
                Snippet::source(text).path(source.path(window.file)).line_start(window.first);
            Some(window.marks.into_iter().fold(snippet, |snippet, (kind, place, label)| {
                let place = place.start - start..place.end - start;
                snippet.annotation(kind.span(place).label(label))
            }))
        })
        .collect()
}

/// The part of a span on its first line: a whole text or record would drown the message.
fn first_line(source: &Source, span: Span) -> Range<usize> {
    let text = source.text(span);
    let length = text.find('\n').unwrap_or(text.len());
    let start = span.range().start;
    start..start + text[..length].trim_end().len()
}
