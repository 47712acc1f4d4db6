//! The plan that was found, as files: texts in Markdown, lists in CSV, everything else in TOML.

use std::collections::BTreeSet;

use csv::WriterBuilder;

use super::brano::Tabella;
use super::colloca::Testo;
use super::colonne::Lettura;
use super::elementi::{self, in_cella};
use super::gruppi;
use super::raccolta::{Lista, Raccolta};
use super::titoli::numero;
use super::voci::{self, Valore, commento, stringa};
use crate::law::{Base, Law};
use crate::scaffold::Scritto;
use crate::valori::cella;

/// The folder of the texts.
const TESTI: &str = "testi";
/// The folder of the tables.
const DATI: &str = "dati";
/// Below both, what nobody knows the place of.
const INCERTI: &str = "da-collocare";
/// Letters of the longest name of a file.
const NOME: usize = 60;

/// The files that stand beside the TOML, and what the TOML says.
pub(super) struct Assemblato {
    pub(super) files: Vec<(String, Vec<u8>)>,
    pub(super) scritto: Scritto,
}

/// Makes the files of what was found.
pub(super) fn assembla(raccolta: &mut Raccolta, law: &Law) -> Assemblato {
    let mut own =
        Assembla { law, files: Vec::new(), nomi: BTreeSet::new(), scritto: Scritto::default() };
    for (path, voce) in std::mem::take(&mut raccolta.valori) {
        let mut line = String::new();
        let text = voci::in_riga(&voce.valore).unwrap_or_default();
        voci::riga(&voce, &text, &mut line);
        own.scritto.riga(&format!("{path}.{}", voce.chiave), &line);
    }
    for testo in std::mem::take(&mut raccolta.testi) {
        own.testo(&testo, raccolta);
    }
    let mut liste = std::mem::take(&mut raccolta.liste);
    for lista in &mut liste {
        let path = lista.path();
        let Some(kind) = law.campo_al(&path).and_then(|campo| law.kind_of(campo)) else { continue };
        for (key, stem) in gruppi::numera(lista, kind, law) {
            let che = format!("codici dati da piao: {stem}-01 e così via");
            raccolta.resoconto.capisce(&lista.luogo, che, format!("{path}.{key}"));
        }
    }
    for lista in &liste {
        own.lista(lista, &liste, raccolta);
    }
    for (tabella, luogo) in std::mem::take(&mut raccolta.sconosciute) {
        own.sconosciuta(&tabella, &luogo, raccolta);
    }
    Assemblato { files: own.files, scritto: own.scritto }
}

struct Assembla<'a> {
    law: &'a Law,
    files: Vec<(String, Vec<u8>)>,
    nomi: BTreeSet<String>,
    scritto: Scritto,
}

impl Assembla<'_> {
    /// A name that no other file has.
    fn nome(&mut self, folder: &str, stem: &str, kind: &str) -> String {
        let mut name = format!("{folder}/{stem}.{kind}");
        let mut count = 1;
        while !self.nomi.insert(name.to_lowercase()) {
            count += 1;
            name = format!("{folder}/{stem}-{count}.{kind}");
        }
        name
    }

    fn part_file(&self, part: Option<usize>) -> &str {
        // The act comes first, and holds what has no sub-section.
        self.law.sottosezioni.get(part.unwrap_or(0)).map_or("piao.toml", |own| own.file.as_str())
    }

    fn testo(&mut self, testo: &Testo, raccolta: &mut Raccolta) {
        let Testo { path, forse, part, titolo, luogo, .. } = testo;
        let folder = if path.is_some() { TESTI.into() } else { format!("{TESTI}/{INCERTI}") };
        let stem = match (&testo.file, path) {
            (Some(file), _) => file.clone(),
            (None, Some(path)) => {
                let number = part.map_or("", |part| self.law.sottosezioni[part].numero.as_str());
                let key = path.rsplit('.').next().unwrap_or(path).replace('_', "-");
                format!("{number}-{key}").trim_matches('-').to_owned()
            }
            (None, None) => slug(numero(titolo).1),
        };
        let name = self.nome(&folder, &stem, "md");
        let value = format!("{{ file = \"{name}\" }}");
        self.files.push((name.clone(), testo.markdown().into_bytes()));
        let key = |path: &str| path.rsplit('.').next().unwrap_or(path).to_owned();
        if let Some(path) = path {
            self.scritto.riga(path, &format!("{} = {value}\n", key(path)));
            raccolta.resoconto.capisce(luogo, format!("testo sotto «{titolo}», in {name}"), path);
            return;
        }
        let said = format!("«{titolo}» ({luogo})");
        raccolta.resoconto.dubita(
            luogo,
            format!("testo sotto «{titolo}», in {name}"),
            if forse.is_empty() {
                "una sottosezione libera?".into()
            } else {
                format!("{}?", forse.join(" o "))
            },
        );
        let own = forse.iter().find(|path| {
            let is_text =
                self.law.campo_al(path).is_some_and(|campo| campo.forma.base == Base::Testo);
            is_text && !self.scritto.dice(path)
        });
        if let Some(path) = own.cloned() {
            let others: Vec<&str> =
                forse.iter().filter(|own| **own != path).map(String::as_str).collect();
            let others = if others.is_empty() {
                String::new()
            } else {
                format!(", o {}", others.join(", o "))
            };
            let line = format!("# {} = {value}  # forse{others}: era sotto {said}\n", key(&path));
            self.scritto.riga(&path, &line);
            return;
        }
        let file = self.part_file(*part).to_owned();
        let after = part.map(|part| format!("dopo = \"{}\"\n", self.law.sottosezioni[part].chiave));
        let after = after.filter(|_| part.is_some_and(|part| part > 0)).unwrap_or_default();
        let block = format!(
            "Da collocare: era sotto {said}. Se è una parte a sé, in piao.toml:\n\
             [[sottosezioni_libere]]\n{after}titolo = {}\ntesto = {value}",
            stringa(titolo)
        );
        self.scritto.sciolta(&file, &commento(&block));
    }

    fn lista(&mut self, lista: &Lista, all: &[Lista], raccolta: &mut Raccolta) {
        let path = lista.path();
        let is_list = |upto: usize| {
            self.law.campo_al(&lista.via[..=upto].join(".")).is_some_and(|own| own.forma.elenco)
        };
        let holder = (0..lista.via.len() - 1).rev().find(|upto| is_list(*upto));
        if let Some(upto) = holder {
            let held = all.iter().any(|own| own.via == lista.via[..=upto]);
            if !held {
                let holder = lista.via[..=upto].join(".");
                let righe = [lista.colonne.iter().map(|(name, _)| name.clone()).collect()]
                    .into_iter()
                    .chain(lista.righe.iter().cloned());
                let mut tabella = Tabella::new(&path, righe.collect());
                tabella.note = vec![format!("è di «{holder}», che non c’è tra i file importati")];
                self.sconosciuta(&tabella, &lista.luogo, raccolta);
            }
            return;
        }
        let is_inner =
            |own: &&Lista| own.via.len() > lista.via.len() && own.via.starts_with(&lista.via);
        let inner: Vec<&Lista> = all.iter().filter(is_inner).collect();
        if inner.is_empty() {
            self.csv(lista, raccolta);
        } else {
            let records = elementi::records(lista, inner, self.law, raccolta);
            let mut text = String::new();
            voci::blocchi(&path, &Valore::Elenco(records), &mut text);
            self.scritto.blocchi(&path, &text);
        }
    }

    /// A list as a CSV, its columns called as the law calls them.
    fn csv(&mut self, lista: &Lista, raccolta: &mut Raccolta) {
        let path = lista.path();
        let Some(kind) = self.law.campo_al(&path).and_then(|campo| self.law.kind_of(campo)) else {
            return;
        };
        let head = lista.colonne.iter().map(|(title, lettura)| match lettura {
            Lettura::Certa(own) => own.nome(),
            _ => title.clone(),
        });
        let head: Vec<String> = head.collect();
        let mut writer = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        let mut written = writer.write_record(&head);
        for riga in &lista.righe {
            let cells = riga
                .iter()
                .zip(&lista.colonne)
                .map(|(text, (_, lettura))| cella::write(&in_cella(text, lettura, kind, self.law)));
            let cells: Vec<String> = cells.collect();
            written = written.and_then(|()| writer.write_record(&cells));
        }
        let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
        let name = self.nome(DATI, &path.replace('_', "-"), "csv");
        self.files.push((name.clone(), bytes));
        self.key(&path, &name, lista);
        raccolta.resoconto.capisce(&lista.luogo, format!("le righe stanno in {name}"), path);
    }

    /// The key of a list that stands in a file, with what is to be said of its columns.
    fn key(&mut self, path: &str, name: &str, lista: &Lista) {
        let mut aside = Vec::new();
        let mut maybe = Vec::new();
        for (title, lettura) in &lista.colonne {
            match lettura {
                Lettura::Forse(own) => {
                    maybe.push(format!("{} = \"{}\"", stringa(title), own.nome()));
                    aside.push(format!("{} = \"\"", stringa(title)));
                }
                Lettura::Ignota | Lettura::Di => aside.push(format!("{} = \"\"", stringa(title))),
                Lettura::Certa(_) => {}
            }
        }
        let mut line = String::new();
        if !maybe.is_empty() {
            line += &format!(
                "# Colonne che forse si leggono: scrivi nella riga che segue, al posto di \"\", {}\n",
                maybe.join(", ")
            );
        }
        let key = path.rsplit('.').next().unwrap_or(path);
        let colonne = match aside.as_slice() {
            [] => String::new(),
            all => format!(", colonne = {{ {} }}", all.join(", ")),
        };
        line += &format!("{key} = {{ file = \"{name}\"{colonne} }}\n");
        self.scritto.riga(path, &line);
    }

    fn sconosciuta(&mut self, tabella: &Tabella, luogo: &str, raccolta: &mut Raccolta) {
        let mut writer = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        let rows = tabella.righe.iter();
        let written =
            rows.map(|riga| writer.write_record(riga.iter().map(|cell| cella::write(cell))));
        let written: Result<Vec<()>, csv::Error> = written.collect();
        let bytes = written.ok().and_then(|_| writer.into_inner().ok()).unwrap_or_default();
        let name = self.nome(&format!("{DATI}/{INCERTI}"), &slug(&tabella.nome), "csv");
        self.files.push((name.clone(), bytes));
        let why =
            tabella.note.last().map_or("le colonne non dicono quale elenco è", String::as_str);
        let text = format!("Da collocare: una tabella di {luogo}, in {name}: {why}.");
        let file = self.part_file(None).to_owned();
        self.scritto.sciolta(&file, &commento(&text));
        raccolta.resoconto.lascia(luogo, format!("tabella non riconosciuta, in {name}: {why}"), "");
    }
}

/// A name of a file made of words.
pub(super) fn slug(text: &str) -> String {
    let key = crate::law::colonna::titolo(text).replace('_', "-");
    let short: String =
        key.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(NOME).collect();
    let short = short.trim_matches('-');
    if short.is_empty() { "testo".into() } else { short.to_owned() }
}
