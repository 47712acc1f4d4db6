//! The records of a list that holds other lists: each row a record, with those that belong to it.

use std::collections::BTreeSet;

use super::colonne::Lettura;
use super::gruppi;
use super::raccolta::{Lista, Raccolta};
use super::schede;
use super::voci::{Valore, Voce};
use crate::law::{Base, Colonna, Law, Record};
use crate::valori::cella;

/// The records of a list, with those of the lists inside it.
pub(super) fn records(
    lista: &Lista,
    inner: Vec<&Lista>,
    law: &Law,
    raccolta: &mut Raccolta,
) -> Vec<Vec<Voce>> {
    let mut elementi = Elementi { law, inner, used: BTreeSet::new() };
    let records = elementi.records(lista, None, raccolta);
    for (own, lista) in elementi.inner.iter().enumerate() {
        orphans(lista, own, &elementi.used, raccolta);
    }
    records
}

struct Elementi<'a> {
    law: &'a Law,
    inner: Vec<&'a Lista>,
    /// The rows of the inner lists that found their record: list and row.
    used: BTreeSet<(usize, usize)>,
}

impl Elementi<'_> {
    /// The records of a list, those inside them included; only those that a record holds, if it is
    /// said which.
    fn records(
        &mut self,
        lista: &Lista,
        di: Option<&str>,
        raccolta: &mut Raccolta,
    ) -> Vec<Vec<Voce>> {
        let Some(kind) = self.law.campo_al(&lista.path()).and_then(|own| self.law.kind_of(own))
        else {
            return Vec::new();
        };
        let id = kind.campi.iter().find(|own| own.forma.base == Base::Id);
        let id = id.and_then(|own| lista.colonna(&own.chiave)).filter(|_| !lista.numerata);
        let of = lista.posto(&Lettura::Di);
        let own_index = self.inner.iter().position(|own| own.via == lista.via);
        let begins = gruppi::begins(lista, kind);
        let (mut out, mut first): (Vec<Vec<Voce>>, usize) = (Vec::new(), 0);
        for (index, riga) in lista.righe.iter().enumerate() {
            if di.is_some() && of.map(|at| riga[at].as_str()) != di {
                continue;
            }
            self.used.extend(own_index.map(|own| (own, index)));
            if let Some(above) = out.last_mut().filter(|_| !begins[index]) {
                self.cells(lista, riga, kind, above, raccolta);
                differs(lista, &lista.righe[first], riga, raccolta);
                continue;
            }
            first = index;
            let mut voci = Vec::new();
            self.cells(lista, riga, kind, &mut voci, raccolta);
            let name = id.map(|at| riga[at].clone()).filter(|text| !text.is_empty());
            // A record without a code is called by its place.
            let name = name.unwrap_or_else(|| (out.len() + 1).to_string());
            self.inside(lista, &name, raccolta, &mut voci);
            out.push(voci);
        }
        out
    }

    /// The records inside one.
    fn inside(&mut self, lista: &Lista, name: &str, raccolta: &mut Raccolta, voci: &mut Vec<Voce>) {
        let inner = self.inner.clone();
        let is_below = |own: &&Lista| own.via.starts_with(&lista.via) && own.via != lista.via;
        for own in inner.into_iter().filter(is_below) {
            let between = &own.via[lista.via.len()..own.via.len() - 1];
            let is_list = |upto: usize| {
                let path = own.via[..=lista.via.len() + upto].join(".");
                self.law.campo_al(&path).is_some_and(|campo| campo.forma.elenco)
            };
            if (0..between.len()).any(is_list) {
                continue;
            }
            let records = self.records(own, Some(name), raccolta);
            if records.is_empty() {
                continue;
            }
            let last = own.via.last().map_or("", String::as_str);
            let mut voce = Voce::certa(last, Valore::Elenco(records));
            for key in between.iter().rev() {
                voce = Voce::certa(key, Valore::Record(vec![voce]));
            }
            put(voci, voce);
        }
    }

    fn cells(
        &self,
        lista: &Lista,
        riga: &[String],
        kind: &Record,
        voci: &mut Vec<Voce>,
        raccolta: &mut Raccolta,
    ) {
        let mut own = Vec::new();
        for (text, (title, lettura)) in riga.iter().zip(&lista.colonne) {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            match lettura {
                Lettura::Certa(column) => {
                    let cell = in_cella(text, lettura, kind, self.law);
                    self.cell(column, &cell, kind, &mut own);
                }
                Lettura::Di => {}
                Lettura::Forse(_) | Lettura::Ignota => {
                    raccolta.scarta(&lista.luogo, &format!("colonna «{title}»"), text);
                }
            }
        }
        for voce in own {
            put(voci, voce);
        }
    }

    /// What a cell says of the record of its row.
    fn cell(&self, column: &Colonna, text: &str, kind: &Record, voci: &mut Vec<Voce>) {
        let Some(campo) = kind.campo(column.campo()) else { return };
        let inside = self.law.kind_of(campo);
        let of = |key: &str| inside.and_then(|kind| kind.campo(key));
        match column {
            Colonna::Campo(_) => put(voci, schede::voce(campo, text, self.law)),
            Colonna::Interno(key, inner) => {
                let Some(own) = of(inner) else { return };
                put(
                    voci,
                    Voce::certa(key, Valore::Record(vec![schede::voce(own, text, self.law)])),
                );
            }
            Colonna::Anno(key, [anno, valore], year) => {
                let Some(own) = of(valore) else { return };
                let anno = Voce::certa(anno, Valore::Letterale(year.to_string()));
                let record = vec![anno, schede::voce(own, text, self.law)];
                put(voci, Voce::certa(key, Valore::Elenco(vec![record])));
            }
            Colonna::Figlio(key, inner) => {
                let Some(inside) = inside else { return };
                // A row adds one record to a list: what its columns say goes to that.
                let at = voci.iter().position(|own| own.chiave == *key).unwrap_or_else(|| {
                    voci.push(Voce::certa(key, Valore::Elenco(vec![Vec::new()])));
                    voci.len() - 1
                });
                if let Valore::Elenco(records) = &mut voci[at].valore
                    && let Some(record) = records.last_mut()
                {
                    self.cell(inner, text, inside, record);
                }
            }
        }
    }
}

/// Says what a row that is more of a record says otherwise than its first row.
fn differs(lista: &Lista, first: &[String], riga: &[String], raccolta: &mut Raccolta) {
    for ((title, lettura), (before, text)) in lista.colonne.iter().zip(first.iter().zip(riga)) {
        let own = matches!(lettura, Lettura::Certa(column) if !column.is_figlio());
        if own && !text.trim().is_empty() && text.trim() != before.trim() {
            let why = format!("colonna «{title}», diversa nella prima riga dell’elemento");
            raccolta.scarta(&lista.luogo, &why, text);
        }
    }
}

/// Says which rows of an inner list belong to no record.
fn orphans(lista: &Lista, own: usize, used: &BTreeSet<(usize, usize)>, raccolta: &mut Raccolta) {
    for (index, riga) in lista.righe.iter().enumerate() {
        if !used.contains(&(own, index)) {
            let text: Vec<&str> =
                riga.iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
            raccolta.scarta(&lista.luogo, "riga di un elemento che non c’è", &text.join(" · "));
        }
    }
}

/// Puts a key among others: what it holds goes on with what the same key holds already.
fn put(voci: &mut Vec<Voce>, voce: Voce) {
    let Some(there) = voci.iter_mut().find(|own| own.chiave == voce.chiave) else {
        voci.push(voce);
        return;
    };
    match (&mut there.valore, voce.valore) {
        (Valore::Record(own), Valore::Record(more)) => {
            for voce in more {
                put(own, voce);
            }
        }
        (Valore::Elenco(own), Valore::Elenco(more)) => own.extend(more),
        _ => {}
    }
}

/// A cell as the form of its column wants it: several lines are items, paragraphs or one line.
pub(super) fn in_cella(text: &str, lettura: &Lettura, kind: &Record, law: &Law) -> String {
    let field = match lettura {
        Lettura::Certa(Colonna::Campo(key)) => kind.campo(key),
        Lettura::Certa(Colonna::Figlio(key, inner)) => {
            let inside = kind.campo(key).and_then(|campo| law.kind_of(campo));
            inside
                .and_then(|kind| kind.campo(inner.campo()))
                .filter(|own| inner.is_campo(&own.chiave))
        }
        _ => None,
    };
    let Some(campo) = field.filter(|_| text.contains('\n')) else {
        return text.trim().to_owned();
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    if campo.forma.elenco {
        return cella::list(lines);
    }
    if campo.forma.base == Base::Testo {
        return text.trim().to_owned();
    }
    lines.collect::<Vec<_>>().join(" ")
}
