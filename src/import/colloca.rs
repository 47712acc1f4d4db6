//! Each piece of a file in its place: headings open sub-sections and texts, paragraphs follow them,
//! tables are lists of the plan or stay in the text.

use std::mem;

use super::ambiti::apertura;
use super::brano::{Brano, Cosa, Paragrafo, Tabella, scampa};
use super::colonne::{Dove, Liste};
use super::raccolta::Raccolta;
use super::schede;
use super::titoli::{Contesto, Esito, Meta, Titoli, numero};
use crate::law::{Law, Sottosezione};

/// Letters of the longest heading that nobody called so.
const TITOLO: usize = 110;
/// Why something stands in no sub-section.
const PRIMA: &str = "viene prima del primo titolo riconosciuto";

/// A text on its way.
#[derive(Debug, Clone, Default)]
pub(super) struct Testo {
    /// The keys of the field, where they are sure.
    pub(super) path: Option<String>,
    /// The fields that it may be.
    pub(super) forse: Vec<String>,
    /// The sub-section, by its place in the law.
    pub(super) part: Option<usize>,
    /// The heading that opened it.
    pub(super) titolo: String,
    /// Where it was.
    pub(super) luogo: String,
    /// Its paragraphs, and whether each stands close to the one before it.
    pub(super) blocchi: Vec<(String, bool)>,
    /// The name of the file that it was whole, where it was one.
    pub(super) file: Option<String>,
    /// Whether nobody knows what its heading opens.
    pub(super) ignoto: bool,
    /// How deep the heading is.
    pub(super) livello: usize,
}

impl Testo {
    /// The text as Markdown writes it.
    pub(super) fn markdown(&self) -> String {
        let mut out = String::new();
        for (index, (text, close)) in self.blocchi.iter().enumerate() {
            let was_item = index > 0 && self.blocchi[index - 1].1;
            if index > 0 {
                out.push_str(if *close && was_item { "\n" } else { "\n\n" });
            }
            out += text;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}

/// Who puts pieces in their places.
pub(super) struct Colloca<'a, 'b> {
    law: &'a Law,
    titoli: &'b Titoli<'a>,
    liste: &'b Liste<'a>,
    raccolta: &'b mut Raccolta,
    part: Option<usize>,
    livello: usize,
    gruppo: Option<String>,
    atteso: Option<String>,
    /// The heading of a list, which is said in the text if a text follows it.
    sospeso: Option<(usize, usize, String)>,
    testo: Option<Testo>,
    /// A heading below which nothing is of the plan.
    scarto: Option<usize>,
    /// Whether the document numbers its parts in another way than the law: a number alone says nothing.
    rinumerato: bool,
}

impl<'a, 'b> Colloca<'a, 'b> {
    pub(super) fn new(
        law: &'a Law,
        titoli: &'b Titoli<'a>,
        liste: &'b Liste<'a>,
        raccolta: &'b mut Raccolta,
    ) -> Self {
        Self {
            law,
            titoli,
            liste,
            raccolta,
            part: None,
            livello: 0,
            gruppo: None,
            atteso: None,
            sospeso: None,
            testo: None,
            scarto: None,
            rinumerato: false,
        }
    }

    /// Puts the pieces of a file.
    pub(super) fn all(mut self, brani: Vec<Brano>) {
        for Brano { luogo, cosa } in brani {
            match cosa {
                Cosa::Titolo(livello, titolo) => self.titolo(livello, &titolo, &luogo),
                Cosa::Testo(paragrafo) => match self.is_titolo(&paragrafo) {
                    Some(livello) => self.titolo(livello, &paragrafo.parole, &luogo),
                    None => self.paragrafo(paragrafo, &luogo),
                },
                Cosa::Tabella(tabella) => self.tabella(tabella, &luogo),
                Cosa::Scarto(why, testo) => self.raccolta.scarta(&luogo, why, &testo),
            }
        }
        self.shut();
    }

    /// How deep a heading is that nobody called so: one that the law knows, by its number or its look.
    fn is_titolo(&self, paragrafo: &Paragrafo) -> Option<usize> {
        let Paragrafo { parole, voce, grassetto, .. } = paragrafo;
        if *voce || parole.chars().count() > TITOLO || parole.ends_with(['.', ';', ',']) {
            return None;
        }
        let (number, rest) = numero(parole);
        let announced = rest.len() < parole.trim().len();
        let is_upper = parole.chars().any(char::is_alphabetic) && *parole == parole.to_uppercase();
        if !(announced || *grassetto || is_upper) {
            return None;
        }
        let depth = number.split('.').filter(|piece| !piece.is_empty()).count();
        let livello = if depth > 0 { depth } else { self.livello + 1 };
        let contesto = self.contesto(livello);
        match self.titoli.cerca(rest, contesto) {
            Esito::Certo(_) => Some(livello),
            _ if rest.is_empty() && depth == 1 => Some(1),
            _ => None,
        }
    }

    fn contesto(&self, livello: usize) -> Contesto<'_> {
        let dentro = self.part.is_some() && livello > self.livello;
        Contesto { part: self.part, gruppo: self.gruppo.as_deref(), dentro }
    }

    fn titolo(&mut self, livello: usize, titolo: &str, luogo: &str) {
        if titolo.trim().is_empty() {
            return;
        }
        if self.scarto.is_some_and(|own| livello > own) {
            self.raccolta.scarta(luogo, "sta in una parte che non è del piano", titolo);
            return;
        }
        (self.scarto, self.sospeso) = (None, None);
        let (number, rest) = numero(titolo);
        let esito = self.titoli.cerca(rest, self.contesto(livello));
        match esito {
            Esito::Certo(meta) => {
                if let Meta::Sottosezione(part) = &meta {
                    let own = &self.law.sottosezioni[*part].numero;
                    self.rinumerato |= number.contains('.') && number != *own;
                }
                self.apre(meta, livello, titolo, luogo);
            }
            Esito::Incerto(many) => {
                self.shut();
                let forse: Vec<String> = many.iter().filter_map(path_of).collect();
                let part = many.iter().find_map(Meta::part);
                self.apre_incerto(forse, part, livello, titolo, luogo);
            }
            Esito::Ignoto => self.ignoto(&number, livello, titolo, luogo),
        }
    }

    fn apre(&mut self, meta: Meta, livello: usize, titolo: &str, luogo: &str) {
        let name = |part: usize| {
            let own = &self.law.sottosezioni[part];
            format!("{} {}", own.numero, own.titolo).trim().to_owned()
        };
        let report = |raccolta: &mut Raccolta, dove: String| {
            raccolta.resoconto.capisce(luogo, format!("titolo «{titolo}»"), dove);
        };
        if meta != Meta::DaParte {
            self.atteso = None;
        }
        match meta {
            Meta::DaParte => {
                self.shut();
                self.scarto = Some(livello);
                self.raccolta.scarta(luogo, "non è una parte del piano", titolo);
            }
            Meta::Sezione => {
                self.shut();
                (self.part, self.gruppo, self.livello) = (None, None, livello);
                self.apre_incerto(Vec::new(), None, livello, titolo, luogo);
                if let Some(testo) = &mut self.testo {
                    testo.ignoto = false;
                }
                report(self.raccolta, "una delle quattro sezioni".into());
            }
            Meta::Sottosezione(part) => {
                self.shut();
                report(self.raccolta, name(part));
                (self.part, self.gruppo, self.livello) = (Some(part), None, livello);
                self.testo = Some(self.inizio(part, None, livello, titolo, luogo));
            }
            Meta::Gruppo(part, path) => {
                self.shut();
                report(self.raccolta, format!("{}, {path}", name(part)));
                self.enter(part, livello);
                self.testo = Some(self.inizio(part, Some(&path), livello, titolo, luogo));
                self.gruppo = Some(path);
            }
            Meta::Testo(part, path) => {
                self.shut();
                report(self.raccolta, format!("{}, {path}", name(part)));
                self.enter(part, livello);
                self.testo = Some(Testo {
                    path: Some(path),
                    part: Some(part),
                    titolo: titolo.into(),
                    luogo: luogo.into(),
                    livello,
                    ..Testo::default()
                });
            }
            Meta::Elenco(part, path) => {
                report(self.raccolta, format!("{}, {path}", name(part)));
                if self.part != Some(part) {
                    self.shut();
                    self.testo = Some(self.inizio(part, None, livello, titolo, luogo));
                }
                self.enter(part, livello);
                self.atteso = Some(path);
                self.sospeso = Some((part, livello, titolo.into()));
            }
        }
    }

    /// Goes into a sub-section, unless it is the one where everything is already.
    fn enter(&mut self, part: usize, livello: usize) {
        if self.part != Some(part) {
            (self.part, self.gruppo, self.livello) = (Some(part), None, livello.saturating_sub(1));
        }
    }

    /// The text that opens a sub-section, or a record of it.
    fn inizio(
        &self,
        part: usize,
        gruppo: Option<&str>,
        livello: usize,
        titolo: &str,
        luogo: &str,
    ) -> Testo {
        let own = &self.law.sottosezioni[part].chiave;
        let path = apertura(self.law, part, gruppo.or(Some(own)));
        let path = path.or_else(|| apertura(self.law, part, None).filter(|_| gruppo.is_none()));
        let forse = if path.is_some() {
            None
        } else {
            self.law.importazione.apertura.get(gruppo.unwrap_or(own)).cloned()
        };
        Testo {
            path,
            forse: forse.into_iter().collect(),
            part: Some(part),
            titolo: titolo.into(),
            luogo: luogo.into(),
            livello,
            ..Testo::default()
        }
    }

    /// A heading that the law does not know.
    fn ignoto(&mut self, number: &str, livello: usize, titolo: &str, luogo: &str) {
        let is_it = |own: &Sottosezione| !number.is_empty() && own.numero == number;
        let by_number = self.law.sottosezioni.iter().position(is_it);
        let by_number = by_number.filter(|_| !self.rinumerato);
        if let Some(part) = self.part.filter(|_| livello > self.livello) {
            self.resta(part, livello, titolo, luogo);
            return;
        }
        self.shut();
        (self.gruppo, self.atteso) = (None, None);
        (self.part, self.livello) = (by_number, livello);
        let forse = by_number.and_then(|part| self.inizio(part, None, livello, titolo, luogo).path);
        self.apre_incerto(forse.into_iter().collect(), by_number, livello, titolo, luogo);
    }

    /// A heading inside a sub-section that opens nothing of its own: it stays in its text.
    fn resta(&mut self, part: usize, livello: usize, titolo: &str, luogo: &str) {
        let above = self.testo.as_ref().map(|own| own.livello);
        if above.is_none_or(|own| own >= livello) {
            self.shut();
            let gruppo = self.gruppo.clone();
            let mut testo = self.inizio(part, gruppo.as_deref(), self.livello, titolo, luogo);
            testo.livello = livello.saturating_sub(1);
            self.testo = Some(testo);
        }
        if let Some(testo) = &mut self.testo {
            let signs = "#".repeat((livello - testo.livello.min(livello - 1)).clamp(1, 6));
            // The document numbers its own parts.
            let (_, rest) = numero(titolo);
            let rest = if rest.is_empty() { titolo } else { rest };
            testo.blocchi.push((format!("{signs} {}", scampa(rest)), false));
            let che = format!("titolo «{titolo}»");
            self.raccolta.resoconto.capisce(luogo, che, "resta nel testo");
        }
    }

    fn apre_incerto(
        &mut self,
        forse: Vec<String>,
        part: Option<usize>,
        livello: usize,
        titolo: &str,
        luogo: &str,
    ) {
        self.testo = Some(Testo {
            path: None,
            forse,
            part,
            titolo: titolo.into(),
            luogo: luogo.into(),
            ignoto: true,
            livello,
            ..Testo::default()
        });
    }

    fn paragrafo(&mut self, paragrafo: Paragrafo, luogo: &str) {
        if self.scarto.is_some() {
            self.raccolta.scarta(luogo, "sta in una parte che non è del piano", &paragrafo.parole);
            return;
        }
        if let Some((part, livello, titolo)) = self.sospeso.take() {
            self.resta(part, livello, &titolo, luogo);
        }
        match &mut self.testo {
            Some(testo) => testo.blocchi.push((paragrafo.markdown, paragrafo.voce)),
            None => self.raccolta.scarta(luogo, PRIMA, &paragrafo.parole),
        }
    }

    fn tabella(&mut self, tabella: Tabella, luogo: &str) {
        for nota in &tabella.note {
            self.raccolta.resoconto.lascia(luogo, nota.as_str(), "");
        }
        if self.law.importazione.da_parte.contains(&tabella.nome.to_lowercase()) {
            self.raccolta.resoconto.lascia(luogo, "non è una parte del piano", "");
            return;
        }
        if schede::leggi(&tabella, self.part, self.law, luogo, self.raccolta) {
            return;
        }
        let dove = Dove { part: self.part, atteso: self.atteso.as_deref() };
        match self.liste.riconosci(&tabella, dove) {
            Some(own) => self.raccolta.lista(&own, tabella, luogo, self.law),
            None if tabella.nome.is_empty() => {
                let markdown = tabella.markdown();
                self.raccolta.resoconto.capisce(
                    luogo,
                    "tabella che non è un elenco del piano",
                    "resta nel testo",
                );
                let cells: Vec<&str> = tabella.righe.iter().flatten().map(String::as_str).collect();
                let paragrafo =
                    Paragrafo { markdown, parole: cells.join(" "), ..Paragrafo::default() };
                self.paragrafo(paragrafo, luogo);
            }
            None => self.raccolta.sconosciuta(tabella, luogo),
        }
    }

    /// Ends the text that is open.
    fn shut(&mut self) {
        let Some(testo) = mem::take(&mut self.testo) else { return };
        if !testo.blocchi.is_empty() {
            self.raccolta.testo(testo);
        } else if testo.ignoto {
            self.raccolta.scarta(
                &testo.luogo,
                "titolo non riconosciuto, senza testo",
                &testo.titolo,
            );
        }
    }
}

fn path_of(meta: &Meta) -> Option<String> {
    match meta {
        Meta::Testo(_, path) | Meta::Gruppo(_, path) | Meta::Elenco(_, path) => Some(path.clone()),
        Meta::Sezione | Meta::Sottosezione(_) | Meta::DaParte => None,
    }
}
