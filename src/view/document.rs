//! The document: the plan as a reader meets it.
//!
//! An ordered tree of numbered parts and blocks, with nothing left to compute, format or
//! decide. It is the only thing that the layouts see, and its JSON form (`piao view`) is their
//! contract. The types demand what accessibility demands: a table has a caption and header
//! cells, a figure has an alternative and the rows that it draws, a link has a text.

use schemars::JsonSchema;
use serde::Serialize;

pub use super::Veste;
use super::dati::Dati;
pub use super::dispositivo::Dispositivo;
pub use super::elementi::{Allinea, Colonna, Domanda, Fatto, RigaTabella, Scheda, Tabella, Voce};
pub use super::figurati::{Fascicolo, Immagine};
pub use super::tratto::Tratto;
use crate::figure::{Disegno, Tinta};

/// The JSON Schema of a document.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Documento).to_value()
}

/// A whole plan, ready to be drawn.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Documento {
    /// Language of every text, a BCP 47 tag.
    pub lingua: &'static str,
    /// Full title, for the cover and the metadata.
    pub titolo: String,
    /// Short title, for headers and window titles: `PIAO 2027-2029`.
    pub titolo_breve: String,
    /// Name of the administration.
    pub ente: String,
    /// The three years, `2027-2029`.
    pub triennio: String,
    /// ISO date written in the metadata; comes from the plan, never from a clock.
    pub data: String,
    /// One sentence for the metadata.
    pub descrizione: String,
    /// Key words for the metadata.
    pub parole_chiave: Vec<String>,
    /// What is told of it to programs, and stands at the foot of every page.
    pub metadati: Metadati,
    /// State of the plan.
    pub stato: Stato,
    /// What identifies it for archives and programs.
    pub identita: Identita,
    /// The text for the act that adopts it; nothing for a draft.
    pub dispositivo: Option<Dispositivo>,
    /// The emblem of the administration, if the plan gives one: on the cover, and beside its name.
    pub emblema: Option<Immagine>,
    /// Rows of the cover, each a label and a value.
    pub copertina: Vec<Riga>,
    /// The numbers that open the sections, and stand on the cover.
    pub aperture: Vec<Apertura>,
    /// The map of spheres: its rows are its columns, for where there is no room for the drawing; what
    /// ties them stands in the block that it names.
    pub mappa: Figura,
    /// The plan in short: where there are pages, it stands on the first.
    pub inizio: Vec<Parte>,
    /// What opens the document before the numbered parts, then the parts, then the annexes.
    pub parti: Vec<Parte>,
    /// Every fixed word that a layout prints, by key.
    pub testi: std::collections::BTreeMap<&'static str, &'static str>,
    /// How it is cited: who, what, by which act, which version.
    pub citazione: String,
    /// The plan as data, for the output of that name: no layout draws it.
    #[serde(skip)]
    pub dati: Dati,
    /// Words by which people look for what the document calls otherwise, for its index.
    #[serde(skip)]
    pub sinonimi: std::collections::BTreeMap<String, Vec<String>>,
}

/// What a document says of itself beyond its pages. What the plan does not say is empty.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Metadati {
    /// Address of the folder where the site is published, with a slash at its end.
    pub sito: String,
    /// ISO date of publication.
    pub pubblicato: String,
    /// Licence: its name, and where its text is if it is known.
    pub licenza: Collegamento,
    /// Address of the administration's own site.
    pub ente_sito: String,
    /// Code of the administration in the national index.
    pub ente_ipa: String,
    /// Pages of the administration that every page leads to.
    pub servizio: Vec<Collegamento>,
}

/// A link out of the document.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Collegamento {
    /// Its text.
    pub etichetta: String,
    /// Where it leads.
    pub indirizzo: String,
}

/// The numbers that open a section.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Apertura {
    /// The section, 1 to 4.
    pub sezione: u8,
    /// Its numbers, three at most.
    pub cifre: Vec<Cifra>,
}

/// A number that stands large, and what it counts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Cifra {
    /// The number.
    pub numero: String,
    /// What it counts.
    pub nome: String,
}

/// What identifies a document beside its title.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Identita {
    /// Its name among all plans, `piao/p_es/2027-2029/1.0`.
    pub identificativo: String,
    /// Version of the plan; may be empty.
    pub versione: String,
    /// Licence under which it may be used again; may be empty.
    pub licenza: String,
    /// Whose it is, and under which licence.
    pub diritti: String,
    /// Address of the site of the plan; may be empty.
    pub sito: String,
    /// As what the plan is shown.
    pub edizione: Veste,
}

/// The state of the plan, and how a draft is marked.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Stato {
    /// `bozza`, `proposta`, `adottato`, `pubblicato` or `aggiornato`.
    pub chiave: String,
    /// As printed.
    pub etichetta: String,
    /// Text of the draft mark on every page and screen; empty when there is none.
    pub filigrana: String,
}

/// A label and its value.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Riga {
    /// The label.
    pub etichetta: String,
    /// The value.
    pub valore: Vec<Tratto>,
}

/// A numbered or unnumbered part, with its blocks and the parts inside it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Parte {
    /// Stable anchor.
    pub id: String,
    /// What it is.
    pub genere: Genere,
    /// Number that the ministerial scheme gives it, `2.1`, whatever number is printed; empty for
    /// what the scheme does not foresee.
    pub schema: String,
    /// Printed number, `2.1.3`; empty for unnumbered parts.
    pub numero: String,
    /// Title without number.
    pub titolo: String,
    /// Heading level, 1 for sections.
    pub livello: u8,
    /// Section that gives the hue: 1 to 4, or 0 for what stands outside the sections.
    pub sezione: u8,
    /// Whether it opens a page of its own, where there are pages; else it lives in its parent's.
    pub apre_pagina: bool,
    /// One sentence that says what the part holds, for the site's cards; may be empty.
    pub sommario: String,
    /// What its page holds, for whoever finds it from outside; empty where it opens none.
    pub descrizione: String,
    /// Blocks before the inner parts.
    pub blocchi: Vec<Blocco>,
    /// Inner parts.
    pub parti: Vec<Parte>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Genere {
    /// The plan in short, before its parts: on one page, for whom, who answers, its numbers.
    Breve,
    /// The act that adopts the plan, and the documents that it rests on.
    Atto,
    /// A section of the scheme.
    Sezione,
    /// A sub-section of the scheme.
    Sottosezione,
    /// A sub-section that the scheme does not foresee.
    Libera,
    /// An annex.
    Allegato,
    /// What closes the document: rules set aside, findings, abbreviations, sources.
    Chiusura,
    /// A record with a page of its own: what it holds is its card, whose title is its own.
    Elemento,
    /// A piece of another part.
    Interna,
}

/// A block of content. Every block has a stable anchor, unique in the document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "tipo", rename_all = "snake_case")]
pub enum Blocco {
    /// A paragraph.
    Paragrafo {
        /// Anchor.
        id: String,
        /// Text.
        testo: Vec<Tratto>,
    },
    /// A heading inside a long text, already fitted below its part's level.
    Intestazione {
        /// Anchor.
        id: String,
        /// Heading level, never skipping one.
        livello: u8,
        /// Text.
        testo: Vec<Tratto>,
    },
    /// A list.
    Elenco {
        /// Anchor.
        id: String,
        /// Numbered or not.
        ordinato: bool,
        /// First number.
        inizio: u64,
        /// Items, each a sequence of blocks.
        voci: Vec<Vec<Blocco>>,
    },
    /// A table of data.
    Tabella(Tabella),
    /// A titled card: one record of the plan.
    Scheda(Scheda),
    /// A remark set apart from the text.
    Nota {
        /// Anchor.
        id: String,
        /// What the remark is.
        tono: Tono,
        /// Title.
        titolo: String,
        /// Text.
        blocchi: Vec<Blocco>,
    },
    /// A quotation.
    Citazione {
        /// Anchor.
        id: String,
        /// Text.
        blocchi: Vec<Blocco>,
    },
    /// Preformatted text.
    Codice {
        /// Anchor.
        id: String,
        /// Text, line ends kept.
        testo: String,
    },
    /// A list of terms and their meaning.
    Glossario {
        /// Anchor.
        id: String,
        /// Entries.
        voci: Vec<VoceGlossario>,
    },
    /// A drawing, with its alternative and its rows.
    Figura(Figura),
    /// An image of the plan, with its alternative.
    Immagine(Immagine),
    /// A PDF that the plan carries.
    Fascicolo(Fascicolo),
}

impl Blocco {
    /// The anchor.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Paragrafo { id, .. }
            | Self::Intestazione { id, .. }
            | Self::Elenco { id, .. }
            | Self::Tabella(Tabella { id, .. })
            | Self::Scheda(Scheda { id, .. })
            | Self::Nota { id, .. }
            | Self::Citazione { id, .. }
            | Self::Codice { id, .. }
            | Self::Glossario { id, .. }
            | Self::Figura(Figura { id, .. })
            | Self::Immagine(Immagine { id, .. })
            | Self::Fascicolo(Fascicolo { id, .. }) => id,
        }
    }
}

/// What a remark is.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tono {
    /// Neutral information.
    Informazione,
    /// Something to be careful about.
    Avviso,
    /// A datum that the law asks for and the plan does not give.
    Mancante,
}

/// An entry of the glossary.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct VoceGlossario {
    /// Anchor.
    pub id: String,
    /// Abbreviation or term.
    pub termine: String,
    /// Meaning.
    pub definizione: String,
}

/// A drawing, what it says in words, and the rows that it draws: whoever does not see it loses
/// nothing.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Figura {
    /// Anchor.
    pub id: String,
    /// Title.
    pub titolo: String,
    /// Text alternative: what a person who does not see the drawing needs to know.
    pub alternativa: String,
    /// Anchor of the block beside it that holds the same data; empty where its rows do.
    pub dati: String,
    /// The rows that it draws; none where a block beside it holds the same data.
    pub righe: Vec<RigaFigura>,
    /// The drawing.
    pub disegno: Disegno,
}

/// A row that a figure draws.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RigaFigura {
    /// What the row is, for a layout that sets it apart: `valori`.
    pub nome: String,
    /// Label.
    pub etichetta: String,
    /// Its values.
    pub valori: Vec<ValoreFigura>,
}

/// A value of a row of a figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ValoreFigura {
    /// Short mark beside the name, `2.1`; may be empty.
    pub segno: String,
    /// The value, or the name of what it stands for.
    pub nome: String,
    /// What is said of it, in small type; may be empty.
    pub nota: String,
    /// Anchor that it leads to; may be empty.
    pub rinvio: String,
    /// Hue that it has in the drawing.
    pub tinta: Tinta,
}
