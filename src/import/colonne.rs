//! Which list of a plan a table is: by the titles of its columns, by its name, by where it stands.

use super::brano::Tabella;
use crate::law::colonna::titolo;
use crate::law::{Base, Campo, Colonna, Law, Posto, Record};
use crate::suggest;

/// Rows among which a header is looked for.
const TESTATA: usize = 10;
/// What the name of a table says, in columns.
const NOME: usize = 6;
/// What the sub-section says in which a table stands, in columns.
const LUOGO: usize = 1;

/// What a column of a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lettura {
    /// It says this.
    Certa(Colonna),
    /// It may say this.
    Forse(Colonna),
    /// Which record of a list holds the row.
    Di,
    /// None of what the law names.
    Ignota,
}

/// A table that is a list of a plan.
#[derive(Debug, Clone)]
pub(super) struct Riconosciuta {
    /// The keys that lead to the list, the last its own.
    pub(super) via: Vec<String>,
    /// The row of its header.
    pub(super) testata: usize,
    /// What each column is.
    pub(super) colonne: Vec<Lettura>,
    punti: usize,
}

/// Where a table stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dove<'a> {
    /// The sub-section.
    pub(super) part: Option<usize>,
    /// The list that the heading above it names.
    pub(super) atteso: Option<&'a str>,
}

/// The lists of a plan, and what their columns are called.
pub(super) struct Liste<'a> {
    law: &'a Law,
    posti: Vec<Posto<'a>>,
}

impl<'a> Liste<'a> {
    pub(super) fn new(law: &'a Law) -> Self {
        let mut posti = law.posti();
        posti.retain(is_list);
        Self { law, posti }
    }

    /// The list that a table is; nothing when it is none, or may be several.
    pub(super) fn riconosci(&self, tabella: &Tabella, dove: Dove<'_>) -> Option<Riconosciuta> {
        let mut best: Option<Riconosciuta> = None;
        let mut tied = false;
        // A list inside a list of its own kind may be as deep as one wants: only its name says it.
        let deep = self.law.posto_al(&tabella.nome).filter(|_| tabella.nome.contains('.'));
        let deep =
            deep.filter(|own| self.posti.iter().all(|posto| posto.percorso() != own.percorso()));
        let deep = deep.filter(|own| is_list(own));
        for (row, testata) in tabella.righe.iter().enumerate().take(TESTATA) {
            for posto in self.posti.iter().chain(&deep) {
                let Some(own) = self.read(posto, &tabella.nome, row, testata, dove) else {
                    continue;
                };
                let before = best.as_ref().map_or(0, |best| best.punti);
                if own.punti > before {
                    (best, tied) = (Some(own), false);
                } else {
                    tied |= own.punti == before;
                }
            }
            if best.is_some() {
                break;
            }
        }
        best.filter(|_| !tied)
    }

    fn read(
        &self,
        posto: &Posto<'_>,
        nome: &str,
        row: usize,
        testata: &[String],
        dove: Dove<'_>,
    ) -> Option<Riconosciuta> {
        let campo = posto.campo();
        let kind = self.law.kind_of(campo)?;
        let path = posto.percorso();
        let is_exact = nome == path;
        let named = is_exact || self.is_called(campo, &path, nome) || dove.atteso == Some(&path);
        let holder = holder(posto);
        let mut colonne: Vec<Lettura> = Vec::new();
        for title in testata {
            let own = if holder.is_some_and(|own| titolo(title) == own.chiave) {
                Lettura::Di
            } else {
                self.column(title, kind)
            };
            // Two columns that say the same: the first does.
            let twice = matches!(&own, Lettura::Certa(_) | Lettura::Di) && colonne.contains(&own);
            colonne.push(if twice { Lettura::Ignota } else { own });
        }
        self.doubt_unnamed(kind, &mut colonne);
        let count = |test: fn(&Lettura) -> bool| colonne.iter().filter(|own| test(own)).count();
        let sure = count(|own| matches!(own, Lettura::Certa(_)));
        let maybe = count(|own| matches!(own, Lettura::Forse(_)));
        let titles = testata.iter().filter(|title| !title.trim().is_empty()).count();
        let said = |key: &str| {
            colonne.iter().any(|own| match own {
                Lettura::Certa(own) | Lettura::Forse(own) => own.campo() == key,
                _ => false,
            })
        };
        let needed = kind.campi.iter().filter(|own| own.obbligo && own.forma.base != Base::Id);
        let lacks = needed.filter(|own| !said(&own.chiave)).count();
        let held = holder.is_none() || colonne.contains(&Lettura::Di);
        let title_said = kind.titolo.is_empty() || said(&kind.titolo);
        let enough = if named {
            sure > 0
        } else {
            sure > 1 && (sure + maybe) * 2 >= titles && sure * 3 > titles
        };
        if !enough || !held || !title_said || (lacks > 0 && !named) {
            return None;
        }
        let top = &posto.via[0].chiave;
        let here = dove.part.is_some() && self.law.part_of(top) == dove.part;
        let punti = sure * 4
            + maybe
            + if is_exact {
                NOME * 8
            } else if named {
                NOME * 4
            } else {
                0
            }
            + if here { LUOGO * 4 } else { 0 }
            + usize::from(holder.is_some())
            - lacks.min(sure);
        let via = posto.via.iter().map(|own| own.chiave.clone()).collect();
        Some(Riconosciuta { via, testata: row, colonne, punti })
    }

    /// Columns of the records of a list are sure only beside that of their name.
    fn doubt_unnamed(&self, kind: &Record, colonne: &mut [Lettura]) {
        let read = colonne.to_vec();
        for lettura in colonne {
            let Lettura::Certa(own) = &*lettura else { continue };
            let Colonna::Figlio(key, _) = own else { continue };
            let name = kind.campo(key).and_then(|campo| self.law.kind_of(campo));
            let name = name.map_or("", |kind| kind.titolo.as_str());
            let named = |other: &Lettura| match other {
                Lettura::Certa(Colonna::Figlio(list, inner)) => list == key && inner.is_campo(name),
                _ => false,
            };
            if !name.is_empty() && !read.iter().any(named) {
                *lettura = Lettura::Forse(own.clone());
            }
        }
    }

    /// Whether a name is that of a list.
    fn is_called(&self, campo: &Campo, path: &str, nome: &str) -> bool {
        let key = titolo(nome);
        let others = self.law.importazione.titoli.get(path).into_iter().flatten();
        !key.is_empty()
            && [&campo.chiave, &campo.etichetta]
                .into_iter()
                .chain(others)
                .any(|own| titolo(own) == key)
    }

    /// What a column of a kind of record says.
    fn column(&self, title: &str, kind: &Record) -> Lettura {
        let key = titolo(title);
        if key.is_empty() {
            return Lettura::Ignota;
        }
        if let Some(own) = self.known(title, kind).or_else(|| self.figlio(title, kind)) {
            return Lettura::Certa(own);
        }
        let words: Vec<(String, &Campo)> = kind
            .campi
            .iter()
            .flat_map(|own| [(own.chiave.clone(), own), (titolo(&own.etichetta), own)])
            .collect();
        let near = suggest::nearest(&key, words.iter().map(|(word, _)| word.as_str()));
        let near = near.and_then(|near| words.iter().find(|(word, _)| word == near));
        let meant = self.law.sinonimo(title, kind).or(near.map(|(_, own)| *own));
        match meant.and_then(|campo| Colonna::of(campo, self.law)) {
            Some(own) => Lettura::Forse(own),
            None => Lettura::Ignota,
        }
    }

    /// The column that a title is sure to name.
    fn known(&self, title: &str, kind: &Record) -> Option<Colonna> {
        let key = titolo(title);
        let own = Colonna::read(title, kind, self.law);
        own.or_else(|| self.synonym(&key, kind)).or_else(|| self.year(&key, kind))
    }

    /// What a title says of the record that a row adds to a list, when one list alone has such a field: «Evento
    /// rischioso» among the columns of processes.
    fn figlio(&self, title: &str, kind: &Record) -> Option<Colonna> {
        let mut found = kind.campi.iter().filter(|campo| campo.forma.elenco).filter_map(|campo| {
            let own = self.known(title, self.law.kind_of(campo)?)?;
            (!own.is_figlio()).then(|| Colonna::Figlio(campo.chiave.clone(), Box::new(own)))
        });
        found.next().filter(|_| found.next().is_none())
    }

    fn synonym(&self, key: &str, kind: &Record) -> Option<Colonna> {
        kind.campi.iter().find_map(|campo| {
            let path = format!("{}.{}", kind.chiave, campo.chiave);
            let words = self.law.importazione.colonne.get(&path)?;
            let is_it = words.iter().any(|word| titolo(word) == key);
            is_it.then(|| Colonna::of(campo, self.law))?
        })
    }

    /// A year alone, where the record has one list by year.
    fn year(&self, key: &str, kind: &Record) -> Option<Colonna> {
        let bare = ["anno_", "valore_atteso_", "valore_target_"];
        let bare = bare.iter().find_map(|word| key.strip_prefix(word)).unwrap_or(key);
        let year = bare.parse().ok().filter(|year| (2000..2200).contains(year))?;
        let mut by_year = kind.campi.iter().filter_map(|own| Some((own, self.law.per_anno(own)?)));
        let (campo, keys) = by_year.next()?;
        let keys = keys.map(|own| own.chiave.clone());
        by_year.next().is_none().then(|| Colonna::Anno(campo.chiave.clone(), keys, year))
    }
}

fn is_list(posto: &Posto<'_>) -> bool {
    let forma = &posto.campo().forma;
    forma.elenco && matches!(forma.base, Base::Record(_))
}

/// The list whose records hold those at the end of a path.
fn holder<'a>(posto: &Posto<'a>) -> Option<&'a Campo> {
    posto.via[..posto.via.len() - 1].iter().rev().find(|own| own.forma.elenco).copied()
}
