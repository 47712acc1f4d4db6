//! The text of a document, read from its first element to its last.

use std::collections::BTreeMap;
use std::mem;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::stili::{Elenchi, Rinvii, Stili, level};
use super::tratti::{self, Tratto};
use crate::fogli::Guasto;
use crate::fogli::xml::{elements, value};
use crate::import::brano::{Brano, Cosa, Paragrafo, Tabella, scampa};

/// Most columns that a cell of a table may be wide.
const COLONNE: usize = 64;

/// What is known of a document before its text is read.
#[derive(Clone, Copy)]
pub(super) struct Sapute<'a> {
    pub(super) file: &'a str,
    pub(super) stili: &'a Stili,
    pub(super) elenchi: &'a Elenchi,
    pub(super) rinvii: &'a Rinvii,
    /// The notes, by the sign that stands for each.
    pub(super) note: &'a BTreeMap<String, String>,
}

/// A paragraph on its way.
#[derive(Default)]
struct Aperto {
    tratti: Vec<Tratto>,
    stile: String,
    livello: Option<usize>,
    lista: Option<String>,
    rientro: String,
    note: Vec<String>,
}

/// A table on its way: its rows, and the cells of its last row that go on in the next.
#[derive(Default)]
struct Tavola {
    righe: Vec<Vec<String>>,
    riga: Vec<String>,
    cella: String,
    larga: usize,
    continua: bool,
}

/// The reader, and where it is.
struct Lettore<'a> {
    sapute: Option<Sapute<'a>>,
    brani: Vec<Brano>,
    titolo: String,
    paragrafi: Vec<Aperto>,
    tavole: Vec<Tavola>,
    /// The paragraphs that were open when each table began.
    soglie: Vec<usize>,
    look: Tratto,
    in_run: bool,
    in_testo: bool,
    in_pr: bool,
    /// How many elements that say nothing of the text are open.
    muti: usize,
    indirizzo: Option<String>,
    immagini: usize,
}

impl<'a> Lettore<'a> {
    fn new(sapute: Option<Sapute<'a>>) -> Self {
        Self {
            sapute,
            brani: Vec::new(),
            titolo: String::new(),
            paragrafi: Vec::new(),
            tavole: Vec::new(),
            soglie: Vec::new(),
            look: Tratto::default(),
            in_run: false,
            in_testo: false,
            in_pr: false,
            muti: 0,
            indirizzo: None,
            immagini: 0,
        }
    }

    fn visit(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) if is_muto(start.name().as_ref()) => self.muti += 1,
            Event::End(end) if is_muto(end.name().as_ref()) => {
                self.muti = self.muti.saturating_sub(1);
            }
            _ if self.muti > 0 => {}
            Event::Start(start) => self.open(start),
            Event::End(end) => self.close(end.name().as_ref()),
            Event::Text(text) if self.in_testo => {
                self.say(&text.xml_content(XmlVersion::Implicit1_0));
            }
            Event::CData(text) if self.in_testo => {
                self.say(&text.xml_content(XmlVersion::Implicit1_0));
            }
            Event::GeneralRef(name) if self.in_testo => {
                if let Ok(Some(c)) = name.resolve_char_ref() {
                    self.say(c.encode_utf8(&mut [0; 4]));
                } else if let Some(text) = resolve_predefined_entity(name) {
                    self.say(text);
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let set = |start: &BytesStart<'_>| {
            !matches!(value(start, "w:val").as_str(), "0" | "false" | "off" | "none")
        };
        match start.name().as_ref() {
            "w:p" => self.paragrafi.push(Aperto::default()),
            "w:r" => (self.in_run, self.look) = (true, Tratto::default()),
            "w:rPr" | "w:pPr" => self.in_pr = true,
            "w:b" if self.in_run => self.look.grassetto = set(start),
            "w:i" if self.in_run => self.look.corsivo = set(start),
            "w:t" | "m:t" => self.in_testo = true,
            "w:tab" if !self.in_pr => self.say(" "),
            "w:br" | "w:cr" if value(start, "w:type").is_empty() => self.say("\n"),
            "w:noBreakHyphen" => self.say("-"),
            "w:drawing" | "w:pict" => self.immagini += 1,
            "w:hyperlink" => {
                let known = self.sapute.and_then(|own| own.rinvii.indirizzo(&value(start, "r:id")));
                self.indirizzo = known.map(str::to_owned);
            }
            "w:footnoteReference" => self.note(value(start, "w:id")),
            "w:endnoteReference" => self.note(format!("f{}", value(start, "w:id"))),
            "w:tbl" => {
                self.soglie.push(self.paragrafi.len());
                self.tavole.push(Tavola::default());
            }
            "w:tc" => {
                if let Some(tavola) = self.tavole.last_mut() {
                    (tavola.larga, tavola.continua) = (1, false);
                    tavola.cella.clear();
                }
            }
            "w:gridSpan" => {
                if let Some(tavola) = self.tavole.last_mut() {
                    tavola.larga = value(start, "w:val").parse().unwrap_or(1).clamp(1, COLONNE);
                }
            }
            "w:vMerge" => {
                if let Some(tavola) = self.tavole.last_mut() {
                    tavola.continua = value(start, "w:val") != "restart";
                }
            }
            name => self.property(name, start),
        }
    }

    /// What a document says of a paragraph before its words.
    fn property(&mut self, name: &str, start: &BytesStart<'_>) {
        let Some(paragrafo) = self.paragrafi.last_mut().filter(|_| self.in_pr) else { return };
        match name {
            "w:pStyle" => paragrafo.stile = value(start, "w:val"),
            "w:outlineLvl" => paragrafo.livello = level(&value(start, "w:val")),
            "w:numId" => paragrafo.lista = Some(value(start, "w:val")).filter(|id| id != "0"),
            "w:ilvl" => paragrafo.rientro = value(start, "w:val"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:r" => self.in_run = false,
            "w:rPr" | "w:pPr" => self.in_pr = false,
            "w:t" | "m:t" => self.in_testo = false,
            "w:hyperlink" => self.indirizzo = None,
            "w:p" => self.paragrafo(),
            "w:tc" => {
                if let Some(tavola) = self.tavole.last_mut() {
                    tavola.shut_cell();
                }
            }
            "w:tr" => {
                if let Some(tavola) = self.tavole.last_mut() {
                    let riga = mem::take(&mut tavola.riga);
                    tavola.righe.push(riga);
                }
            }
            "w:tbl" => self.tabella(),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        let Some(paragrafo) = self.paragrafi.last_mut() else { return };
        let indirizzo = self.indirizzo.clone();
        let look = Tratto { parole: text.into(), indirizzo, ..self.look.clone() };
        paragrafo.tratti.push(look);
    }

    fn note(&mut self, id: String) {
        let Some(paragrafo) = self.paragrafi.last_mut() else { return };
        let sign = Tratto { parole: format!("[^{id}]"), segno: true, ..Tratto::default() };
        paragrafo.tratti.push(sign);
        paragrafo.note.push(id);
    }

    /// Whether the paragraphs that are open belong to the cell of a table.
    fn is_in_cell(&self) -> bool {
        self.soglie.last().is_some_and(|before| self.paragrafi.len() >= *before)
    }

    fn paragrafo(&mut self) {
        let Some(mut aperto) = self.paragrafi.pop() else { return };
        let note = mem::take(&mut aperto.note);
        let text = |id: &String| self.sapute.and_then(|own| own.note.get(id)).cloned();
        let note: Vec<(String, String)> =
            note.into_iter().filter_map(|id| Some((id.clone(), text(&id)?))).collect();
        if self.is_in_cell() {
            let mut parole = tratti::parole(&aperto.tratti);
            parole.extend(note.iter().map(|(_, nota)| format!(" (nota: {nota})")));
            if let Some(tavola) = self.tavole.last_mut() {
                tavola.add(&parole);
            }
            return;
        }
        let Some(sapute) = self.sapute else {
            let parole = tratti::parole(&aperto.tratti);
            self.put(Cosa::Scarto("nota", parole));
            return;
        };
        let known = |id: &str| note.iter().any(|(own, _)| format!("[^{own}]") == id);
        aperto.tratti.retain(|tratto| !tratto.segno || known(&tratto.parole));
        let mut paragrafo = tratti::paragrafo(aperto.tratti);
        if paragrafo.parole.is_empty() && note.is_empty() {
            return;
        }
        let livello = aperto.livello.or_else(|| sapute.stili.livello(&aperto.stile));
        let definitions: Vec<String> =
            note.iter().map(|(id, nota)| format!("[^{id}]: {}", scampa(nota))).collect();
        if sapute.stili.is_indice(&aperto.stile) {
            self.put(Cosa::Scarto("indice", paragrafo.parole));
        } else if sapute.stili.is_frontespizio(&aperto.stile) {
            self.put(Cosa::Scarto("frontespizio", paragrafo.parole));
        } else if let Some(livello) = livello {
            self.titolo.clone_from(&paragrafo.parole);
            self.put(Cosa::Titolo(livello, paragrafo.parole));
            for (_, nota) in note {
                self.put(Cosa::Testo(Paragrafo::piano(&nota)));
            }
        } else {
            if let Some(lista) = &aperto.lista {
                let rientro = aperto.rientro.parse::<usize>().unwrap_or(0).min(8);
                let numbered = sapute.elenchi.is_numerato(lista, &aperto.rientro);
                let sign = if numbered { "1. " } else { "- " };
                paragrafo.markdown =
                    format!("{}{sign}{}", "   ".repeat(rientro), paragrafo.markdown);
                paragrafo.voce = true;
            }
            if !definitions.is_empty() {
                paragrafo.markdown += &format!("\n\n{}", definitions.join("\n\n"));
                for (_, nota) in &note {
                    paragrafo.parole += &format!(" {nota}");
                }
            }
            self.put(Cosa::Testo(paragrafo));
        }
    }

    fn tabella(&mut self) {
        let Some(tavola) = self.tavole.pop() else { return };
        self.soglie.pop();
        if let Some(outer) = self.tavole.last_mut() {
            // A table in a cell is said there, row by row.
            for riga in tavola.righe {
                outer.add(&riga.join(" · "));
            }
            return;
        }
        let tabella = Tabella::new("", tavola.righe);
        if !tabella.righe.is_empty() {
            self.put(Cosa::Tabella(tabella));
        }
    }

    fn put(&mut self, cosa: Cosa) {
        let file = self.sapute.map_or("", |own| own.file);
        let luogo = match self.titolo.as_str() {
            "" => file.to_owned(),
            titolo => format!("{file} › {titolo}"),
        };
        self.brani.push(Brano { luogo, cosa });
    }
}

impl Tavola {
    fn add(&mut self, parole: &str) {
        if !parole.trim().is_empty() {
            let between = if self.cella.is_empty() { "" } else { "\n" };
            self.cella += &format!("{between}{}", parole.trim());
        }
    }

    /// Ends a cell: one that goes on from the row above says what that one says.
    fn shut_cell(&mut self) {
        let above = self.righe.last().and_then(|riga| riga.get(self.riga.len()));
        let own = mem::take(&mut self.cella);
        let text = match above {
            Some(above) if self.continua && own.is_empty() => above.clone(),
            _ => own,
        };
        self.riga.push(text);
        self.riga.extend((1..self.larga).map(|_| String::new()));
    }
}

/// What is in a document, and is not its text: what was deleted, what is said again for old programs.
fn is_muto(name: &str) -> bool {
    matches!(name, "w:del" | "w:moveFrom" | "mc:Fallback" | "w:instrText" | "w:delText")
}

/// The pieces of a text.
pub(super) fn read(xml: &str, sapute: Sapute<'_>) -> Result<Vec<Brano>, Guasto> {
    let mut lettore = Lettore::new(Some(sapute));
    elements(xml, |event| lettore.visit(event))?;
    if lettore.immagini > 0 {
        let said = match lettore.immagini {
            1 => "un’immagine o un disegno".to_owned(),
            many => format!("{many} immagini o disegni"),
        };
        lettore.titolo.clear();
        lettore.put(Cosa::Scarto("immagini: si allegano a mano, con un testo alternativo", said));
    }
    Ok(lettore.brani)
}

/// The notes of a part, by their codes, each code after a sign.
pub(super) fn notes(xml: &str, sign: &str) -> Result<BTreeMap<String, String>, Guasto> {
    let mut notes = BTreeMap::new();
    let mut lettore = Lettore::new(None);
    let mut id = String::new();
    elements(xml, |event| {
        if let Event::Start(start) = event
            && matches!(start.name().as_ref(), "w:footnote" | "w:endnote" | "w:comment")
        {
            id = format!("{sign}{}", value(start, "w:id"));
        }
        lettore.visit(event);
        for brano in mem::take(&mut lettore.brani) {
            if let Cosa::Scarto(_, testo) = brano.cosa
                && !testo.is_empty()
            {
                let said: &mut String = notes.entry(id.clone()).or_default();
                let between = if said.is_empty() { "" } else { " " };
                *said += &format!("{between}{testo}");
            }
        }
    })?;
    Ok(notes)
}
