//! The plan to begin from: every field that the law asks of a kind of administration, as a
//! comment that says what it is and which article asks for it.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::law::profilo::Dati;
use crate::law::{Base, Campo, Dovere, Ente, Esempio, Law, Profilo, Sottosezione, proprieta};
use crate::nomi::campo;
use crate::nomi::scelte::{Nature, Organi, Regimi, Stati};
use crate::valori::Conteggio;

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
    let profili = profiles(ente, dipendenti, inizio);
    let profilo = &profili[0];
    let simplified = profilo.has(proprieta::SEMPLIFICATO);
    let regime = if simplified { Regimi::Semplificato } else { Regimi::Ordinario };
    let writer = Writer { law, profili: &profili, esempio: law.esempio(Some(profilo)) };
    law.sottosezioni
        .iter()
        .filter(|sottosezione| sottosezione.binds(profilo))
        .map(|sottosezione| {
            let mut text = heading(law, sottosezione);
            for campo in &sottosezione.campo {
                match campo.chiave.as_str() {
                    key if key == campo::PIAO.as_str() => {
                        text += &writer.act(ente, regime, inizio);
                    }
                    key if key == campo::ANAGRAFICA.as_str() => {
                        text += &writer.identity(ente, dipendenti, inizio);
                    }
                    _ => writer.field(campo, &mut text),
                }
            }
            (sottosezione.file.clone(), text)
        })
        .collect()
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
}

impl<'a> Writer<'a> {
    fn act(&self, ente: &Ente, regime: Regimi, inizio: i16) -> String {
        let organo = ente.adozione.organi.first().map_or(Organi::Altro.as_str(), String::as_str);
        let tipo = ente.adozione.atti.first().map_or("", String::as_str);
        let mut text = format!(
            "\n[piao]\ntriennio = {{ inizio = {inizio}, fine = {} }}\nregime = \"{}\"\n\
             natura = \"{}\"\nstato = \"{}\"\n",
            inizio + 2,
            regime.as_str(),
            Nature::Nuovo.as_str(),
            Stati::Bozza.as_str()
        );
        let written = ["triennio", "regime", "natura", "stato", "adozione"];
        self.keys("piao", "piao", &written, &mut text);
        text += &format!("\n[piao.adozione]\norgano = \"{organo}\"\ntipo = \"{tipo}\"\n");
        self.keys("adozione", "piao.adozione", &["organo", "tipo"], &mut text);
        text
    }

    fn identity(&self, ente: &Ente, dipendenti: Option<u32>, inizio: i16) -> String {
        let staff = dipendenti.map_or(String::new(), |count| {
            format!("dipendenti = {{ numero = {count}, data = {}-12-31 }}\n", inizio - 1)
        });
        let mut text = format!(
            "\n[anagrafica]\ndenominazione = \"{} di …\"\ntipologia = \"{}\"\n{staff}",
            ente.nome, ente.chiave
        );
        let mut written = vec!["denominazione", "tipologia"];
        written.extend(dipendenti.map(|_| "dipendenti"));
        self.keys("anagrafica", "anagrafica", &written, &mut text);
        text
    }

    /// A field at the top level, as comments.
    fn field(&self, campo: &Campo, text: &mut String) {
        let Base::Record(kind) = &campo.forma.base else { return };
        let Some(doveri) = self.due(&campo.chiave, campo) else { return };
        let fonti = self.law.fonti(campo, &doveri);
        _ = write!(text, "\n# {}", campo.etichetta);
        if !fonti.is_empty() {
            _ = write!(text, " ({})", fonti.join("; "));
        }
        text.push('\n');
        if !campo.guida.is_empty() {
            _ = writeln!(text, "# {}", campo.guida);
        }
        let brackets = if campo.forma.elenco { ("[[", "]]") } else { ("[", "]") };
        _ = writeln!(text, "# {}{}{}", brackets.0, campo.chiave, brackets.1);
        self.keys(kind, &campo.chiave, &[], text);
    }

    /// The fields of a record that are still to be written, as comments, each with what it is, its
    /// article and its closed list.
    fn keys(&self, kind: &str, path: &str, written: &[&str], text: &mut String) {
        let kind = &self.law.record[kind];
        let left = kind.campi.iter().filter(|campo| !written.contains(&campo.chiave.as_str()));
        let left: Vec<(&Campo, String, Vec<&Dovere>)> = left
            .filter_map(|campo| {
                let path = format!("{path}.{}", campo.chiave);
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
