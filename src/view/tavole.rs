//! Records as rows of a table: the first column is their name, and nothing else.

use super::campi::At;
use super::document::{Allinea, Blocco, Colonna, RigaTabella, Tabella, Tratto};
use super::maker::Maker;
use super::valori::{self, plain};
use super::{calcoli, colonne, formato, parole, scala};
use crate::cifre;
use crate::law::{Base, Campo, Ruolo};
use crate::nomi::{Chiave, Nome, campo};
use crate::record::{Record, Value};

/// What stands in an empty cell.
pub(super) const EMPTY: &str = "–";

impl Maker<'_> {
    /// Records as a table: the first column names each, the others are those that some record
    /// fills.
    pub(super) fn table(&mut self, campo: &Campo, items: &[&Record<'_>], at: &At) -> Blocco {
        let campi = columns(items);
        let scales: Vec<u32> = campi.iter().map(|campo| valori::scale(campo, items)).collect();
        let mut righe = Vec::new();
        for item in items {
            let (id, _) = self.record_anchor(item, &at.ancora);
            let cells = campi.iter().zip(&scales);
            let mut celle: Vec<Vec<Tratto>> =
                cells.map(|(campo, scale)| self.cell(campo, item, *scale)).collect();
            if let Some(name) = celle.first_mut() {
                *name = vec![Tratto::Forte { tratti: std::mem::take(name) }];
            }
            righe.push(RigaTabella::new(id, celle));
        }
        let computed = calcoli::totals(&campi, &scales, items);
        let note = calcoli::note(campo, items, !computed.is_empty());
        righe.extend(computed);
        let colonne = columns_of(&campi, &righe);
        let id = self.ancore.unique(&format!("{}-tabella", at.ancora));
        let mut table =
            Tabella { note, ..Tabella::new(id, self.caption(campo, at), colonne, righe) };
        self.specify(&mut table, campo, &campi, at);
        table.dati = at.dati();
        Blocco::Tabella(table)
    }

    /// Says what a table holds, what its amounts are in and the day that it is about; then where its
    /// data come from and how they are to be read, when the plan says it.
    pub(super) fn specify(&self, table: &mut Tabella, campo: &Campo, campi: &[&Campo], at: &At) {
        table.didascalia.clone_from(&campo.etichetta);
        if campi.iter().any(|campo| campo.forma.base == Base::Euro) {
            table.unita = parole::IN_EURO.into();
        }
        let mut within = Some(self.root);
        let mut day = None;
        for passo in campo.al.iter().flat_map(|path| &path.passi) {
            let value = within.and_then(|record| record.by_key(&passo.chiave));
            within = match value {
                Some(Value::Record(record)) => Some(record),
                _ => None,
            };
            day = value;
        }
        let key = at.path.join(".");
        let tavole = self.records(campo::TAVOLE).into_iter();
        let own = { tavole }.find(|row| row.text(campo::ELENCO) == key && at.scheda.is_empty());
        let said = |campo: Chiave| own.and_then(|row| row.get(campo));
        if let Some(Value::Day(day)) = said(campo::AL).or(day) {
            table.al = cifre::del_giorno(*day);
        }
        for (label, campo) in [(parole::NOTE, campo::NOTE), (parole::FONTE, campo::FONTE)] {
            let Some(text) = said(campo).and_then(Value::as_str) else { continue };
            let after = if table.note.is_empty() { None } else { Some(Tratto::Acapo) };
            let label = Tratto::Enfasi { tratti: vec![plain(label)] };
            let line = [label, plain(formato::text(text))].into_iter().chain(after);
            table.note.splice(0..0, line);
        }
    }

    /// What a list is called out of its place: its label, and the record that it belongs to.
    pub(super) fn caption(&self, campo: &Campo, at: &At) -> String {
        match self.owner(&at.scheda) {
            Some(owner) => format!("{}: {owner}", campo.etichetta),
            None => campo.etichetta.clone(),
        }
    }

    /// What a record says in a cell.
    pub(super) fn cell(&self, campo: &Campo, item: &Record<'_>, scale: u32) -> Vec<Tratto> {
        match item.filled(campo) {
            Some(value) => {
                let mut cell = scala::squares(self, campo, value);
                cell.extend(valori::cell(self, value, scale));
                cell
            }
            None => self.empty_cell(item, campo),
        }
    }

    /// What stands in the cell of a field that a record does not fill.
    pub(super) fn empty_cell(&self, item: &Record<'_>, campo: impl Nome) -> Vec<Tratto> {
        let is_missing = self.is_missing(item, campo.nome());
        vec![if is_missing { self.mancante() } else { plain(EMPTY) }]
    }
}

/// The fields that are columns: the title, the code, the sentence, the others that some record
/// fills, accounting last.
fn columns<'r>(items: &[&Record<'r>]) -> Vec<&'r Campo> {
    let Some(kind) = items.first().map(|item| item.kind) else { return Vec::new() };
    let is_title = |campo: &Campo| campo.chiave == kind.titolo;
    let filled =
        |campo: &&Campo| is_title(campo) || items.iter().any(|item| item.filled(campo).is_some());
    let mut campi: Vec<&Campo> = kind.campi.iter().filter(filled).collect();
    campi.sort_by_key(|campo| match (&campo.forma.base, campo.ruolo) {
        _ if is_title(campo) => 0,
        (Base::Id, _) => 1,
        (_, Some(Ruolo::Frase)) => 2,
        (_, Some(Ruolo::Contabile)) => 4,
        _ => 3,
    });
    campi
}

/// The columns of some rows.
pub(super) fn columns_of(campi: &[&Campo], righe: &[RigaTabella]) -> Vec<Colonna> {
    let one = |(index, campo): (usize, &&Campo)| {
        column(campo, righe.iter().filter_map(move |riga| riga.celle.get(index)))
    };
    campi.iter().enumerate().map(one).collect()
}

/// A column: numbers on their last digit, and as wide as what it holds asks for.
fn column<'c>(campo: &Campo, cells: impl Iterator<Item = &'c Vec<Tratto>>) -> Colonna {
    let numeric = matches!(
        campo.forma.base,
        Base::Intero | Base::Conteggio | Base::Numero | Base::Euro | Base::Percento
    ) && !campo.forma.elenco;
    let allinea = if numeric { Allinea::Fine } else { Allinea::Inizio };
    let titolo = if campo.forma.base == Base::Id { parole::CODICE } else { &campo.etichetta };
    colonne::column(titolo, allinea, colonne::share(cells))
}
