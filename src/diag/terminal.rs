//! Draws findings for a person at a terminal, in their source.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::iter;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet};

use super::righe::wrap;
use super::{Finding, Severity};
use crate::source::{Source, Span};

/// Lines between two places of a file that are drawn apart.
const FAR: usize = 200;
/// Letters before a note: the margin of the line numbers, and its name.
const NOTE: usize = 16;

/// What comes before the lines to type, in an advice.
const TYPED: &str = "scrivi:";

/// How many citations are told: all of them are in the other formats.
const SOURCES: usize = 5;
/// How many lines of the places that a finding stands for are told.
const TOLD: usize = 12;

/// A finding, and everything that it stands for.
pub type Told<'a> = (&'a Finding, &'a [Finding]);

/// Findings one below the other, each with its source line, the lines of everything that it stands
/// for, its legal source and what to do next; in lines of at most so many letters, where there is a
/// limit. Neighbours of which the same is to be said share their source and what to do.
#[must_use]
pub fn draw(told: &[Told<'_>], source: &Source, color: bool, width: Option<usize>) -> String {
    let sheet = Sheet { source, color, width };
    let mut out = String::new();
    let mut last = None;
    for run in told.chunk_by(|one, other| is_alike(one, other, source)) {
        let shows = !run.iter().all(|(finding, _)| is_bare(finding, source));
        if last.replace(shows).is_some_and(|before| before || shows) {
            out.push('\n');
        }
        out += &sheet.run(run);
        out.push('\n');
    }
    out
}

/// Whether there is nothing to show of a finding: what it is about is not there, or is the header of
/// a table.
fn is_bare(finding: &Finding, source: &Source) -> bool {
    let is_header = || {
        let (line, _) = source.position(finding.span);
        let (_, whole) = source.lines(finding.span.file, line, line);
        let marked = source.text(finding.span).lines().next().unwrap_or_default().trim();
        marked.starts_with('[') && marked == whole.trim()
    };
    finding.context.is_empty() && (finding.about.absent.is_some() || is_header())
}

/// Whether the same is to be said of two findings, but for the fact and its place.
fn is_alike(one: &Told<'_>, other: &Told<'_>, source: &Source) -> bool {
    let key = |(finding, instances): &Told<'_>| {
        let Finding { code, severity, unsure, label, deroga, .. } = finding;
        let is_short = |advice: Cow<'_, str>| !advice.contains('\n');
        let is_plain = is_bare(finding, source)
            && finding.advice().is_none_or(is_short)
            && deroga.is_none()
            && lines(instances, source).is_none();
        let key =
            || (code.clone(), *severity, *unsure, label.clone(), advice_of_many(finding, source));
        is_plain.then(key)
    };
    let known = key(one);
    known.is_some() && known == key(other)
}

/// What to do next, as it is said once of findings in several files.
fn advice_of_many(finding: &Finding, source: &Source) -> Option<String> {
    let file = source.files.get(finding.span.file as usize).map_or("", |file| &file.name);
    let advice = finding.advice()?;
    Some(advice.replace(&format!("in «{file}»"), "nel suo file"))
}

/// What findings are drawn on.
struct Sheet<'a> {
    source: &'a Source,
    color: bool,
    width: Option<usize>,
}

impl Sheet<'_> {
    /// Findings of which the same is to be said, or one.
    fn run(&self, run: &[Told<'_>]) -> String {
        let Some(((finding, instances), before)) = run.split_last() else { return String::new() };
        let mut heads: Vec<String> =
            before.iter().map(|(finding, _)| self.render(self.head(finding))).collect();
        let mut group = self.head(finding);
        if is_bare(finding, self.source) {
            if !finding.label.is_empty() {
                group = group.element(self.note(Level::NOTE, "nota", &finding.label));
            }
        } else {
            for (cell, snippet) in snippets(finding, self.source) {
                if let Some(cell) = cell {
                    group = group.element(Origin::path(cell));
                }
                group = group.element(snippet);
            }
        }
        if let Some(text) = lines(instances, self.source) {
            group = group.element(self.note(Level::NOTE, "dove", &text));
        }
        if let Some(text) = fonti(run) {
            group = group.element(self.note(Level::NOTE, "fonte", &text));
        }
        let advice = match before {
            [] => finding.advice().map(Cow::into_owned),
            _ => advice_of_many(finding, self.source),
        };
        if let Some(advice) = advice {
            let advice = self.fit_typed(&advice);
            group = group.element(Level::HELP.with_name("aiuto").message(advice));
        }
        if let Some(reason) = &finding.deroga {
            let text = format!("messa da parte nel piano: {reason}");
            group = group.element(self.note(Level::NOTE, "deroga", &text));
        }
        heads.push(self.render(group));
        heads.join("\n")
    }

    /// The first line of a finding, with its place where no line of the plan is shown.
    fn head<'g>(&self, finding: &'g Finding) -> Group<'g> {
        let level = match finding.severity {
            Severity::Errore => Level::ERROR,
            Severity::Avviso => Level::WARNING,
            Severity::Consiglio => Level::INFO,
        };
        let mut text = finding.message.clone();
        if is_bare(finding, self.source) {
            let (line, _) = self.source.position(finding.span);
            let path = self.source.path(finding.span.file);
            let line = if line == 1 { String::new() } else { format!(":{line}") };
            text += &format!(" ({path}{line})");
        }
        // `errore[PER-012]: `, which the lines after the first stand below.
        let head = finding.severity.name().len() + finding.code.len() + 4;
        let title = level.with_name(finding.severity.name()).primary_title(self.fit(head, &text));
        Group::with_title(title.id(finding.code.as_str()))
    }

    fn note<'g>(&self, level: Level<'g>, name: &'static str, text: &str) -> Message<'g> {
        level.with_name(name).message(self.fit(NOTE, text))
    }

    /// A text in lines that fit, below something that long.
    fn fit(&self, head: usize, text: &str) -> String {
        match self.width {
            Some(width) => wrap(text, width.saturating_sub(head), 0).join("\n"),
            None => text.to_owned(),
        }
    }

    /// What to do next, in lines that fit, but for lines to type: they stay as they are.
    fn fit_typed(&self, advice: &str) -> String {
        let is_short = |width: usize| advice.chars().count() + NOTE <= width;
        match advice.rsplit_once(TYPED) {
            Some((before, typed)) if !self.width.is_none_or(is_short) => {
                let said = self.fit(NOTE, &format!("{before}{TYPED}"));
                format!("{said}\n{}", typed.trim_start())
            }
            _ => self.fit(NOTE, advice),
        }
    }

    /// The lines of a group, but for those that only lead from one to the next.
    fn render(&self, group: Group<'_>) -> String {
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let renderer = match self.width {
            Some(width) => renderer.term_width(width),
            None => renderer,
        };
        let drawn = renderer.render(&[group]);
        let lines: Vec<&str> = drawn.lines().filter(|line| !is_margin(line)).collect();
        lines.join("\n")
    }
}

/// Whether a line, whatever its colours, has only the bar beside which source is drawn.
fn is_margin(line: &str) -> bool {
    let mut pieces = line.split('\x1b');
    let first = pieces.next().unwrap_or_default();
    let after = pieces.filter_map(|piece| piece.split_once('m')).map(|(_, text)| text);
    let shown: String = [first].into_iter().chain(after).collect();
    shown.trim() == "|"
}

/// On what authority some findings stand.
fn fonti(run: &[Told<'_>]) -> Option<String> {
    let mut fonti: Vec<&str> = Vec::new();
    for norma in run.iter().flat_map(|(finding, _)| &finding.norma) {
        if !fonti.contains(&norma.testo.as_str()) {
            fonti.push(&norma.testo);
        }
    }
    let more = fonti.len().saturating_sub(SOURCES);
    let mut text = fonti[..fonti.len() - more].join("; ");
    if more > 0 {
        text += &format!("; e altre {more}");
    }
    if run.iter().any(|(finding, _)| finding.unsure) {
        text += " (citazione da rileggere)";
    }
    (!fonti.is_empty()).then_some(text)
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
    /// The cell of the first mark, in a sheet.
    cell: Option<String>,
    first: usize,
    last: usize,
    marks: Vec<(AnnotationKind, Range<usize>, &'a str)>,
}

/// The source lines of a finding: those around its own place, then those of each place that is far
/// away or in another file. Only they are drawn from, so that a long file costs no more. A cell of a
/// sheet has a name of its own, which takes the place of line and column.
fn snippets<'a>(
    finding: &'a Finding,
    source: &'a Source,
) -> Vec<(Option<String>, Snippet<'a, annotate_snippets::Annotation<'a>>)> {
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
        let cell = source.cell(span).map(|_| source.place(span));
        if let Some(window) = windows.iter_mut().find(near) {
            window.first = window.first.min(line);
            window.last = window.last.max(line);
            window.marks.push(mark);
        } else {
            let file = span.file;
            windows.push(Window { file, cell, first: line, last: line, marks: vec![mark] });
        }
    }
    windows
        .into_iter()
        .filter_map(|window| {
            source.files.get(window.file as usize)?;
            let (start, text) = source.lines(window.file, window.first, window.last);
            let path = window.cell.is_none().then(|| source.path(window.file));
            let snippet = Snippet::source(text).path(path).line_start(window.first);
            let drawn = window.marks.into_iter().fold(snippet, |snippet, (kind, place, label)| {
                let place = place.start - start..place.end - start;
                snippet.annotation(kind.span(place).label(label))
            });
            Some((window.cell, drawn))
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

#[cfg(test)]
mod tests {
    use super::{Sheet, is_margin};
    use crate::source::Source;

    #[test]
    fn a_line_to_type_is_never_broken() {
        let source = Source::from_texts(&[("piao.toml", "")]);
        let fit = |width: Option<usize>, advice: &str| {
            Sheet { source: &source, color: false, width }.fit_typed(advice)
        };
        let typed = "rpct = { nome = \"Nome e cognome …\", ruolo = \"Segretario generale …\" }";
        let advice = format!("in [anagrafica] scrivi: {typed}");
        assert_eq!(fit(None, &advice), advice);
        assert_eq!(fit(Some(200), &advice), advice);
        let room = advice.chars().count() + 16;
        assert_eq!(fit(Some(room), &advice), advice);
        let apart = format!("in [anagrafica] scrivi:\n{typed}");
        assert_eq!(fit(Some(room - 1), &advice), apart);
        assert_eq!(fit(Some(40), &apart), apart);
        assert_eq!(fit(Some(26), "togli la chiave"), "togli la\nchiave");
    }

    #[test]
    fn a_margin_has_nothing_beside_its_bar() {
        assert!(is_margin("   |"));
        assert!(is_margin("\u{1b}[1m\u{1b}[94m  |\u{1b}[0m"));
        assert!(!is_margin("4 |"));
        assert!(!is_margin("  | ^ qui"));
        assert!(!is_margin("  | \u{1b}[91m^\u{1b}[0m"));
        assert!(!is_margin(""));
    }
}
