//! The figures that go with lists of records: which one the law says, and from what it is drawn.
//!
//! A figure says nothing that the block named in its `dati` does not: where the list itself does
//! not hold what is drawn, as what is summed or counted, that block is made here.

mod conti;
mod denaro;
mod flusso;
mod formazione;
mod gantt;
mod griglia;
mod persone;
mod quote;
mod striscia;

use super::campi::At;
use super::document::{Blocco, Figura};
use super::maker::Maker;
use crate::cifre::MESI;
use crate::figure::{self, Disegno, Tinta};
use crate::law::{self, Campo};
use crate::record::Record;
pub(super) use conti::{row as computed_row, share, table as computed_table};
pub(super) use striscia::strip;

/// What a figure says in words.
struct Parole {
    titolo: String,
    alternativa: String,
}

/// A list of records about to be illustrated: its field, its records, where it stands, and the
/// anchor of its table, when it has one.
#[derive(Clone, Copy)]
struct Lista<'a, 'r> {
    campo: &'a Campo,
    items: &'a [&'a Record<'r>],
    at: &'a At,
    tabella: &'a str,
}

impl Maker<'_> {
    /// The blocks of a list after its figure, where the law gives it one that has something to say.
    pub(super) fn illustrate(
        &mut self,
        campo: &Campo,
        items: &[&Record<'_>],
        at: &At,
        blocks: Vec<Blocco>,
    ) -> Vec<Blocco> {
        let table = blocks.iter().find(|block| matches!(block, Blocco::Tabella(_)));
        let lista = Lista { campo, items, at, tabella: table.map_or("", Blocco::id) };
        let mut opening = match campo.figura {
            None => Vec::new(),
            Some(law::Figura::Gantt) => gantt::blocks(self, lista),
            Some(law::Figura::Griglia) => griglia::blocks(self, lista),
            Some(law::Figura::Denaro) => denaro::blocks(self, lista),
            Some(law::Figura::Persone) => persone::blocks(self, lista),
            Some(law::Figura::Flusso) => flusso::blocks(self, lista),
            Some(law::Figura::Quote) => quote::blocks(self, lista),
            Some(law::Figura::Formazione) => formazione::blocks(self, lista),
        };
        opening.extend(blocks);
        opening
    }

    /// A figure for each drawing, all of the block `dati`.
    fn figures(
        &mut self,
        lista: Lista<'_, '_>,
        dati: &str,
        parole: &Parole,
        disegni: Vec<Disegno>,
    ) -> Vec<Blocco> {
        let total = disegni.len();
        let figure = |(disegno, index)| {
            let id = self.ancore.unique(&format!("{}-figura", lista.at.ancora));
            let part = if total > 1 { format!(" ({index} di {total})") } else { String::new() };
            Blocco::Figura(Figura {
                id,
                titolo: format!("{}{part}", parole.titolo),
                alternativa: parole.alternativa.clone(),
                dati: dati.into(),
                righe: Vec::new(),
                disegno,
            })
        };
        disegni.into_iter().zip(1..).map(figure).collect()
    }

    /// The hue of the section that a list stands in.
    pub(super) fn hue(&self, at: &At) -> Tinta {
        let top = at.path.first().map_or("", String::as_str);
        let mut held = self.law.sottosezioni.iter();
        let own = held.find(|own| own.campo.iter().any(|campo| campo.chiave == top));
        match own.map_or(0, |own| own.sezione) {
            0 => Tinta::Neutra,
            sezione => Tinta::Sezione(sezione),
        }
    }

    /// The width of a figure that stands there.
    fn room(at: &At) -> i32 {
        if at.scheda.is_empty() { figure::IN_PARTE } else { figure::IN_SCHEDA }
    }
}

/// `febbraio 2027`.
fn month(anno: i16, mese: i8) -> String {
    let mese = usize::try_from(mese).ok().and_then(|mese| MESI.get(mese.checked_sub(1)?));
    format!("{} {anno}", mese.copied().unwrap_or_default())
}

/// `a marzo 2027`, `ad aprile 2027`.
fn at_month(month: &str) -> String {
    format!("{} {month}", if month.starts_with('a') { "ad" } else { "a" })
}
