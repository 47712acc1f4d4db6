//! The records of a plan as blocks of the document: rows of a table, or cards.

use schemars::JsonSchema;
use serde::Serialize;

use super::document::Blocco;
use super::tratto::Tratto;

/// A table of data: it cannot be made without a caption and header cells.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tabella {
    /// Anchor.
    pub id: String,
    /// Number by which it is cited, `3.3-4`: its sub-section, and its place among the tables there.
    pub numero: String,
    /// What it holds, whatever stands above it: for a list of tables.
    pub titolo: String,
    /// Caption: number, what the heading above does not say, unit and day.
    pub didascalia: String,
    /// What its amounts are in, when the cells do not say it; may be empty.
    pub unita: String,
    /// The day that it is about, `del 31 dicembre 2026`; may be empty.
    pub al: String,
    /// Columns; the first holds the row headers.
    pub colonne: Vec<Colonna>,
    /// Rows, each with one cell for each column.
    pub righe: Vec<RigaTabella>,
    /// What is computed of its rows; may be empty.
    pub note: Vec<Tratto>,
    /// Name of the table of the plan's data that holds its records; empty where none does.
    pub dati: String,
}

impl Tabella {
    /// A table that is called in some way, before its place gives it a number.
    pub fn new(
        id: String,
        titolo: impl Into<String>,
        colonne: Vec<Colonna>,
        righe: Vec<RigaTabella>,
    ) -> Self {
        let titolo = titolo.into();
        Self {
            id,
            numero: String::new(),
            didascalia: titolo.clone(),
            titolo,
            unita: String::new(),
            al: String::new(),
            colonne,
            righe,
            note: Vec::new(),
            dati: String::new(),
        }
    }
}

/// A column of a table. What it asks for is in letters of whatever type the table is set in.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Colonna {
    /// Header cell.
    pub titolo: String,
    /// How its cells are aligned.
    pub allinea: Allinea,
    /// Share of the width, 1 to 6.
    pub larghezza: u8,
    /// Letters on a line that the column cannot do without: its longest number, and its longest
    /// word up to what is worth a wider column.
    pub minimo: u32,
    /// Letters on a line that are comfortable: short values, such as dates, stay whole.
    pub comodo: u32,
    /// Letters on a line beyond which more room is of no use: those of its longest cell.
    pub massimo: u32,
    /// Whether the header has a word that is not worth a wider column: better hyphenated.
    pub sillabe: bool,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Allinea {
    /// Text.
    Inizio,
    /// Numbers, on their last digit: all the numbers of a column carry the same decimals.
    Fine,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RigaTabella {
    /// Anchor of the record that the row shows; empty for computed rows.
    pub id: String,
    /// Whether the row is a total.
    pub totale: bool,
    /// Cells, the first one being the row header.
    pub celle: Vec<Vec<Tratto>>,
    /// Letters of each cell, its notes included.
    pub lettere: Vec<u32>,
    /// What the row says on a line of its own, as wide as the cells after the first; may be empty.
    pub dettaglio: Vec<Tratto>,
}

impl RigaTabella {
    /// A row that shows the record with an anchor, or none.
    #[must_use]
    pub fn new(id: String, celle: Vec<Vec<Tratto>>) -> Self {
        Self { id, totale: false, celle, lettere: Vec::new(), dettaglio: Vec::new() }
    }

    /// A computed row.
    #[must_use]
    pub fn totale(celle: Vec<Vec<Tratto>>) -> Self {
        Self { totale: true, ..Self::new(String::new(), celle) }
    }
}

/// A titled card: a record of the plan, in the order of its reader.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Scheda {
    /// Anchor.
    pub id: String,
    /// Kind of record, `obiettivo_performance`: a layout may style it on its own.
    pub nome: String,
    /// Kind of record as printed above the title: `Obiettivo di performance`.
    pub etichetta: String,
    /// Code of the record, as written in the plan; may be empty.
    pub codice: String,
    /// Title.
    pub titolo: String,
    /// Heading level of the title.
    pub livello: u8,
    /// Whether the record is small: title and fields hold on a few lines.
    pub compatta: bool,
    /// What the record is, under the title and without a label.
    pub frase: Vec<Blocco>,
    /// What a reader looks for first: who, by when, from where to where, for whom.
    pub fatti: Vec<Fatto>,
    /// The other fields.
    pub voci: Vec<Voce>,
    /// Tables and cards inside this one, those of the result first.
    pub blocchi: Vec<Blocco>,
    /// Accounting and classification, for a small band at the end.
    pub contabili: Vec<Voce>,
    /// What is missing of the record.
    pub mancano: Vec<Blocco>,
    /// What of the rest of the plan leads here.
    pub rinvii: Vec<Blocco>,
}

impl Scheda {
    /// Every run of blocks of the card, in reading order.
    pub fn gruppi(&self) -> impl Iterator<Item = &[Blocco]> {
        std::iter::once(&*self.frase)
            .chain(self.fatti.iter().map(|fatto| &*fatto.blocchi))
            .chain(self.voci.iter().map(|voce| &*voce.blocchi))
            .chain(std::iter::once(&*self.blocchi))
            .chain(self.contabili.iter().map(|voce| &*voce.blocchi))
            .chain([&*self.mancano, &*self.rinvii])
    }

    /// The same, to be changed.
    pub fn gruppi_mut(&mut self) -> impl Iterator<Item = &mut [Blocco]> {
        std::iter::once(&mut *self.frase)
            .chain(self.fatti.iter_mut().map(|fatto| &mut *fatto.blocchi))
            .chain(self.voci.iter_mut().map(|voce| &mut *voce.blocchi))
            .chain(std::iter::once(&mut *self.blocchi))
            .chain(self.contabili.iter_mut().map(|voce| &mut *voce.blocchi))
            .chain([&mut *self.mancano, &mut *self.rinvii])
    }
}

/// A question that the reader of a card asks first, and its answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fatto {
    /// The question.
    pub domanda: Domanda,
    /// Label.
    pub etichetta: String,
    /// The answer.
    pub blocchi: Vec<Blocco>,
}

/// What the reader of a card asks first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Domanda {
    /// Who answers.
    Chi,
    /// By when.
    Quando,
    /// From where to where.
    Risultato,
    /// For whom.
    PerChi,
}

/// A field of a card.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Voce {
    /// Label.
    pub etichetta: String,
    /// Whether the value fits on a line: short fields may be set side by side.
    pub breve: bool,
    /// Value.
    pub blocchi: Vec<Blocco>,
}
