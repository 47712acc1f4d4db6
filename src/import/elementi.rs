//! The records of a list that holds other lists: each row a record, with those that belong to it.

use std::collections::BTreeSet;

use super::colonne::Lettura;
use super::raccolta::{Lista, Raccolta};
use super::schede;
use super::voci::{Valore, Voce, stringa};
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
        let code = missing_code(lista, kind);
        let id = kind.campi.iter().find(|own| own.forma.base == Base::Id);
        let id = id.and_then(|own| lista.colonna(&own.chiave));
        let of = lista.posto(&Lettura::Di);
        let own_index = self.inner.iter().position(|own| own.via == lista.via);
        let mut out = Vec::new();
        for (index, riga) in lista.righe.iter().enumerate() {
            if di.is_some() && of.map(|at| riga[at].as_str()) != di {
                continue;
            }
            self.used.extend(own_index.map(|own| (own, index)));
            let mut voci = Vec::new();
            if let Some((key, stem)) = &code {
                let value = Valore::Letterale(stringa(&format!("{stem}-{:02}", index + 1)));
                voci.push(Voce::certa(key, value));
            }
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
        &mut self,
        lista: &Lista,
        riga: &[String],
        kind: &Record,
        voci: &mut Vec<Voce>,
        raccolta: &mut Raccolta,
    ) {
        for (text, (title, lettura)) in riga.iter().zip(&lista.colonne) {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let column = match lettura {
                Lettura::Certa(own) if !own.is_figlio() => own,
                Lettura::Di => continue,
                Lettura::Certa(_) | Lettura::Forse(_) | Lettura::Ignota => {
                    raccolta.scarta(&lista.luogo, &format!("colonna «{title}»"), text);
                    continue;
                }
            };
            let Some(campo) = kind.campo(column.campo()) else { continue };
            let cell = in_cella(text, lettura, kind);
            let inside = |key: &str| self.law.kind_of(campo).and_then(|kind| kind.campo(key));
            match column {
                Colonna::Campo(_) | Colonna::Figlio(..) => {
                    put(voci, schede::voce(campo, &cell, self.law));
                }
                Colonna::Interno(key, inner) => {
                    let Some(own) = inside(inner) else { continue };
                    put(
                        voci,
                        Voce::certa(key, Valore::Record(vec![schede::voce(own, &cell, self.law)])),
                    );
                }
                Colonna::Anno(key, [anno, valore], year) => {
                    let Some(own) = inside(valore) else { continue };
                    let anno = Voce::certa(anno, Valore::Letterale(year.to_string()));
                    let record = vec![anno, schede::voce(own, &cell, self.law)];
                    put(voci, Voce::certa(key, Valore::Elenco(vec![record])));
                }
            }
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

/// The field of the code that a list needs and has no column for, and the stem of its codes.
pub(super) fn missing_code(lista: &Lista, kind: &Record) -> Option<(String, String)> {
    let own = kind.campi.iter().find(|own| own.forma.base == Base::Id && own.obbligo)?;
    let words = kind.chiave.split('_').map(|word| word.chars().take(3).collect::<String>());
    let stem = words.collect::<Vec<_>>().join("-").to_uppercase();
    lista.colonna(&own.chiave).is_none().then(|| (own.chiave.clone(), stem))
}

/// A cell as the form of its column wants it: several lines are items, paragraphs or one line.
pub(super) fn in_cella(text: &str, lettura: &Lettura, kind: &Record) -> String {
    let Lettura::Certa(Colonna::Campo(key)) = lettura else { return text.trim().to_owned() };
    let Some(campo) = kind.campo(key).filter(|_| text.contains('\n')) else {
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
