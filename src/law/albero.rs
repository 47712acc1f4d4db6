//! Where every key is written: the tree of the fields, from the top of a plan downwards.

use super::{Base, Campo, Dovere, Law, Percorso, Record};

/// A field at the end of a path of keys.
#[derive(Debug, Clone)]
pub struct Posto<'a> {
    /// The fields on the way, this one last.
    pub via: Vec<&'a Campo>,
    /// The kind of the record that has it.
    pub kind: &'a Record,
}

impl<'a> Posto<'a> {
    /// The field.
    ///
    /// # Panics
    ///
    /// Never: a path has a key.
    #[must_use]
    pub fn campo(&self) -> &'a Campo {
        self.via.last().expect("a path has a key")
    }

    /// The keys, joined by dots: `obiettivi_performance.fasi.inizio`.
    #[must_use]
    pub fn percorso(&self) -> String {
        joined(&self.via)
    }

    /// The header of the table in which the key is written: `[[obiettivi_performance.fasi]]`;
    /// nothing at the top of a plan.
    #[must_use]
    pub fn tabella(&self) -> Option<String> {
        header(&self.via[..self.via.len() - 1])
    }

    /// The header of the table that the field is, when it holds records: `[[stakeholder]]`.
    #[must_use]
    pub fn intestazione(&self) -> String {
        header(&self.via).unwrap_or_default()
    }
}

fn joined(via: &[&Campo]) -> String {
    let keys: Vec<&str> = via.iter().map(|campo| campo.chiave.as_str()).collect();
    keys.join(".")
}

fn header(via: &[&Campo]) -> Option<String> {
    let last = via.last()?;
    let keys = joined(via);
    Some(if last.forma.elenco { format!("[[{keys}]]") } else { format!("[{keys}]") })
}

impl Law {
    /// Every field of every record, wherever a plan may write it; the shortest paths first. Records
    /// that hold records of their own kind are entered once.
    #[must_use]
    pub fn posti(&self) -> Vec<Posto<'_>> {
        let mut posti = Vec::new();
        self.below(&self.radice, &[], &mut vec![&*self.radice.chiave], &mut posti);
        posti.sort_by_key(|posto| posto.via.len());
        posti
    }

    fn below<'a>(
        &'a self,
        kind: &'a Record,
        via: &[&'a Campo],
        open: &mut Vec<&'a str>,
        posti: &mut Vec<Posto<'a>>,
    ) {
        for campo in &kind.campi {
            let via: Vec<&Campo> = via.iter().copied().chain([campo]).collect();
            posti.push(Posto { via: via.clone(), kind });
            if let Some(inner) = self.kind_of(campo).filter(|inner| !open.contains(&&*inner.chiave))
            {
                open.push(&inner.chiave);
                self.below(inner, &via, open, posti);
                open.pop();
            }
        }
    }

    /// Where the field at the end of a path of keys, joined by dots, is written.
    #[must_use]
    pub fn posto_al(&self, path: &str) -> Option<Posto<'_>> {
        let (mut kind, mut inner) = (&self.radice, Some(&self.radice));
        let mut via = Vec::new();
        for key in path.split('.') {
            kind = inner?;
            let campo = kind.campo(key)?;
            via.push(campo);
            inner = self.kind_of(campo);
        }
        Some(Posto { via, kind })
    }

    /// The field at the end of a path of keys, joined by dots.
    #[must_use]
    pub fn campo_al(&self, path: &str) -> Option<&Campo> {
        self.posto_al(path).map(|posto| posto.campo())
    }

    /// Where a key is written, the shortest paths first.
    #[must_use]
    pub fn posti_di(&self, chiave: &str) -> Vec<Posto<'_>> {
        let mut posti = self.posti();
        posti.retain(|posto| posto.campo().chiave == chiave);
        posti
    }

    /// The duties that ask for a field of a kind of record, wherever a plan holds such records.
    #[must_use]
    pub fn doveri_di(&self, kind: &Record, campo: &Campo) -> Vec<&Dovere> {
        let asks = |dovere: &&Dovere| {
            dovere.campo.ultimo().chiave == campo.chiave
                && self.holder(&dovere.campo).is_some_and(|own| own.chiave == kind.chiave)
        };
        self.doveri().map(|(_, dovere)| dovere).filter(asks).collect()
    }

    /// The kind of the record that has the field where a path ends.
    fn holder(&self, path: &Percorso) -> Option<&Record> {
        let (_, before) = path.passi.split_last()?;
        let mut kind = &self.radice;
        for passo in before {
            kind = self.kind_of(kind.campo(&passo.chiave)?)?;
        }
        Some(kind)
    }

    /// The fields of year and value of the records that a list holds, when they say nothing else:
    /// such records are cells of the one that holds them, a column a year.
    #[must_use]
    pub fn per_anno(&self, campo: &Campo) -> Option<[&Campo; 2]> {
        let kind = self.kind_of(campo).filter(|_| campo.forma.elenco)?;
        let [first, second] = kind.campi.as_slice() else { return None };
        let is_year = |own: &Campo| own.forma.base == Base::Anno && !own.forma.elenco;
        let (year, value) = if is_year(first) { (first, second) } else { (second, first) };
        let fits = is_year(year) && !is_year(value) && value.sta_in_cella();
        fits.then_some([year, value])
    }

    /// The articles on which a field stands, as printed: its own, then those of the duties that ask
    /// for it, the sure ones first; an unsure one says so.
    #[must_use]
    pub fn fonti(&self, campo: &Campo, doveri: &[&Dovere]) -> Vec<String> {
        let of_duties = |unsure: bool| {
            let asked = doveri.iter().filter(move |dovere| dovere.fiducia.is_unsure() == unsure);
            asked.flat_map(|dovere| &dovere.norma).map(move |citation| (citation, unsure))
        };
        let own = campo.norma.iter().map(|citation| (citation, false));
        let mut fonti: Vec<(String, bool)> = Vec::new();
        for (citation, unsure) in own.chain(of_duties(false)).chain(of_duties(true)) {
            let testo = self.cite(citation, None).testo;
            if fonti.iter().all(|(said, _)| *said != testo) {
                fonti.push((testo, unsure));
            }
        }
        let printed = |(testo, unsure): (String, bool)| {
            if unsure { format!("{testo} (da rileggere)") } else { testo }
        };
        fonti.into_iter().map(printed).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_where_the_law_puts_it() {
        let law = Law::embedded();
        let tables = |key| -> Vec<String> {
            law.posti_di(key).iter().map(|p| p.tabella().unwrap_or_default()).collect()
        };
        assert_eq!(tables("denominazione"), ["[anagrafica]"]);
        assert_eq!(tables("stakeholder")[0], "", "the top of a plan comes first");
        assert!(tables("indicatori").contains(&"[[obiettivi_vp.strategie]]".to_owned()));
        let free = law.posti_di("sottosezioni");
        assert!(free.iter().all(|posto| posto.via.len() <= 2), "entered once");
        assert_eq!(
            free.last().map(Posto::intestazione).as_deref(),
            Some("[[sottosezioni_libere.sottosezioni]]")
        );
    }

    #[test]
    fn a_duty_is_found_from_the_field_that_it_asks_for() {
        let law = Law::embedded();
        for (_, dovere) in law.doveri() {
            let kind = law.holder(&dovere.campo).expect("a kind");
            let campo = kind.campo(&dovere.campo.ultimo().chiave).expect("a field");
            let found = law.doveri_di(kind, campo);
            assert!(found.iter().any(|own| std::ptr::eq(*own, dovere)), "{}", dovere.campo);
            let fonti = law.fonti(campo, &found);
            let first = law.cite(&dovere.norma[0], None).testo;
            assert!(fonti.iter().any(|said| said.starts_with(&first)), "{}", dovere.campo);
        }
    }
}
