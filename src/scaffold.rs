//! The plan to begin from: every field that the law asks of a kind of administration, as a
//! comment that says what it is and which article asks for it.

mod scritto;

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::law::profilo::Dati;
use crate::law::{Base, Campo, Dovere, Ente, Esempio, Law, Profilo, Sottosezione, proprieta};
use crate::nomi::scelte::{Nature, Organi, Regimi, Stati};
use crate::valori::Conteggio;
pub use scritto::Scritto;

/// The file that the editors read, beside those of the plan.
pub const SCHEMA: &str = "piao.schema.json";

/// Inhabitants and employees of whom everything is asked that is asked for their number.
const TANTI: u32 = 100_000;

/// The files of a new plan: name and text.
#[must_use]
pub fn files(
    law: &Law,
    ente: &Ente,
    dipendenti: Option<u32>,
    inizio: i16,
) -> Vec<(String, String)> {
    continued(law, ente, dipendenti, inizio, Scritto::default())
}

/// The files of a plan of which something is written already.
#[must_use]
pub fn continued(
    law: &Law,
    ente: &Ente,
    dipendenti: Option<u32>,
    inizio: i16,
    mut scritto: Scritto,
) -> Vec<(String, String)> {
    let profili = profiles(ente, dipendenti, inizio);
    let profilo = &profili[0];
    let simplified = profilo.has(proprieta::SEMPLIFICATO);
    let regime = if simplified { Regimi::Semplificato } else { Regimi::Ordinario };
    begin(&mut scritto, ente, regime, dipendenti, inizio);
    let writer =
        Writer { law, profili: &profili, esempio: law.esempio(Some(profilo)), scritto: &scritto };
    let said = |sottosezione: &Sottosezione| {
        let own = |campo: &Campo| scritto.dice(&campo.chiave) || scritto.dice_sotto(&campo.chiave);
        sottosezione.campo.iter().any(own) || !scritto.testa(&sottosezione.file).is_empty()
    };
    law.sottosezioni
        .iter()
        .filter(|sottosezione| sottosezione.binds(profilo) || said(sottosezione))
        .map(|sottosezione| {
            let mut text = heading(law, sottosezione);
            for line in scritto.testa(&sottosezione.file) {
                text += &format!("\n{line}\n");
            }
            for campo in &sottosezione.campo {
                if let Some(line) = scritto.linea(&campo.chiave) {
                    text += &format!("\n{line}");
                }
            }
            for campo in &sottosezione.campo {
                writer.field(campo, &mut text);
            }
            (sottosezione.file.clone(), text)
        })
        .collect()
}

/// What every plan says from its first day.
fn begin(scritto: &mut Scritto, ente: &Ente, regime: Regimi, dipendenti: Option<u32>, inizio: i16) {
    let organo = ente.adozione.organi.first().map_or(Organi::Altro.as_str(), String::as_str);
    let tipo = ente.adozione.atti.first().map_or("", String::as_str);
    let staff = dipendenti.filter(|_| !scritto.dice("anagrafica.dipendenti"));
    let mut said = |path: &str, value: &str| {
        let (holder, key) = path.rsplit_once('.').unwrap_or(("", path));
        if scritto.dice(holder) {
            return;
        }
        scritto.riga(path, &format!("{key} = {value}\n"));
    };
    said("piao.triennio", &format!("{{ inizio = {inizio}, fine = {} }}", inizio + 2));
    said("piao.regime", &format!("\"{}\"", regime.as_str()));
    said("piao.natura", &format!("\"{}\"", Nature::Nuovo.as_str()));
    said("piao.stato", &format!("\"{}\"", Stati::Bozza.as_str()));
    said("piao.adozione.organo", &format!("\"{organo}\""));
    said("piao.adozione.tipo", &format!("\"{tipo}\""));
    said("anagrafica.denominazione", &format!("\"{} di …\"", ente.nome));
    said("anagrafica.tipologia", &format!("\"{}\"", ente.chiave));
    if let Some(count) = staff {
        let day = inizio - 1;
        said("anagrafica.dipendenti", &format!("{{ numero = {count}, data = {day}-12-31 }}"));
    }
}

/// What the administration is as it begins to write, then what it may be before it has published:
/// the state of the plan changes, and whatever nobody said of its size may be anything.
fn profiles(ente: &Ente, dipendenti: Option<u32>, inizio: i16) -> Vec<Profilo> {
    let sizes: &[_] = if dipendenti.is_some() { &[dipendenti] } else { &[None, Some(TANTI)] };
    let mut profili = Vec::new();
    for stato in [Stati::Bozza, Stati::Adottato, Stati::Pubblicato] {
        for dipendenti in sizes {
            for popolazione in [None, Some(Conteggio::contato(TANTI.into()))] {
                profili.push(Profilo::new(Dati {
                    ente: Some(ente.clone()),
                    dipendenti: dipendenti.map(i64::from),
                    stato: Some(stato),
                    popolazione,
                    data: Date::new(inizio, 1, 31).ok(),
                    ..Dati::default()
                }));
            }
        }
    }
    profili
}

fn heading(law: &Law, sottosezione: &Sottosezione) -> String {
    let fonti: Vec<String> =
        sottosezione.norma.iter().map(|citation| law.cite(citation, None).testo).collect();
    let title = format!("{} {}", sottosezione.numero, sottosezione.titolo);
    format!(
        "#:schema ./{SCHEMA}\n# {}\n# Fonte: {}.\n# Togli «#» alle righe che scrivi; «piao check» dice che cosa manca.\n",
        title.trim(),
        fonti.join("; ")
    )
}

/// Writes the blocks of a new plan.
struct Writer<'a> {
    law: &'a Law,
    profili: &'a [Profilo],
    esempio: Esempio<'a>,
    scritto: &'a Scritto,
}

impl<'a> Writer<'a> {
    /// A field at the top level: what is written of it, the rest as comments.
    fn field(&self, campo: &Campo, text: &mut String) {
        let Base::Record(kind) = &campo.forma.base else { return };
        let key = &campo.chiave;
        let said = self.scritto.dice(key) || self.scritto.dice_sotto(key);
        let Some(doveri) = self.due(key, campo).or(said.then(Vec::new)) else { return };
        let fonti = self.law.fonti(campo, &doveri);
        _ = write!(text, "\n# {}", campo.etichetta);
        if !fonti.is_empty() {
            _ = write!(text, " ({})", fonti.join("; "));
        }
        text.push('\n');
        if !campo.guida.is_empty() {
            _ = writeln!(text, "# {}", campo.guida);
        }
        if let Some(blocks) = self.scritto.blocco(key).filter(|_| campo.forma.elenco) {
            text.push_str(blocks);
        } else if self.scritto.linea(key).is_some() {
            text.push_str("# È detto in testa a questo file.\n");
        } else if campo.forma.elenco {
            _ = writeln!(text, "# [[{key}]]");
            self.keys(kind, key, text);
        } else {
            self.table(kind, key, text);
        }
    }

    /// The table of a record: a comment until something is written in it.
    fn table(&self, kind: &str, path: &str, text: &mut String) {
        let sign = if self.scritto.vive(path) { "" } else { "# " };
        _ = writeln!(text, "{sign}[{path}]");
        self.keys(kind, path, text);
        for campo in &self.law.record[kind].campi {
            let path = format!("{path}.{}", campo.chiave);
            if let Some(blocks) = self.scritto.blocco(&path) {
                text.push_str(blocks);
            } else if let Base::Record(inner) = &campo.forma.base
                && self.scritto.dice_sotto(&path)
            {
                text.push('\n');
                self.table(inner, &path, text);
            }
        }
    }

    /// The fields of a record: those that are written, then those that are still to be, as comments,
    /// each with what it is, its article and its closed list.
    fn keys(&self, kind: &str, path: &str, text: &mut String) {
        let kind = &self.law.record[kind];
        let path_of = |campo: &Campo| format!("{path}.{}", campo.chiave);
        let lines = kind.campi.iter().filter_map(|campo| self.scritto.linea(&path_of(campo)));
        let (comments, said): (Vec<&str>, Vec<&str>) =
            lines.partition(|line| line.starts_with('#'));
        text.extend(said.into_iter().chain(comments));
        let is_left = |campo: &&Campo| {
            let path = path_of(campo);
            !self.scritto.dice(&path) && !self.scritto.dice_sotto(&path)
        };
        let left: Vec<(&Campo, String, Vec<&Dovere>)> = kind
            .campi
            .iter()
            .filter(is_left)
            .filter_map(|campo| {
                let path = path_of(campo);
                self.due(&path, campo).map(|doveri| (campo, path, doveri))
            })
            .collect();
        let width = left.iter().map(|(campo, ..)| campo.chiave.len()).max().unwrap_or(0);
        for (campo, path, doveri) in left {
            let fonte = self.law.fonti(campo, &doveri).into_iter().next();
            let fonte = fonte.map(|fonte| format!(" ({fonte})")).unwrap_or_default();
            let (value, list) = (self.esempio.valore(kind, campo), self.list(&path, campo));
            let (key, label) = (&campo.chiave, &campo.etichetta);
            _ = writeln!(text, "# {key:width$} = {value}  # {label}{fonte}{list}");
        }
    }

    /// The duties that ask the administration for a field, now or before it has published; nothing
    /// when all that there are ask others for it.
    fn due(&self, path: &str, campo: &Campo) -> Option<Vec<&'a Dovere>> {
        let binds = |dovere: &&Dovere| self.profili.iter().any(|own| dovere.binds(own));
        let doveri = self.law.doveri().map(|(_, dovere)| dovere);
        let asked: Vec<&Dovere> = doveri.filter(|own| own.campo.chiavi() == path).collect();
        let is_of_others = !asked.is_empty() && !asked.iter().any(binds);
        (campo.obbligo || !is_of_others).then(|| asked.into_iter().filter(binds).collect())
    }

    /// The keys of the closed list of a field, or how to read them.
    fn list(&self, path: &str, campo: &Campo) -> String {
        let Base::Scelta(list) = &campo.forma.base else { return String::new() };
        match self.law.vocabolari.get(list).and_then(|list| list.poche()) {
            Some(voci) => {
                let keys: Vec<&str> = voci.iter().map(|voce| voce.chiave.as_str()).collect();
                format!(": {}", keys.join(", "))
            }
            None => format!(": piao explain {path}"),
        }
    }
}
