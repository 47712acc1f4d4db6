//! What is missing, where the reader looks for it: one list at the end of the card, of the table or
//! of the part that lacks it, each thing with the article that asks for it.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Blocco, Genere, Parte, Tono, Tratto};
use super::maker::{Maker, title};
use super::valori::{lower_first, plain};
use super::{formato, parole};
use crate::law::{Campo, Sottosezione};
use crate::norma::Citazione;
use crate::record::Record;
use crate::valori::Luogo;

/// Something that the law asks of a plan and that the plan does not say.
#[derive(Debug, Clone)]
pub struct Mancanza {
    /// The record that lacks it.
    pub luogo: Luogo,
    /// The sub-section that asks for it, by its place in the law.
    pub parte: usize,
    /// The key that is not there, or that holds too little; empty when it is not known.
    pub chiave: String,
    /// What is missing, in words.
    pub detto: String,
    /// Whether the name of the key does not say what is missing, and the words do.
    pub generica: bool,
    /// On what authority.
    pub fonti: Vec<Citazione>,
    /// Whether that is to be read again before trusting it.
    pub incerta: bool,
}

/// What a plan lacks, until it is said.
#[derive(Debug)]
pub(super) struct Mancanze<'a> {
    keys: BTreeSet<(Luogo, &'a str)>,
    left: BTreeMap<Luogo, Vec<&'a Mancanza>>,
    /// The keys of the acts that were cited, and the sub-sections of which nothing is written.
    cited: BTreeSet<String>,
    unwritten: BTreeSet<&'a str>,
    /// Of each record, the one that holds it, and in which field.
    above: BTreeMap<Luogo, (&'a Record<'a>, &'a Campo, Luogo)>,
}

impl<'a> Mancanze<'a> {
    /// Some parts are complete as they are: they are omitted, or say what they still lack.
    pub(super) fn new(
        all: &'a [Mancanza],
        root: &'a Record<'a>,
        is_complete: impl Fn(usize) -> bool,
    ) -> Self {
        let mut own = Self {
            keys: BTreeSet::new(),
            left: BTreeMap::new(),
            cited: BTreeSet::new(),
            unwritten: BTreeSet::new(),
            above: BTreeMap::new(),
        };
        for one in all.iter().filter(|one| !is_complete(one.parte)) {
            own.keys.insert((one.luogo, &one.chiave));
            own.left.entry(one.luogo).or_default().push(one);
        }
        own.place(root);
        own
    }

    /// Whether something was said to be missing.
    pub(super) fn is_said(&self) -> bool {
        !self.cited.is_empty()
    }

    /// Whether nothing is written of a sub-section that is due.
    pub(super) fn is_unwritten(&self, numero: &str) -> bool {
        self.unwritten.contains(numero)
    }

    /// The keys of the acts that ask for what is missing.
    pub(super) fn cited(&self) -> impl Iterator<Item = &str> {
        self.cited.iter().map(String::as_str)
    }

    fn place(&mut self, within: &'a Record<'a>) {
        for (campo, value) in &within.fields {
            for record in value.records() {
                self.above.insert(record.luogo, (record, campo, within.luogo));
                self.place(record);
            }
        }
    }

    /// Takes what a record lacks, and what it holds, in the order of the law.
    fn take(
        &mut self,
        record: &Record<'_>,
        of: &dyn Fn(&str) -> bool,
        out: &mut Vec<&'a Mancanza>,
    ) {
        let mut own = self.left.remove(&record.luogo).unwrap_or_default();
        let position =
            |one: &&Mancanza| record.kind.campi.iter().position(|campo| campo.chiave == one.chiave);
        own.sort_by_key(position);
        let (own, rest): (Vec<_>, Vec<_>) = own.into_iter().partition(|one| of(&one.chiave));
        if !rest.is_empty() {
            self.left.insert(record.luogo, rest);
        }
        out.extend(own);
        for (campo, value) in &record.fields {
            if of(&campo.chiave) {
                value.records().into_iter().for_each(|inner| self.take(inner, &|_| true, out));
            }
        }
    }

    /// Takes what a sub-section still lacks.
    fn take_part(&mut self, part: usize) -> Vec<&'a Mancanza> {
        let left = self.left.values_mut();
        let taken = left.flat_map(|own| own.extract_if(.., |one| one.parte == part)).collect();
        self.left.retain(|_, own| !own.is_empty());
        taken
    }

    /// The name of the record of a list that lacks something, empty when it is the one that is
    /// spoken of, and the fields that lead from there to what is missing.
    fn road(&self, one: &Mancanza, of: Option<Luogo>) -> (String, Vec<&'a Campo>) {
        let (mut at, mut road) = (one.luogo, Vec::new());
        while Some(at) != of {
            let Some((record, campo, above)) = self.above.get(&at) else { break };
            if campo.forma.elenco && !record.name().is_empty() {
                return (title(record), road);
            }
            // A sub-section is told by its own heading.
            if of.is_some() || self.above.contains_key(above) {
                road.push(*campo);
            }
            at = *above;
        }
        (String::new(), road)
    }
}

/// A line of a list: what is missing, and of whom.
struct Voce<'a> {
    cosa: String,
    di: Vec<String>,
    fonti: &'a [Citazione],
    incerta: bool,
}

impl<'a> Maker<'a> {
    /// Whether the check says that a record lacks a field: where others fill it, its place says so.
    pub(super) fn is_missing(&self, record: &Record<'_>, chiave: &str) -> bool {
        self.mancanze.keys.contains(&(record.luogo, chiave))
    }

    /// What a record and what it holds lack and nobody has said yet, as one list; nothing when they
    /// lack nothing. Whoever shows a record calls it when all that is inside is shown.
    pub(super) fn missing_in(&mut self, record: &Record<'_>, base: &str) -> Option<Blocco> {
        self.missing_among(record, &|_| true, base)
    }

    /// The same, of some fields of the record.
    pub(super) fn missing_among(
        &mut self,
        record: &Record<'_>,
        of: &dyn Fn(&str) -> bool,
        base: &str,
    ) -> Option<Blocco> {
        let mut lacks = Vec::new();
        self.mancanze.take(record, of, &mut lacks);
        self.missing_list(&lacks, Some(record.luogo), base)
    }

    /// The same, of the records of a table, each by its name.
    pub(super) fn missing_of(&mut self, records: &[&Record<'_>], base: &str) -> Option<Blocco> {
        let mut lacks = Vec::new();
        for record in records {
            self.mancanze.take(record, &|_| true, &mut lacks);
        }
        self.missing_list(&lacks, None, base)
    }

    fn missing_list(
        &mut self,
        lacks: &[&'a Mancanza],
        of: Option<Luogo>,
        base: &str,
    ) -> Option<Blocco> {
        let voci = self.voci(lacks, of);
        let titolo = match voci.len() {
            0 => return None,
            1 => parole::MANCA,
            _ => parole::MANCANO,
        };
        let base = format!("{base}-{}", formato::slug(parole::MANCA_ANCORA));
        let voci = voci.into_iter().map(|voce| {
            let di: Vec<String> = voce.di.iter().map(|name| format!("«{name}»")).collect();
            let di = if di.is_empty() { String::new() } else { format!(": {}", di.join(", ")) };
            let mut testo = vec![plain(format!("{}{di}", voce.cosa))];
            testo.extend(self.cited(voce.fonti, voce.incerta));
            vec![Blocco::Paragrafo { id: self.ancore.named(&base, &voce.cosa), testo }]
        });
        let voci = voci.collect();
        let elenco = self.ancore.unique(&format!("{base}-elenco"));
        let elenco = Blocco::Elenco { id: elenco, ordinato: false, inizio: 1, voci };
        Some(Blocco::Nota {
            id: self.ancore.unique(&base),
            tono: Tono::Mancante,
            titolo: titolo.into(),
            blocchi: vec![elenco],
        })
    }

    /// The lines, one for each thing: what several records lack is said once.
    fn voci(&self, lacks: &[&'a Mancanza], of: Option<Luogo>) -> Vec<Voce<'a>> {
        let mut out: Vec<Voce<'a>> = Vec::new();
        for one in lacks {
            let (name, road) = self.mancanze.road(one, of);
            let cosa = self.cosa(one, road);
            let is_named = name.is_empty() || cosa.contains(&name);
            let di = (!is_named).then_some(name);
            let (fonti, incerta) = (one.fonti.as_slice(), one.incerta);
            let same = |voce: &&mut Voce<'_>| {
                (&voce.cosa, voce.fonti, voce.incerta) == (&cosa, fonti, incerta)
            };
            match out.iter_mut().find(same) {
                Some(voce) => voce.di.extend(di),
                None => out.push(Voce { cosa, di: di.into_iter().collect(), fonti, incerta }),
            }
        }
        out
    }

    /// What is missing: the name of the field, or else what is said of it.
    fn cosa(&self, one: &Mancanza, road: Vec<&Campo>) -> String {
        let kind = match self.mancanze.above.get(&one.luogo) {
            Some((record, ..)) => record.kind,
            None => self.root.kind,
        };
        let Some(campo) = kind.campo(&one.chiave).filter(|_| !one.generica) else {
            let said = ["manca ", "mancano "].iter().find_map(|verb| one.detto.strip_prefix(verb));
            return upper_first(&formato::text(said.unwrap_or(&one.detto)));
        };
        let mut words = String::new();
        for campo in road.into_iter().rev().chain([campo]) {
            let label = formato::text(&campo.etichetta);
            words += &if words.is_empty() { label } else { format!(": {}", lower_first(&label)) };
        }
        words
    }

    /// The remark that stands for a sub-section of which nothing is written; nothing when nothing
    /// of it is missing.
    pub(super) fn missing_part(&mut self, part: &Sottosezione, base: &str) -> Option<Blocco> {
        let law = self.law;
        let place = law.sottosezioni.iter().position(|own| own.chiave == part.chiave)?;
        if self.mancanze.take_part(place).is_empty() {
            return None;
        }
        let id = format!("{base}-{}", formato::slug(parole::MANCA_ANCORA));
        let is_inner = part.numero.contains('.');
        let mut testo = vec![plain(parole::MANCA_PARTE)];
        let fonti = law.cite_all(part.norma.iter().map(String::as_str), self.profilo);
        testo.extend(self.cited(&fonti, false));
        self.mancanze.unwritten.insert(&law.sottosezioni[place].numero);
        let titolo = if is_inner { parole::MANCA_SOTTOSEZIONE } else { parole::MANCA_SEZIONE };
        Some(Blocco::Nota {
            tono: Tono::Mancante,
            titolo: titolo.into(),
            blocchi: vec![Blocco::Paragrafo {
                id: self.ancore.unique(&format!("{id}-testo")),
                testo,
            }],
            id: self.ancore.unique(&id),
        })
    }

    /// The acts that ask for something, after it; each leads to its words, when they have an address.
    fn cited(&mut self, fonti: &[Citazione], incerta: bool) -> Vec<Tratto> {
        let mut out = Vec::new();
        for fonte in fonti {
            self.mancanze.cited.insert(fonte.chiave.clone());
            out.push(plain(if out.is_empty() { " – " } else { "; " }));
            let words = vec![plain(formato::text(&fonte.testo))];
            match &fonte.indirizzo {
                Some(url) => out.push(Tratto::Link { url: url.clone(), tratti: words }),
                None => out.extend(words),
            }
        }
        if incerta {
            out.push(plain(parole::DA_RILEGGERE));
        }
        out
    }

    /// Says in each part what it lacks and nobody inside has said; what no part shown asks for, in
    /// the act.
    pub(super) fn say_missing(&mut self, parti: &mut [Parte]) {
        let law = self.law;
        for (place, own) in law.sottosezioni.iter().enumerate() {
            let lacks = self.mancanze.take_part(place);
            let is_own = |part: &Parte| match own.numero.as_str() {
                "" => part.genere == Genere::Atto,
                numero => part.genere == Genere::Sottosezione && part.schema == numero,
            };
            let found = match find(parti, &is_own) {
                Some(part) => Some(part),
                None => find(parti, &|part| part.genere == Genere::Atto),
            };
            let Some(part) = found else { continue };
            let block = self.missing_list(&lacks, None, &part.id);
            part.blocchi.extend(block);
        }
    }
}

fn find<'p>(parti: &'p mut [Parte], wanted: &dyn Fn(&Parte) -> bool) -> Option<&'p mut Parte> {
    for part in parti {
        if wanted(part) {
            return Some(part);
        }
        if let Some(found) = find(&mut part.parti, wanted) {
            return Some(found);
        }
    }
    None
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
