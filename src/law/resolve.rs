//! What the files of `plan/` say of one another: every name followed to what it names.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{ABROGATE, CALENDARIO, ESEMPI, NORME, SEZIONI, error, twice};
use super::vocabolario::ALTRO;
use super::{Base, Campo, Ente, Frase, Law, LawError, Record, Riporto, Voce};
use crate::norma;
use crate::valori::Luogo;

impl Law {
    /// Follows every name that leads from one place of the law to another.
    pub(super) fn resolve(&mut self) -> Result<(), LawError> {
        self.check_names()?;
        for (file, campo) in self.campi() {
            self.check_field(campo).map_err(|message| error(file, message))?;
        }
        for record in self.record.values() {
            self.check_record(record).map_err(|message| error(&record.file, message))?;
        }
        for (name, list) in &self.vocabolari {
            if list.aperto && list.get(ALTRO).is_none() {
                let message = format!("un elenco aperto ha la voce «{ALTRO}»");
                return Err(error(&format!("vocabolari/{name}.toml"), message));
            }
            for voce in &list.voci {
                let is_repeated = list.get(&voce.chiave) != Some(voce);
                let checked =
                    if is_repeated { Err(twice(&voce.chiave)) } else { self.check_voce(voce) };
                checked.map_err(|message| error(&format!("vocabolari/{name}.toml"), message))?;
            }
        }
        for ente in self.enti.values() {
            self.check_ente(ente).map_err(|message| error(&ente.file, message))?;
        }
        self.check_readings()?;
        self.check_sections()?;
        if let Some(name) = self.esempi.unknown(self) {
            return Err(error(ESEMPI, format!("nessun campo è «{name}»")));
        }
        self.check_terms()?;
        self.follow_paths()
    }

    /// Every field of a record has a name of its own, and so have those of the top level,
    /// whichever file defines them.
    fn check_names(&self) -> Result<(), LawError> {
        let mut top = BTreeMap::new();
        for sottosezione in &self.sottosezioni {
            for campo in &sottosezione.campo {
                if let Some(first) = top.insert(&campo.chiave, &sottosezione.file) {
                    let message = format!("{}: anche in {first}", twice(&campo.chiave));
                    return Err(error(&sottosezione.file, message));
                }
            }
        }
        for record in self.record.values() {
            for (index, campo) in record.campi.iter().enumerate() {
                if record.campi[..index].iter().any(|other| other.chiave == campo.chiave) {
                    return Err(error(&record.file, twice(&campo.chiave)));
                }
            }
        }
        Ok(())
    }

    fn check_field(&self, campo: &Campo) -> Result<(), String> {
        let Campo { chiave, forma, regola, .. } = campo;
        if chiave == Luogo::CHIAVE {
            return Err(format!("nessun campo si può chiamare «{chiave}»"));
        }
        let known = match &forma.base {
            Base::Scelta(list) => self.vocabolari.contains_key(list),
            Base::Record(kind) => self.record.contains_key(kind),
            Base::Riferimento(kind) => self.record.get(kind).is_some_and(Record::has_id),
            _ => true,
        };
        if !known {
            return Err(format!("«{chiave}»: la forma non porta a nulla"));
        }
        let breaks = matches!(forma.base, Base::Scelta(_) | Base::Id);
        if let Some(regola) = regola.as_ref().filter(|_| !breaks) {
            return Err(format!(
                "«{chiave}» non è una scelta né un codice: {regola} non lo riguarda"
            ));
        }
        if let Some(Err(lacks)) = campo.figura.map(|figura| figura.check(campo, &self.record)) {
            return Err(format!("«{chiave}»: la figura {lacks}"));
        }
        self.check_whole(campo)?;
        self.check_citations(&campo.norma)
    }

    /// What is said of a list as a whole leads to fields that are there.
    fn check_whole(&self, campo: &Campo) -> Result<(), String> {
        let Campo { chiave, forma, sintesi, al, scala, .. } = campo;
        let kind = match &forma.base {
            Base::Record(kind) if forma.elenco => self.record.get(kind),
            _ => None,
        };
        let is_known = |what: &str| {
            let words = ["somma ", "diversi "].iter().find_map(|word| what.strip_prefix(word));
            let own = |key: &str| kind.is_some_and(|kind| kind.campo(key).is_some());
            words.map_or(kind.is_some() && what == "quanti", own)
        };
        if let Some(what) = sintesi.iter().flat_map(Frase::campi).find(|what| !is_known(what)) {
            return Err(format!("«{chiave}»: la sintesi non sa che cosa è «{what}»"));
        }
        for (path, base, what) in [(al, Base::Data, "una data"), (scala, Base::Riga, "una scala")] {
            let Some(path) = path else { continue };
            let mut led = path.clone();
            let led = led.resolve(&self.radice, &self.record, &self.vocabolari)?;
            if led.forma.base != base {
                return Err(format!("«{chiave}»: «{path}» non è {what}"));
            }
        }
        Ok(())
    }

    fn check_record(&self, record: &Record) -> Result<(), String> {
        let Record { chiave, titolo, .. } = record;
        if !titolo.is_empty() && record.campo(titolo).is_none() {
            return Err(format!("[record.{chiave}]: nessun campo è «{titolo}»"));
        }
        for campo in &record.campi {
            let named = [&campo.media, &campo.quota_di].into_iter().flatten();
            if let Some(key) = named.into_iter().find(|key| record.campo(key).is_none()) {
                return Err(format!("[record.{chiave}]: nessun campo è «{key}»"));
            }
        }
        for campo in &record.campi {
            let fits = match &campo.riporto {
                Riporto::Diventa(key) => {
                    record.campo(key).is_some() && self.per_anno(campo).is_some()
                }
                Riporto::Sposta => matches!(campo.forma.base, Base::Anno | Base::Data),
                Riporto::Scade => campo.forma.base == Base::Anno,
                _ => true,
            };
            if !fits {
                let key = &campo.chiave;
                return Err(format!(
                    "[record.{chiave}]: il riporto di «{key}» non è della sua forma"
                ));
            }
        }
        record.check_roles()?;
        let unknown =
            record.frase.iter().flat_map(Frase::campi).find(|key| record.campo(key).is_none());
        if let Some(key) = unknown {
            return Err(format!("[record.{chiave}]: nessun campo è «{key}»"));
        }
        for dovere in &record.dovere {
            dovere.campo.clone().resolve(record, &self.record, &self.vocabolari)?;
            self.check_properties(&dovere.per)?;
        }
        for sede in &record.sedi {
            let mut path = sede.campo.clone();
            let held = path.resolve(&self.radice, &self.record, &self.vocabolari)?;
            if held.forma.base != Base::Record(chiave.clone()) {
                return Err(format!("in «{path}» non c’è nessun «{chiave}»"));
            }
            self.check_citations(&sede.norma)?;
        }
        Ok(())
    }

    /// Every reading of an act is whole, and says of no place what another says.
    fn check_readings(&self) -> Result<(), LawError> {
        for norma in self.norme.values() {
            let at = |message: String| error(NORME, format!("«{}»: {message}", norma.chiave));
            let mut places = BTreeSet::new();
            for lettura in &norma.letture {
                lettura.check().map_err(at)?;
                let whole = [String::new()];
                let of = if lettura.luoghi.is_empty() { &whole[..] } else { &lettura.luoghi };
                if let Some(luogo) = of.iter().find(|luogo| !places.insert((*luogo).clone())) {
                    return Err(at(twice(luogo)));
                }
            }
        }
        Ok(())
    }

    fn check_ente(&self, ente: &Ente) -> Result<(), String> {
        self.check_properties(&ente.proprieta)?;
        self.check_choice("comparti", &ente.comparto)?;
        if !ente.soglie.is_empty() && !self.soglie.contains_key(&ente.soglie) {
            return Err(format!("soglie/{}.toml non c’è", ente.soglie));
        }
        for organo in &ente.adozione.organi {
            self.check_choice("organi", organo)?;
        }
        for atto in &ente.adozione.atti {
            self.check_choice("atti", atto)?;
        }
        self.check_citations(&ente.adozione.norma)
    }

    fn check_voce(&self, voce: &Voce) -> Result<(), String> {
        if let Some(missione) = &voce.missione {
            self.check_choice("missioni", missione)?;
        }
        if let Some(sezione) = &voce.sezione {
            self.check_choice("amministrazione_trasparente", sezione)?;
        }
        self.check_properties(&voce.riguarda)?;
        voce.comparti.iter().try_for_each(|comparto| self.check_choice("comparti", comparto))
    }

    fn check_sections(&self) -> Result<(), LawError> {
        for sezione in &self.sezioni {
            self.check_citations(&sezione.norma).map_err(|message| error(SEZIONI, message))?;
        }
        for sottosezione in &self.sottosezioni {
            let at = |message| error(&sottosezione.file, message);
            let numero = sottosezione.sezione;
            if numero != 0 && !self.sezioni.iter().any(|sezione| sezione.numero == numero) {
                return Err(at(format!("nessuna sezione è la {numero}")));
            }
            self.check_properties(&sottosezione.per).map_err(at)?;
            self.check_citations(&sottosezione.norma).map_err(at)?;
            for dovere in &sottosezione.dovere {
                self.check_properties(&dovere.per).map_err(at)?;
                self.check_citations(&dovere.norma).map_err(at)?;
                for appoggio in &dovere.anche {
                    self.check_properties(&appoggio.per).map_err(at)?;
                    self.check_citations(&appoggio.norma).map_err(at)?;
                }
            }
        }
        Ok(())
    }

    fn check_terms(&self) -> Result<(), LawError> {
        let (term, after) = (&self.calendario.generale, &self.calendario.dopo_il_bilancio);
        let checked = self
            .check_properties(&after.per)
            .and_then(|()| self.check_citations(&term.norma))
            .and_then(|()| self.check_citations(&after.norma));
        checked.map_err(|message| error(CALENDARIO, message))?;
        for differimento in &self.calendario.differimento {
            let mut regioni = differimento.regioni.iter();
            let checked = self
                .check_properties(&differimento.per)
                .and_then(|()| regioni.try_for_each(|key| self.check_choice("regioni", key)));
            checked.map_err(|message| error(CALENDARIO, message))?;
        }
        for abrogata in &self.abrogate {
            self.check_citations(&abrogata.fonte).map_err(|message| error(ABROGATE, message))?;
        }
        for (name, soglie) in &self.soglie {
            let at = |message| error(&format!("soglie/{name}.toml"), message);
            for norma in soglie.norme() {
                self.check_citations(norma).map_err(at)?;
            }
            for regione in soglie.esenzione.iter().flat_map(|esenzione| &esenzione.regioni) {
                self.check_choice("regioni", regione).map_err(at)?;
            }
        }
        Ok(())
    }

    /// Learns where the paths of the duties go through lists.
    fn follow_paths(&mut self) -> Result<(), LawError> {
        for sottosezione in &mut self.sottosezioni {
            for dovere in &mut sottosezione.dovere {
                for path in [Some(&mut dovere.campo), dovere.salvo.as_mut()].into_iter().flatten() {
                    let led = path.resolve(&self.radice, &self.record, &self.vocabolari);
                    let regola = &dovere.regola;
                    led.map_err(|why| error(&sottosezione.file, format!("{regola}: {why}")))?;
                }
            }
        }
        Ok(())
    }

    fn check_properties(&self, per: &[String]) -> Result<(), String> {
        let unknown = per.iter().find(|property| !self.proprieta.contains_key(*property));
        unknown.map_or(Ok(()), |property| Err(format!("nessuna proprietà è «{property}»")))
    }

    fn check_choice(&self, list: &str, key: &str) -> Result<(), String> {
        let found = self.vocabolari.get(list).and_then(|list| list.get(key));
        found.map(|_| ()).ok_or_else(|| format!("«{key}» non è in vocabolari/{list}.toml"))
    }

    fn check_citations(&self, citations: &[String]) -> Result<(), String> {
        let is_unknown = |citation: &&String| !self.norme.contains_key(norma::split(citation).0);
        let unknown = citations.iter().find(is_unknown);
        unknown
            .map_or(Ok(()), |citation| Err(format!("«{citation}» non cita un atto di norme.toml")))
    }
}
