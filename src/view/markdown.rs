//! Markdown into blocks: headings fitted below their part, notes at their mark, links already
//! checked.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::ancore::Ancore;
use super::document::{Allinea, Block, Colonna, Inline, RigaTabella, Tabella, Tono};
use super::formato;
use crate::markdown;

/// What is open while the events go by.
enum Frame {
    Inlines(Vec<Inline>),
    Blocks(Vec<Block>),
    Items { ordinato: bool, inizio: u64, voci: Vec<Vec<Block>> },
    Table(Grid),
}

#[derive(Default)]
struct Grid {
    align: Vec<pulldown_cmark::Alignment>,
    head: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
    row: Vec<Vec<Inline>>,
}

/// Turns texts into blocks with anchors under `base`; headings start at `livello`.
pub(super) struct Writer<'a> {
    pub(super) ancore: &'a mut Ancore,
    pub(super) base: &'a str,
    pub(super) livello: u8,
    pub(super) didascalia: &'a str,
}

impl Writer<'_> {
    /// The blocks of a text.
    pub(super) fn blocks(&mut self, text: &str) -> Vec<Block> {
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
        notes: &[(String, Vec<Inline>)],
        open: &mut Vec<HeadingLevel>,
    ) {
        match event {
            Event::Start(tag) => start(&tag, stack),
            Event::End(tag) => self.end(tag, stack, open),
            Event::Text(text) => push_text(stack, &text),
            Event::Code(text) => push(stack, Inline::Codice { v: text.to_string() }),
            Event::SoftBreak => push_text(stack, " "),
            Event::HardBreak => push(stack, Inline::Acapo),
            Event::FootnoteReference(name) => {
                let note = notes.iter().find(|(key, _)| *key == *name);
                let k = note.map(|(_, k)| k.clone()).unwrap_or_default();
                let (id, numero) = self.ancore.note();
                push(stack, Inline::Nota { id, numero, k });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, stack: &mut Vec<Frame>, open: &mut Vec<HeadingLevel>) {
        let Some(frame) = stack.pop() else { return };
        match (tag, frame) {
            (TagEnd::Paragraph, Frame::Inlines(testo)) => {
                let id = self.ancore.under(self.base);
                push_block(stack, Block::Paragrafo { id, testo });
            }
            (TagEnd::Heading(_), Frame::Inlines(testo)) if testo.is_empty() => {}
            (TagEnd::Heading(level), Frame::Inlines(testo)) => {
                // Below the headings that are still open, whatever levels the text skips.
                open.retain(|above| *above < level);
                let livello = self.livello + u8::try_from(open.len()).unwrap_or(0);
                open.push(level);
                let id = self.ancore.under(self.base);
                push_block(stack, Block::Intestazione { id, livello, testo });
            }
            (TagEnd::Strong, Frame::Inlines(k)) => push(stack, Inline::Forte { k }),
            (TagEnd::Emphasis, Frame::Inlines(k)) => push(stack, Inline::Enfasi { k }),
            (TagEnd::Strikethrough, Frame::Inlines(k)) => push(stack, Inline::Barrato { k }),
            (TagEnd::Link, Frame::Inlines(mut k)) => {
                if let Some(Inline::Link { url, .. }) = k.first().cloned() {
                    k.remove(0);
                    if k.is_empty() {
                        k.push(Inline::Testo { v: url.clone() });
                    }
                    push(stack, Inline::Link { url, k });
                }
            }
            (TagEnd::Item, Frame::Blocks(blocks)) => {
                if let Some(Frame::Items { voci, .. }) = stack.last_mut() {
                    voci.push(blocks);
                }
            }
            (TagEnd::List(_), Frame::Items { ordinato, inizio, voci }) => {
                let id = self.ancore.under(self.base);
                push_block(stack, Block::Elenco { id, ordinato, inizio, voci });
            }
            (TagEnd::BlockQuote(_), Frame::Blocks(blocchi)) => {
                let id = self.ancore.under(self.base);
                push_block(stack, Block::Citazione { id, blocchi });
            }
            (TagEnd::CodeBlock, Frame::Inlines(testo)) => {
                let id = self.ancore.under(self.base);
                let testo = plain(&testo).trim_end().to_owned();
                push_block(stack, Block::Codice { id, testo });
            }
            (TagEnd::TableCell, Frame::Inlines(cell)) => {
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

    fn table(&mut self, grid: Grid) -> Block {
        let id = self.ancore.under(self.base);
        let colonne = grid
            .head
            .iter()
            .enumerate()
            .map(|(index, cell)| Colonna {
                titolo: plain(cell),
                allinea: match grid.align.get(index) {
                    Some(pulldown_cmark::Alignment::Right) => Allinea::Fine,
                    _ => Allinea::Inizio,
                },
                larghezza: 2,
            })
            .collect();
        let righe = grid
            .rows
            .into_iter()
            .map(|celle| RigaTabella { id: String::new(), totale: false, celle })
            .collect();
        let numero = self.ancore.caption(self.base);
        let didascalia = if numero == 1 {
            self.didascalia.to_owned()
        } else {
            format!("{} ({numero})", self.didascalia)
        };
        Block::Tabella(Tabella { id, didascalia, colonne, righe })
    }

    /// The footnotes of a text, by name.
    fn notes(&mut self, text: &str) -> Vec<(String, Vec<Inline>)> {
        let mut notes = Vec::new();
        let mut open: Option<(String, Vec<Frame>)> = None;
        for event in markdown::parse(text) {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open = Some((name.to_string(), vec![Frame::Inlines(Vec::new())]));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, mut stack)) = open.take()
                        && let Some(Frame::Inlines(k)) = stack.pop()
                    {
                        notes.push((name, k));
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
        | Tag::TableCell => Frame::Inlines(Vec::new()),
        Tag::Link { dest_url, .. } => {
            Frame::Inlines(vec![Inline::Link { url: dest_url.to_string(), k: Vec::new() }])
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
    if let Some(Frame::Inlines(inlines)) = stack.last_mut()
        && let Some(Inline::Testo { v }) = inlines.last_mut()
    {
        v.push_str(text);
        let joined = formato::text(v);
        *v = joined;
        return;
    }
    push(stack, Inline::Testo { v: formato::text(text) });
}

/// Adds a run of text; inside a tight list item, to the item's own paragraph.
fn push(stack: &mut [Frame], inline: Inline) {
    match stack.last_mut() {
        Some(Frame::Inlines(inlines)) => inlines.push(inline),
        Some(Frame::Blocks(blocks)) => {
            if let Some(Block::Paragrafo { testo, .. }) = blocks.last_mut() {
                if let (Some(Inline::Testo { v }), Inline::Testo { v: more }) =
                    (testo.last_mut(), &inline)
                {
                    v.push_str(more);
                } else {
                    testo.push(inline);
                }
            } else {
                blocks.push(Block::Paragrafo { id: String::new(), testo: vec![inline] });
            }
        }
        _ => {}
    }
}

fn push_block(stack: &mut [Frame], block: Block) {
    if let Some(Frame::Blocks(blocks)) = stack.last_mut() {
        blocks.push(block);
    }
}

/// The plain text of a run.
#[must_use]
pub(super) fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Testo { v } | Inline::Codice { v } | Inline::Mancante { v } => v.clone(),
            Inline::Forte { k }
            | Inline::Enfasi { k }
            | Inline::Barrato { k }
            | Inline::Link { k, .. }
            | Inline::Rinvio { k, .. } => plain(k),
            Inline::Nota { .. } => String::new(),
            Inline::Acapo => " ".into(),
        })
        .collect()
}

/// A remark that a datum is missing.
#[must_use]
pub(super) fn missing(id: String, titolo: &str, testo: &str) -> Block {
    let testo = vec![Inline::Testo { v: testo.into() }];
    let blocchi = vec![Block::Paragrafo { id: format!("{id}-testo"), testo }];
    Block::Nota { id, tono: Tono::Mancante, titolo: titolo.into(), blocchi }
}
