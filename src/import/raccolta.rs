//! What was found in the files of an office, each thing with the place that it has in a plan.

use super::brano::Tabella;
use super::colloca::Testo;
use super::colonne::{Lettura, Riconosciuta};
use super::resoconto::Resoconto;
use super::voci::Voce;
use crate::fogli::lettere;
use crate::law::colonna::titolo;
use crate::law::{Colonna, Law};

/// What the first cell of the last row says of one that sums up the others.
const TOTALE: &[&str] = &["totale", "totali", "totale_generale", "totale_complessivo"];

/// Everything that was found.
#[derive(Debug, Default)]
pub(super) struct Raccolta {
    pub(super) testi: Vec<Testo>,
    pub(super) liste: Vec<Lista>,
    /// Tables that are no list of a plan, and where they were.
    pub(super) sconosciute: Vec<(Tabella, String)>,
    /// Single values: the keys of the record, and what it says.
    pub(super) valori: Vec<(String, Voce)>,
    /// The first of the three years, where a file says them.
    pub(super) inizio: Option<i16>,
    pub(super) resoconto: Resoconto,
}

/// A list of records.
#[derive(Debug)]
pub(super) struct Lista {
    /// The keys that lead to it, the last its own.
    pub(super) via: Vec<String>,
    /// Where it was.
    pub(super) luogo: String,
    /// The columns, each with its title.
    pub(super) colonne: Vec<(String, Lettura)>,
    pub(super) righe: Vec<Vec<String>>,
    /// Whether its codes are ours.
    pub(super) numerata: bool,
}

impl Lista {
    pub(super) fn path(&self) -> String {
        self.via.join(".")
    }

    /// The place of the column that says something.
    pub(super) fn posto(&self, wanted: &Lettura) -> Option<usize> {
        self.colonne.iter().position(|(_, own)| own == wanted)
    }

    /// Adds the rows of another table of the same list.
    fn unisci(&mut self, other: Self) {
        let mut at = Vec::new();
        for (name, lettura) in other.colonne {
            let same = |(own, read): &(String, Lettura)| match &lettura {
                Lettura::Certa(_) | Lettura::Di => *read == lettura,
                _ => titolo(own) == titolo(&name),
            };
            let found = self.colonne.iter().position(same);
            at.push(found.unwrap_or_else(|| {
                self.colonne.push((name.clone(), lettura.clone()));
                self.colonne.len() - 1
            }));
        }
        let width = self.colonne.len();
        for riga in other.righe {
            let mut own = vec![String::new(); width];
            for (cell, at) in riga.into_iter().zip(&at) {
                own[*at] = cell;
            }
            self.righe.push(own);
        }
        self.righe.iter_mut().for_each(|riga| riga.resize(width, String::new()));
        self.luogo = format!("{}; {}", self.luogo, other.luogo);
    }
}

impl Raccolta {
    /// Leaves something aside.
    pub(super) fn scarta(&mut self, luogo: &str, why: &str, testo: &str) {
        self.inizio = self.inizio.or_else(|| triennio(testo));
        self.resoconto.lascia(luogo, why, testo);
    }

    /// Takes a text; one of a field that has one already goes on with it.
    pub(super) fn testo(&mut self, testo: Testo) {
        let same = |own: &&mut Testo| own.path.is_some() && own.path == testo.path;
        match self.testi.iter_mut().find(same) {
            Some(own) => {
                own.blocchi.extend(testo.blocchi);
                if own.luogo != testo.luogo {
                    own.luogo = format!("{}; {}", own.luogo, testo.luogo);
                }
            }
            None => self.testi.push(testo),
        }
    }

    /// Takes a table that is a list of the plan.
    pub(super) fn lista(&mut self, own: &Riconosciuta, tabella: Tabella, luogo: &str, law: &Law) {
        let mut righe = tabella.righe;
        let mut below = righe.split_off(own.testata);
        for riga in righe {
            let text: Vec<&str> =
                riga.iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
            self.scarta(luogo, "sta sopra l’intestazione della tabella", &text.join(" · "));
        }
        let testata = below.remove(0);
        if let Some(total) = below.pop_if(|riga| is_total(riga)) {
            let text: Vec<&str> =
                total.iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
            self.scarta(luogo, "riga di totale: le somme le fa il documento", &text.join(" · "));
        }
        let colonne = testata.iter().zip(&own.colonne).enumerate().map(|(at, (title, lettura))| {
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let name =
                if title.is_empty() { format!("Colonna {}", lettere(number)) } else { title };
            (name, lettura.clone())
        });
        let mut lista = Lista {
            via: own.via.clone(),
            luogo: luogo.into(),
            colonne: colonne.collect(),
            righe: below,
            numerata: false,
        };
        lista.drop_empty();
        self.report(&lista, law);
        match self.liste.iter_mut().find(|other| other.via == lista.via) {
            Some(other) => other.unisci(lista),
            None => self.liste.push(lista),
        }
    }

    fn report(&mut self, lista: &Lista, law: &Law) {
        let label = law.campo_al(&lista.path()).map_or("", |campo| campo.etichetta.as_str());
        let count = lista.righe.len();
        let rows = if count == 1 { "una riga".to_owned() } else { format!("{count} righe") };
        self.resoconto.capisce(&lista.luogo, format!("tabella di {rows}: {label}"), lista.path());
        for (title, lettura) in &lista.colonne {
            match lettura {
                Lettura::Forse(own) => {
                    self.resoconto.dubita(&lista.luogo, format!("colonna «{title}»"), own.nome());
                }
                Lettura::Ignota => {
                    let che =
                        format!("colonna «{title}»: resta nel file della tabella, e non si legge");
                    self.resoconto.lascia(&lista.luogo, che, "");
                }
                Lettura::Certa(own) if titolo(title) != titolo(&own.nome()) => {
                    self.resoconto.capisce(&lista.luogo, format!("colonna «{title}»"), own.nome());
                }
                Lettura::Certa(_) | Lettura::Di => {}
            }
        }
    }

    /// Takes a table that is no list of the plan.
    pub(super) fn sconosciuta(&mut self, tabella: Tabella, luogo: &str) {
        self.sconosciute.push((tabella, luogo.into()));
    }
}

impl Lista {
    /// Takes out the columns that say nothing and are of nothing.
    fn drop_empty(&mut self) {
        let is_left = |at: usize| {
            let said = self.righe.iter().any(|riga| !riga[at].trim().is_empty());
            said || !matches!(self.colonne[at].1, Lettura::Ignota | Lettura::Forse(_))
        };
        let left: Vec<usize> = (0..self.colonne.len()).filter(|at| is_left(*at)).collect();
        self.colonne = left.iter().map(|at| self.colonne[*at].clone()).collect();
        for riga in &mut self.righe {
            *riga = left.iter().map(|at| riga[*at].clone()).collect();
        }
    }

    /// Whether rows that together are one record add to its lists.
    pub(super) fn has_figli(&self) -> bool {
        let is_figlio =
            |lettura: &Lettura| matches!(lettura, Lettura::Certa(own) if own.is_figlio());
        self.colonne.iter().any(|(_, lettura)| is_figlio(lettura))
    }

    /// The column of a field of the record.
    pub(super) fn colonna(&self, chiave: &str) -> Option<usize> {
        self.posto(&Lettura::Certa(Colonna::Campo(chiave.into())))
    }
}

fn is_total(riga: &[String]) -> bool {
    let first = riga.iter().find(|cell| !cell.trim().is_empty());
    first.is_some_and(|first| TOTALE.contains(&titolo(first).as_str()))
}

/// The first of three years that a text names together: «2027-2029».
pub(super) fn triennio(testo: &str) -> Option<i16> {
    let numbers: Vec<&str> = testo.split(|c: char| !c.is_ascii_digit()).collect();
    let mut years = numbers.iter().filter(|word| !word.is_empty());
    let mut before: Option<i16> = None;
    years.find_map(|word| {
        let year = word.parse::<i16>().ok().filter(|_| word.len() == 4 && word.starts_with("20"));
        let first = before.filter(|first| year == Some(first + 2));
        before = year;
        first
    })
}

#[cfg(test)]
mod tests {
    use super::triennio;

    #[test]
    fn three_years_are_read_where_they_are_named_together() {
        assert_eq!(triennio("Piano integrato 2027-2029"), Some(2027));
        assert_eq!(triennio("PIAO 2027 – 2029, D.L. 80/2021"), Some(2027));
        assert_eq!(triennio("D.L. 80/2021, L. 113/2021"), None);
    }
}
