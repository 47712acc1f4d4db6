//! Markdown into blocks: headings fitted below their part, notes at their mark, links already
//! checked.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::ancore::{self, Ancore};
use super::document::{Allinea, Blocco, Immagine, RigaTabella, Tabella, Tratto};
use super::{colonne, formato};
use crate::markdown;

/// What is open while the events go by.
enum Frame {
    Tratti(Vec<Tratto>),
    Blocks(Vec<Blocco>),
    Items { ordinato: bool, inizio: u64, voci: Vec<Vec<Blocco>> },
    Table(Grid),
}

#[derive(Default)]
struct Grid {
    align: Vec<pulldown_cmark::Alignment>,
    head: Vec<Vec<Tratto>>,
    rows: Vec<Vec<Vec<Tratto>>>,
    row: Vec<Vec<Tratto>>,
}

/// Turns texts into blocks with anchors under `base`, or under the last heading; headings start at
/// `livello`.
pub(super) struct Writer<'a> {
    pub(super) ancore: &'a mut Ancore,
    pub(super) base: &'a str,
    pub(super) livello: u8,
    pub(super) didascalia: &'a str,
    sezione: String,
    /// The image of the paragraph that is open, if it is one: its path, and what stands below it.
    immagine: Option<(String, String)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        ancore: &'a mut Ancore,
        base: &'a str,
        livello: u8,
        didascalia: &'a str,
    ) -> Self {
        Self { ancore, base, livello, didascalia, sezione: base.into(), immagine: None }
    }

    /// The blocks of a text.
    pub(super) fn blocks(&mut self, text: &str) -> Vec<Blocco> {
        let notes = self.notes(text);
        let mut open = Vec::new();
        let mut stack = vec![Frame::Blocks(Vec::new())];
        let mut skip = 0_u32;
        for event in markdown::parse(text) {
            if let Event::Start(Tag::FootnoteDefinition(_)) = event {
                skip += 1;
            } else if let Event::End(TagEnd::FootnoteDefinition) = event {
                skip -= 1;
            } else if skip == 0 {
                self.event(event, &mut stack, &notes, &mut open);
            }
        }
        match stack.pop() {
            Some(Frame::Blocks(blocks)) => blocks,
            _ => Vec::new(),
        }
    }

    fn event(
        &mut self,
        event: Event<'_>,
        stack: &mut Vec<Frame>,
        notes: &[(String, Vec<Tratto>)],
        open: &mut Vec<HeadingLevel>,
    ) {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.immagine = Some((dest_url.to_string(), title.to_string()));
            }
            Event::End(TagEnd::Image) => {}
            Event::Start(tag) => start(&tag, stack),
            Event::End(tag) => self.end(tag, stack, open),
            Event::Text(text) => push_text(stack, &text),
            Event::Code(text) => push(stack, Tratto::Codice { testo: text.to_string() }),
            Event::SoftBreak => push_text(stack, " "),
            Event::HardBreak => push(stack, Tratto::Acapo),
            Event::FootnoteReference(name) => {
                let note = notes.iter().find(|(key, _)| *key == *name);
                let tratti = note.map(|(_, tratti)| tratti.clone()).unwrap_or_default();
                let (id, numero) = self.ancore.note(&plain(&tratti));
                push(stack, Tratto::Nota { id, numero, tratti });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, stack: &mut Vec<Frame>, open: &mut Vec<HeadingLevel>) {
        let Some(frame) = stack.pop() else { return };
        match (tag, frame) {
            (TagEnd::Paragraph, Frame::Tratti(testo)) if self.immagine.is_some() => {
                let (percorso, didascalia) = self.immagine.take().unwrap_or_default();
                let alternativa = plain(&testo);
                let id = self.block("immagine", &alternativa);
                let own = Immagine::new(id, &percorso, alternativa.trim(), &didascalia);
                push_block(stack, Blocco::Immagine(own));
            }
            (TagEnd::Paragraph, Frame::Tratti(testo)) => {
                let id = self.ancore.named(&self.sezione, &plain(&testo));
                push_block(stack, Blocco::Paragrafo { id, testo });
            }
            (TagEnd::Heading(_), Frame::Tratti(testo)) if testo.is_empty() => {}
            (TagEnd::Heading(level), Frame::Tratti(testo)) => {
                // Below the headings that are still open, whatever levels the text skips.
                open.retain(|above| *above < level);
                let livello = self.livello + u8::try_from(open.len()).unwrap_or(0);
                open.push(level);
                self.sezione = ancore::under(self.base, &plain(&testo));
                let id = self.ancore.named(self.base, &plain(&testo));
                push_block(stack, Blocco::Intestazione { id, livello, testo });
            }
            (TagEnd::Strong, Frame::Tratti(tratti)) => push(stack, Tratto::Forte { tratti }),
            (TagEnd::Emphasis, Frame::Tratti(tratti)) => push(stack, Tratto::Enfasi { tratti }),
            (TagEnd::Strikethrough, Frame::Tratti(tratti)) => {
                push(stack, Tratto::Barrato { tratti });
            }
            (TagEnd::Link, Frame::Tratti(mut tratti)) => {
                if let Some(Tratto::Link { url, .. }) = tratti.first().cloned() {
                    tratti.remove(0);
                    if tratti.is_empty() {
                        tratti.push(Tratto::Testo { testo: url.clone() });
                    }
                    push(stack, Tratto::Link { url, tratti });
                }
            }
            (TagEnd::Item, Frame::Blocks(mut blocks)) => {
                self.name_paragraphs(&mut blocks);
                if let Some(Frame::Items { voci, .. }) = stack.last_mut() {
                    voci.push(blocks);
                }
            }
            (TagEnd::List(_), Frame::Items { ordinato, inizio, voci }) => {
                let id = self.block("elenco", &words(voci.iter().flatten()));
                push_block(stack, Blocco::Elenco { id, ordinato, inizio, voci });
            }
            (TagEnd::BlockQuote(_), Frame::Blocks(blocchi)) => {
                let id = self.block("citazione", &words(&blocchi));
                push_block(stack, Blocco::Citazione { id, blocchi });
            }
            (TagEnd::CodeBlock, Frame::Tratti(testo)) => {
                let testo = plain(&testo).trim_end().to_owned();
                let id = self.block("codice", &testo);
                push_block(stack, Blocco::Codice { id, testo });
            }
            (TagEnd::TableCell, Frame::Tratti(cell)) => {
                if let Some(Frame::Table(grid)) = stack.last_mut() {
                    grid.row.push(cell);
                }
            }
            (TagEnd::TableHead, Frame::Table(mut grid)) => {
                grid.head = std::mem::take(&mut grid.row);
                stack.push(Frame::Table(grid));
            }
            (TagEnd::TableRow, Frame::Table(mut grid)) => {
                let row = std::mem::take(&mut grid.row);
                grid.rows.push(row);
                stack.push(Frame::Table(grid));
            }
            (TagEnd::Table, Frame::Table(grid)) => {
                let table = self.table(grid);
                push_block(stack, table);
            }
            (_, frame) => stack.push(frame),
        }
    }

    /// The anchor of a block that is more than a paragraph: what it is, and how it begins.
    fn block(&mut self, what: &str, text: &str) -> String {
        self.ancore.named(&format!("{}-{what}", self.sezione), text)
    }

    /// Gives an anchor to the paragraphs that a tight list made without one.
    fn name_paragraphs(&mut self, blocks: &mut [Blocco]) {
        for block in blocks {
            if let Blocco::Paragrafo { id, testo } = block
                && id.is_empty()
            {
                *id = self.ancore.named(&self.sezione, &plain(testo));
            }
        }
    }

    fn table(&mut self, grid: Grid) -> Blocco {
        let cells = grid.head.iter().chain(grid.rows.iter().flatten());
        let all: Vec<String> = cells.map(|cell| plain(cell)).collect();
        let id = self.block("tavola", &all.join(" "));
        let colonne = grid
            .head
            .iter()
            .enumerate()
            .map(|(index, cell)| {
                let allinea = match grid.align.get(index) {
                    Some(pulldown_cmark::Alignment::Right) => Allinea::Fine,
                    _ => Allinea::Inizio,
                };
                colonne::column(plain(cell), allinea, 2)
            })
            .collect();
        let righe =
            grid.rows.into_iter().map(|celle| RigaTabella::new(String::new(), celle)).collect();
        let numero = self.ancore.caption(self.base);
        let didascalia = if numero == 1 {
            self.didascalia.to_owned()
        } else {
            format!("{} ({numero})", self.didascalia)
        };
        Blocco::Tabella(Tabella::new(id, didascalia, colonne, righe))
    }

    /// The footnotes of a text, by name.
    fn notes(&mut self, text: &str) -> Vec<(String, Vec<Tratto>)> {
        let mut notes = Vec::new();
        let mut open: Option<(String, Vec<Frame>)> = None;
        for event in markdown::parse(text) {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open = Some((name.to_string(), vec![Frame::Tratti(Vec::new())]));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, mut stack)) = open.take()
                        && let Some(Frame::Tratti(tratti)) = stack.pop()
                    {
                        notes.push((name, tratti));
                    }
                }
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                event => {
                    if let Some((_, stack)) = &mut open {
                        self.event(event, stack, &[], &mut Vec::new());
                    }
                }
            }
        }
        notes
    }
}

fn start(tag: &Tag<'_>, stack: &mut Vec<Frame>) {
    let frame = match tag {
        Tag::Paragraph
        | Tag::Heading { .. }
        | Tag::Strong
        | Tag::Emphasis
        | Tag::Strikethrough
        | Tag::CodeBlock(_)
        | Tag::TableCell => Frame::Tratti(Vec::new()),
        Tag::Link { dest_url, .. } => {
            Frame::Tratti(vec![Tratto::Link { url: dest_url.to_string(), tratti: Vec::new() }])
        }
        Tag::Item | Tag::BlockQuote(_) => Frame::Blocks(Vec::new()),
        Tag::List(first) => {
            Frame::Items { ordinato: first.is_some(), inizio: first.unwrap_or(1), voci: Vec::new() }
        }
        Tag::Table(align) => Frame::Table(Grid { align: align.clone(), ..Grid::default() }),
        _ => return,
    };
    stack.push(frame);
}

fn push_text(stack: &mut [Frame], text: &str) {
    if let Some(Frame::Tratti(inlines)) = stack.last_mut()
        && let Some(Tratto::Testo { testo }) = inlines.last_mut()
    {
        formato::push(testo, text);
        return;
    }
    push(stack, Tratto::Testo { testo: formato::text(text) });
}

/// Adds a run of text; inside a tight list item, to the item's own paragraph.
fn push(stack: &mut [Frame], inline: Tratto) {
    match stack.last_mut() {
        Some(Frame::Tratti(inlines)) => inlines.push(inline),
        Some(Frame::Blocks(blocks)) => {
            if let Some(Blocco::Paragrafo { testo, .. }) = blocks.last_mut() {
                if let (Some(Tratto::Testo { testo }), Tratto::Testo { testo: more }) =
                    (testo.last_mut(), &inline)
                {
                    testo.push_str(more);
                } else {
                    testo.push(inline);
                }
            } else {
                blocks.push(Blocco::Paragrafo { id: String::new(), testo: vec![inline] });
            }
        }
        _ => {}
    }
}

fn push_block(stack: &mut [Frame], block: Blocco) {
    if let Some(Frame::Blocks(blocks)) = stack.last_mut() {
        blocks.push(block);
    }
}

/// The words that some blocks of a text begin with.
fn words<'b>(blocks: impl IntoIterator<Item = &'b Blocco>) -> String {
    let begins = |block: &Blocco| match block {
        Blocco::Paragrafo { testo, .. } | Blocco::Intestazione { testo, .. } => plain(testo),
        Blocco::Elenco { voci, .. } => words(voci.iter().flatten()),
        Blocco::Citazione { blocchi, .. } => words(blocchi),
        Blocco::Codice { testo, .. } => testo.clone(),
        other => other.id().to_owned(),
    };
    blocks.into_iter().map(begins).collect::<Vec<_>>().join(" ")
}

/// The plain text of a run.
#[must_use]
pub(super) fn plain(inlines: &[Tratto]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Tratto::Testo { testo }
            | Tratto::Straniero { testo, .. }
            | Tratto::Codice { testo }
            | Tratto::Mancante { testo } => testo.clone(),
            Tratto::Forte { tratti }
            | Tratto::Enfasi { tratti }
            | Tratto::Barrato { tratti }
            | Tratto::Link { tratti, .. }
            | Tratto::Rinvio { tratti, .. } => plain(tratti),
            Tratto::Nota { .. } | Tratto::Disegno { .. } => String::new(),
            Tratto::Acapo => " ".into(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[expect(clippy::disallowed_methods, reason = "what it costs is what is tested")]
    fn time(lines: usize) -> Duration {
        let text = "Una riga del piano, come tante.\n".repeat(lines);
        let run = || {
            let start = Instant::now();
            let mut ancore = Ancore::default();
            let mut writer = Writer::new(&mut ancore, "t", 2, "Testo");
            assert_eq!(writer.blocks(&text).len(), 1);
            start.elapsed()
        };
        (0..5).map(|_| run()).min().expect("five runs")
    }

    /// Eight times the lines take eight times as long: sixty-four, if each were to go over those
    /// before it.
    #[test]
    fn a_long_paragraph_costs_as_much_as_its_length() {
        let (short, long) = (time(500), time(4000));
        assert!(long < short * 24, "{short:?} for 500 lines, {long:?} for 4000");
    }
}
