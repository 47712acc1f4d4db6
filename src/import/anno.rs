//! The plan of the next year from that of this one: what lasts is carried, years move, the target of
//! the year that ends is where the next one starts, results are left to be written. What becomes of a
//! field, `plan/` says.

use std::collections::BTreeSet;

use super::Importato;
use super::nodi::{file, scritto, table};
use super::passati::Passati;
use super::resoconto::Resoconto;
use super::voci::{self, Valore, Voce, letterale, stringa};
use crate::cifre;
use crate::law::{Base, Campo, Law, Riporto};
use crate::nomi::campo;
use crate::nomi::scelte::Stati;
use crate::record::{Record, Value};
use crate::scaffold::{self, Scritto};
use crate::source::{File, Kind, Source};
use crate::syntax::{Node, Table, Value as Nodo};

const CONFERMA: &str = "era così nel piano precedente: da confermare";
/// What a field says that has its result to be written.
const SCRIVERE: &str = "da scrivere";

/// The plan that ends.
#[derive(Debug, Clone, Copy)]
pub struct Scorso<'a> {
    /// Its records.
    pub radice: &'a Record<'a>,
    /// The same, as they are written.
    pub tree: &'a Table,
    /// Its files.
    pub source: &'a Source,
}

/// Why no plan follows another.
#[derive(Debug)]
pub struct NonSegue {
    /// Why.
    pub perche: String,
    /// What to do.
    pub aiuto: String,
}

/// The plan of the next year.
///
/// # Errors
///
/// When the plan does not say its years, or what kind of administration it is of.
pub fn next_year(scorso: Scorso<'_>, law: &Law) -> Result<Importato, NonSegue> {
    let lacks = |perche: &str, aiuto: &str| NonSegue { perche: perche.into(), aiuto: aiuto.into() };
    let piao = scorso.radice.record(campo::PIAO);
    let triennio = piao.and_then(|piao| piao.record(campo::TRIENNIO));
    let Some(Value::Year(inizio)) = triennio.and_then(|own| own.get(campo::INIZIO)) else {
        let aiuto = "scrivi in [piao] triennio = { inizio = 2027, fine = 2029 }";
        return Err(lacks("il piano non dice di quali anni è", aiuto));
    };
    let anagrafica = scorso.radice.record(campo::ANAGRAFICA);
    let tipo = anagrafica.map(|own| own.text(campo::TIPOLOGIA)).unwrap_or_default();
    let Some(ente) = law.enti.get(tipo) else {
        let aiuto = "scrivi «tipologia» in [anagrafica] (piao explain anagrafica.tipologia)";
        return Err(lacks("il piano non dice che amministrazione è", aiuto));
    };
    let dipendenti = anagrafica
        .and_then(|own| own.record(campo::DIPENDENTI)?.get(campo::NUMERO))
        .and_then(|own| match own {
            Value::Count(conteggio) => u32::try_from(conteggio.esatto()?).ok(),
            _ => None,
        });
    let nuovo = inizio + 1;
    let mut passo = Passo {
        law,
        scorso,
        nuovo,
        scritto: Scritto::default(),
        files: BTreeSet::new(),
        resoconto: Resoconto::default(),
        passati: Passati::of(scorso.radice, nuovo),
    };
    let fine = nuovo + 2;
    let years = format!("triennio = {{ inizio = {nuovo}, fine = {fine} }}\n");
    passo.scritto.riga("piao.triennio", &years);
    passo.scritto.riga("piao.stato", &format!("stato = \"{}\"\n", Stati::Bozza.as_str()));
    if let Some(piao) = piao {
        let line = format!("piano_precedente = {}\n", stringa(&chiamato(piao, *inizio)));
        passo.scritto.riga("piao.piano_precedente", &line);
    }
    for campo in law.sottosezioni.iter().flat_map(|part| &part.campo) {
        passo.campo(campo);
    }
    let Passo { scritto, files, mut resoconto, .. } = passo;
    resoconto.raduna();
    let toml = scaffold::continued(law, ente, dipendenti, nuovo, scritto);
    let toml = toml.into_iter().map(|(name, text)| (name, text.into_bytes()));
    // Images are named in texts too.
    let lasts = |file: &&File| files.contains(&file.name) || file.kind == Kind::Image;
    let own = scorso.source.files.iter().filter(lasts);
    let own = own.map(|file| (file.name.clone(), file.bytes().to_vec()));
    Ok(Importato { files: toml.chain(own).collect(), resoconto })
}

/// How the next plan calls the one that ends.
fn chiamato(piao: &Record<'_>, inizio: i16) -> String {
    let mut name = format!("PIAO {inizio}-{}", inizio + 2);
    let Some(adozione) = piao.record(campo::ADOZIONE) else { return name };
    let (tipo, numero) = (adozione.get(campo::TIPO), adozione.text(campo::NUMERO));
    if let (Some(tipo), false, Some(Value::Day(day))) =
        (tipo.and_then(Value::label), numero.is_empty(), adozione.get(campo::DATA))
    {
        name += &format!(", {} n. {numero} {}", tipo.to_lowercase(), cifre::del_giorno(*day));
    }
    name
}

struct Passo<'a> {
    law: &'a Law,
    scorso: Scorso<'a>,
    /// The first year of the next plan.
    nuovo: i16,
    scritto: Scritto,
    /// The files of the plan that the next one names too.
    files: BTreeSet<String>,
    resoconto: Resoconto,
    passati: Passati,
}

/// What is said of a record in the next plan, and whether it is other than it was.
struct Detto {
    voci: Vec<Voce>,
    cambia: bool,
}

impl Passo<'_> {
    /// A field at the top level.
    fn campo(&mut self, campo: &Campo) {
        let radice = self.scorso.radice;
        let Some(value) = radice.filled(campo) else { return };
        let node = self.scorso.tree.get(&campo.chiave);
        let key = &campo.chiave;
        if matches!(campo.riporto, Riporto::Cade | Riporto::DaScrivere) {
            self.aside(key, campo);
            return;
        }
        let how = match value.records().len() {
            1 => "riportato".to_owned(),
            many => format!("riportati: {many}"),
        };
        self.resoconto.capisce(key, campo.etichetta.as_str(), how);
        match value {
            Value::Record(record) => {
                let table = node.and_then(table);
                let said = self.record(record, table, key);
                for voce in said.voci {
                    self.say(key, &voce);
                }
            }
            Value::List(_) => {
                let (valore, cambia) = self.list(campo, value, node, key);
                match file(node).filter(|_| !cambia) {
                    Some(name) => {
                        let text = node.map(|node| scritto(&node.value)).unwrap_or_default();
                        self.files.insert(name.into());
                        self.scritto.riga(key, &format!("{key} = {text}\n"));
                    }
                    None => self.say_records(key, &valore),
                }
            }
            _ => {}
        }
    }

    /// Says what is not carried.
    fn aside(&mut self, path: &str, campo: &Campo) {
        if self.scritto.dice(path) {
            return;
        }
        let why = match campo.riporto {
            Riporto::DaScrivere => "era del piano precedente: da scrivere",
            _ => "era del piano precedente: non è riportato",
        };
        self.resoconto.lascia(path, format!("{}: {why}", campo.etichetta), "");
    }

    fn say_records(&mut self, path: &str, valore: &Valore) {
        if matches!(valore, Valore::Elenco(records) if records.is_empty()) {
            return;
        }
        let mut text = String::new();
        voci::blocchi(path, valore, &mut text);
        self.scritto.blocchi(path, &text);
    }

    /// Says a key of a record at the top level.
    fn say(&mut self, path: &str, voce: &Voce) {
        let inner = format!("{path}.{}", voce.chiave);
        let short = voci::in_riga(&voce.valore);
        let short = short.or_else(|| (!voce.certa).then(|| voci::forced(&voce.valore)));
        match (&voce.valore, short) {
            (_, Some(text)) => {
                let mut line = String::new();
                voci::riga(voce, &text, &mut line);
                self.scritto.riga(&inner, &line);
            }
            (Valore::Record(own), None) => {
                for voce in own {
                    self.say(&inner, voce);
                }
            }
            (valore, None) => self.say_records(&inner, valore),
        }
    }

    fn record(&mut self, record: &Record<'_>, table: Option<&Table>, path: &str) -> Detto {
        let mut said = Detto { voci: Vec::new(), cambia: false };
        let becomes = record.fields.iter().find_map(|(campo, value)| match &campo.riporto {
            Riporto::Diventa(key) => Some((key.as_str(), self.diventa(campo, value)?)),
            _ => None,
        });
        for (campo, value) in record.fields.iter().filter(|(_, value)| !value.is_empty()) {
            let node = table.and_then(|table| table.get(&campo.chiave));
            let inner = format!("{path}.{}", campo.chiave);
            if let Some((key, (valore, year))) = &becomes
                && *key == campo.chiave
            {
                let was = was(value);
                let nota = format!("era il traguardo del {year}{was}: scrivi il valore misurato");
                said.voci.push(Voce::commento(key, valore.clone(), nota));
                said.cambia = true;
                continue;
            }
            self.field(campo, value, node, &inner, &mut said);
        }
        if let Some((key, (valore, year))) = becomes
            && !said.voci.iter().any(|voce| voce.chiave == key)
        {
            let nota = format!("era il traguardo del {year}: scrivi il valore misurato");
            said.voci.push(Voce::commento(key, valore, nota));
            said.cambia = true;
        }
        said
    }

    fn field(
        &mut self,
        campo: &Campo,
        value: &Value<'_>,
        node: Option<&Node>,
        path: &str,
        said: &mut Detto,
    ) {
        let key = &campo.chiave;
        // What no record is without stays, with a word to whoever goes on writing.
        let unsure = |valore: Valore, nota: String| Voce {
            certa: campo.obbligo,
            ..Voce::commento(key, valore, nota)
        };
        match &campo.riporto {
            Riporto::Cade => {
                self.aside(path, campo);
                said.cambia = true;
            }
            Riporto::DaScrivere => {
                said.cambia = true;
                // A long text, or a record, has its line in the plan to begin from.
                if matches!(value, Value::Record(_) | Value::List(_) | Value::Markdown(_)) {
                    self.aside(path, campo);
                } else {
                    let empty = Valore::Letterale("\"\"".into());
                    said.voci.push(Voce::commento(key, empty, SCRIVERE.into()));
                }
            }
            Riporto::DaConfermare => {
                said.cambia = true;
                said.voci.push(unsure(letterale(value), CONFERMA.into()));
                self.resoconto.dubita(path, campo.etichetta.as_str(), "com’era, da confermare");
            }
            Riporto::Sposta => match self.passati.moved(value) {
                None => said.voci.push(Voce::certa(key, letterale(value))),
                Some(later) => {
                    said.cambia = true;
                    let nota = format!("era {}: da confermare", voci::parole(value));
                    said.voci.push(unsure(letterale(&later), nota));
                    let dove = "un anno più avanti, da confermare";
                    self.resoconto.dubita(path, campo.etichetta.as_str(), dove);
                }
            },
            Riporto::Resta | Riporto::Scade | Riporto::Diventa(_) => {
                self.lasting(campo, value, node, path, said);
            }
        }
    }

    /// A field that lasts, whatever becomes of what is in it.
    fn lasting(
        &mut self,
        campo: &Campo,
        value: &Value<'_>,
        node: Option<&Node>,
        path: &str,
        said: &mut Detto,
    ) {
        let key = &campo.chiave;
        match value {
            Value::Record(record) => {
                let inner = self.record(record, node.and_then(table), path);
                said.cambia |= inner.cambia;
                if !inner.voci.is_empty() {
                    said.voci.push(Voce::certa(key, Valore::Record(inner.voci)));
                }
            }
            Value::List(_) if matches!(campo.forma.base, Base::Record(_)) => {
                let (valore, cambia) = self.list(campo, value, node, path);
                said.cambia |= cambia;
                let own = file(node).filter(|_| !cambia);
                if let (Some(name), Some(node)) = (own, node) {
                    self.files.insert(name.into());
                    let text = scritto(&node.value);
                    said.voci.push(Voce::certa(key, Valore::Letterale(text)));
                } else if !matches!(&valore, Valore::Elenco(records) if records.is_empty()) {
                    said.voci.push(Voce::certa(key, valore));
                }
            }
            Value::Pdf(fascicolo) => {
                self.files.insert(fascicolo.percorso.clone());
                said.voci.push(Voce::certa(key, letterale(value)));
            }
            Value::Markdown(_) if file(node).is_some() => {
                let name = file(node).unwrap_or_default();
                self.files.insert(name.into());
                let text = format!("{{ file = {} }}", stringa(name));
                said.voci.push(Voce::certa(key, Valore::Letterale(text)));
            }
            _ => {
                let Base::Riferimento(kind) = &campo.forma.base else {
                    said.voci.push(Voce::certa(key, letterale(value)));
                    return;
                };
                let left = self.passati.left(kind, value);
                said.cambia |= left.len() < value.items().len();
                let left = if campo.forma.elenco { Value::List(left) } else { value.clone() };
                said.voci.push(Voce::certa(key, letterale(&left)));
            }
        }
    }

    /// The records of a list that go on, and whether they are other than they were.
    fn list(
        &mut self,
        campo: &Campo,
        value: &Value<'_>,
        node: Option<&Node>,
        path: &str,
    ) -> (Valore, bool) {
        let items: &[Node] = match node.map(|node| &node.value) {
            Some(Nodo::List(items)) => items,
            _ => &[],
        };
        let (mut records, mut cambia) = (Vec::new(), false);
        let mut gone = 0;
        for (index, record) in value.records().into_iter().enumerate() {
            if self.passati.is_past(record) {
                gone += 1;
                cambia = true;
                continue;
            }
            let said = self.record(record, items.get(index).and_then(table), path);
            cambia |= said.cambia;
            records.push(said.voci);
        }
        if gone > 0 && self.law.per_anno(campo).is_none() {
            let che = format!("{}: {gone} di anni passati", campo.etichetta);
            self.resoconto.lascia(path, che, "");
        }
        (Valore::Elenco(records), cambia)
    }

    /// What the value of the year that ends makes of another field, and which year it is.
    fn diventa(&self, campo: &Campo, value: &Value<'_>) -> Option<(Valore, i16)> {
        let [year, own] = self.law.per_anno(campo)?;
        let record = value.records().into_iter().find(
            |record| matches!(record.get(year), Some(Value::Year(year)) if *year == self.nuovo - 1),
        )?;
        let measured = record.get(own)?;
        let voci = vec![
            Voce::certa(&own.chiave, letterale(measured)),
            Voce::certa(&year.chiave, Valore::Letterale((self.nuovo - 1).to_string())),
        ];
        Some((Valore::Record(voci), self.nuovo - 1))
    }
}

/// What a starting value said, in brackets.
fn was(value: &Value<'_>) -> String {
    let Value::Record(record) = value else { return String::new() };
    let mut said = record.fields.iter().map(|(_, value)| voci::parole(value));
    let Some(first) = said.next() else { return String::new() };
    let rest = said.collect::<Vec<_>>().join(", ");
    let rest = if rest.is_empty() { rest } else { format!(" ({rest})") };
    format!(", e prima c’era {first}{rest}")
}
