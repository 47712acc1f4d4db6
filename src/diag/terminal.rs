//! Draws findings for a person at a terminal, in their source.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Finding, Severity};
use crate::source::{Source, Span};

/// One finding, with its source line, its legal source and what to do next.
#[must_use]
pub fn draw(finding: &Finding, source: &Source, color: bool) -> String {
    let level = match finding.severity {
        Severity::Errore => Level::ERROR,
        Severity::Avviso => Level::WARNING,
        Severity::Consiglio => Level::INFO,
    };
    let title = level.with_name(finding.severity.name());
    let title = title.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let mut group = Group::with_title(title);
    for snippet in snippets(finding, source) {
        group = group.element(snippet);
    }
    let fonti: Vec<&str> = finding.norma.iter().map(|norma| norma.testo.as_str()).collect();
    if !fonti.is_empty() {
        let unsure = if finding.unsure { " (citazione da rileggere)" } else { "" };
        let text = format!("{}{unsure}", fonti.join("; "));
        group = group.element(Level::NOTE.with_name("fonte").message(text));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.with_name("aiuto").message(help.as_str()));
    }
    if let Some(reason) = &finding.deroga {
        let text = format!("messa da parte nel piano: {reason}");
        group = group.element(Level::NOTE.with_name("deroga").message(text));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The source lines of a finding: those of its own file, then those of each other file.
fn snippets<'a>(
    finding: &'a Finding,
    source: &'a Source,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut files = vec![finding.span.file];
    for (span, _) in &finding.context {
        if !files.contains(&span.file) {
            files.push(span.file);
        }
    }
    files
        .into_iter()
        .filter_map(|index| {
            let file = source.files.get(index as usize)?;
            let mut snippet = Snippet::source(file.text.as_str()).path(file.name.as_str());
            if finding.span.file == index {
                snippet = snippet.annotation(
                    AnnotationKind::Primary
                        .span(first_line(source, finding.span))
                        .label(finding.label.as_str()),
                );
            }
            for (span, label) in finding.context.iter().filter(|(span, _)| span.file == index) {
                snippet = snippet.annotation(
                    AnnotationKind::Context.span(first_line(source, *span)).label(label.as_str()),
                );
            }
            Some(snippet)
        })
        .collect()
}

/// The part of a span on its first line: a whole text or record would drown the message.
fn first_line(source: &Source, span: Span) -> std::ops::Range<usize> {
    let text = source.text(span);
    let length = text.find('\n').unwrap_or(text.len());
    let start = span.start as usize;
    start..start + text[..length].trim_end().len()
}
