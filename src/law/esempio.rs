//! What is written in a field, by way of example: the lines that a finding, a page or a new plan
//! offers to whoever has to write them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::{Base, Campo, Dovere, Law, Passo, Percorso, Profilo, Record};
use crate::nomi::Nome;
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::Organi;

/// Fields that an example between braces shows even when nothing asks for them.
const FIRST: usize = 3;

/// What an address looks like.
const URL: &str = "https://www.esempio.it";
/// What an e-mail address looks like.
const EMAIL: &str = "nome@esempio.it";
/// The image that the examples show, as it is written.
const IMMAGINE: &str = "{ file = \"immagini/nome.svg\", alternativa = \"…\" }";

/// The examples that the law gives, as texts; a field that is not among them has that of its form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Esempi {
    /// Of fields of text, by key.
    pub testi: BTreeMap<String, String>,
    /// Of any field, by kind of record and key: `fase.inizio`.
    pub campi: BTreeMap<String, String>,
}

/// Writes examples for an administration and a year.
#[derive(Debug, Clone, Copy)]
pub struct Esempio<'a> {
    law: &'a Law,
    profilo: Option<&'a Profilo>,
    anno: i16,
}

impl Law {
    /// The writer of examples for whoever has this profile; for everybody when there is none.
    #[must_use]
    pub fn esempio<'a>(&'a self, profilo: Option<&'a Profilo>) -> Esempio<'a> {
        let day = profilo.and_then(|profilo| profilo.data);
        let anno = day.map_or_else(|| self.letti_il.year() + 1, jiff::civil::Date::year);
        Esempio { law: self, profilo, anno }
    }

    /// The kind of the records that a field holds, if it holds any.
    #[must_use]
    pub fn kind_of(&self, campo: &Campo) -> Option<&Record> {
        match &campo.forma.base {
            Base::Record(kind) => self.record.get(kind),
            _ => None,
        }
    }
}

impl<'a> Esempio<'a> {
    /// The value of a field of a kind of record, as TOML on one line.
    #[must_use]
    pub fn valore(&self, kind: &Record, campo: &Campo) -> String {
        self.valore_in("", kind, campo)
    }

    /// The value of a field of a kind of record held by another kind: records of one kind held by
    /// several have codes that tell them apart.
    #[must_use]
    pub fn valore_in(&self, padre: &str, kind: &Record, campo: &Campo) -> String {
        let one = match self.law.kind_of(campo) {
            Some(inner) => self.braces(kind, campo, inner),
            None => quoted(&campo.forma.base, &self.testo(padre, kind, campo)),
        };
        if campo.forma.elenco { format!("[{one}]") } else { one }
    }

    /// The line that writes a field: `triennio = { inizio = 2027, fine = 2029 }`.
    #[must_use]
    pub fn riga(&self, kind: &Record, campo: &Campo) -> String {
        format!("{} = {}", campo.chiave, self.valore(kind, campo))
    }

    /// The fields of a kind of record that an example shows, held in a field: those without which
    /// it is no record, those that a duty asks for, the first ones. Lists of records apart, which
    /// have headers of their own. `scelto` chooses among the records: what is asked of those.
    fn scelti<'c>(
        &self,
        holder: &Campo,
        inner: &'c Record,
        scelto: Option<&(String, String)>,
    ) -> Vec<&'c Campo> {
        let shown = |(at, campo): &(usize, &Campo)| {
            let nested = campo.forma.elenco && matches!(campo.forma.base, Base::Record(_));
            let chosen = *at < FIRST
                || scelto.is_some_and(|(by, _)| *by == campo.chiave)
                || self.is_asked(&holder.chiave, &campo.chiave, scelto);
            campo.obbligo || chosen && !nested
        };
        inner.campi.iter().enumerate().filter(shown).map(|(_, campo)| campo).collect()
    }

    /// What to type for a duty: the header of the table, then the lines that go below it.
    ///
    /// ```
    /// # use piao::law::Law;
    /// let law = Law::embedded();
    /// let path = "piao.triennio".to_owned().try_into().expect("a path");
    /// let typed = law.esempio(None).dovere(&path);
    /// assert_eq!(typed, "in [piao] scrivi: triennio = { inizio = 2027, fine = 2029 }");
    /// ```
    #[must_use]
    pub fn dovere(&self, path: &Percorso) -> String {
        let Some((kind, campo)) = self.follow(&path.passi) else { return String::new() };
        let last = path.ultimo();
        let (before, _) = path.passi.split_at(path.passi.len() - 1);
        match self.law.kind_of(campo) {
            Some(inner) if campo.forma.elenco || before.is_empty() => {
                let mut text = format!("scrivi:\n{}", self.header(&path.passi));
                let by = filter_of(last, inner);
                for own in self.scelti(campo, inner, last.filtro.as_ref()) {
                    let value = match by {
                        Some((by, value)) if by.chiave == own.chiave => filter_value(by, value),
                        _ => self.valore(inner, own),
                    };
                    _ = write!(text, "\n{} = {value}", own.chiave);
                }
                text
            }
            _ if before.is_empty() => {
                format!("in cima a piao.toml scrivi: {}", self.riga(kind, campo))
            }
            _ => {
                let amid = before.last().and_then(|step| filter_of(step, kind));
                let amid = amid
                    .map(|(by, value)| format!(" con {} = {}", by.chiave, filter_value(by, value)));
                let value = match filter_of(last, kind) {
                    Some((by, value)) if by.chiave == campo.chiave => filter_value(by, value),
                    _ => self.valore(kind, campo),
                };
                let (header, amid) = (self.header(before), amid.unwrap_or_default());
                format!("in {header}{amid} scrivi: {} = {value}", campo.chiave)
            }
        }
    }

    /// The header of the table where a path ends: `[[obiettivi_performance.fasi]]`.
    fn header(&self, path: &[Passo]) -> String {
        let keys: Vec<&str> = path.iter().map(|step| step.chiave.as_str()).collect();
        let list = self.follow(path).is_some_and(|(_, campo)| campo.forma.elenco);
        let keys = keys.join(".");
        if list { format!("[[{keys}]]") } else { format!("[{keys}]") }
    }

    /// The field at the end of a path, and the kind of the record that has it.
    fn follow(&self, path: &[Passo]) -> Option<(&'a Record, &'a Campo)> {
        let mut kind = &self.law.radice;
        let mut found = None;
        for step in path {
            let campo = kind.campo(&step.chiave)?;
            found = Some((kind, campo));
            kind = self.law.kind_of(campo).unwrap_or(kind);
        }
        found
    }

    /// A record between braces, with the fields that an example shows.
    fn braces(&self, kind: &Record, holder: &Campo, inner: &Record) -> String {
        let value = |own| self.valore_in(&kind.chiave, inner, own);
        let fields: Vec<String> = self
            .scelti(holder, inner, None)
            .into_iter()
            .map(|own| format!("{} = {}", own.chiave, value(own)))
            .collect();
        format!("{{ {} }}", fields.join(", "))
    }

    /// The text of the example of a field that holds no record.
    fn testo(&self, padre: &str, kind: &Record, campo: &Campo) -> String {
        let esempi = &self.law.esempi;
        let own = esempi.campi.get(&format!("{}.{}", kind.chiave, campo.chiave));
        let is_text = matches!(campo.forma.base, Base::Riga | Base::Testo);
        let text = own.or_else(|| esempi.testi.get(&campo.chiave).filter(|_| is_text));
        match text {
            Some(text) => self.dated(text),
            None => self.dated(&self.of_form(padre, kind, &campo.forma.base)),
        }
    }

    /// The example that a form gives of itself.
    fn of_form(&self, padre: &str, kind: &Record, base: &Base) -> String {
        match base {
            Base::Riga | Base::Testo | Base::Record(_) => "…".into(),
            Base::Id if padre == kind.chiave => code(&format!("{padre}_interna")),
            Base::Id if padre.is_empty() || !self.is_shared(kind) => code(&kind.chiave),
            Base::Id => code(&format!("{padre}_{}", kind.chiave)),
            Base::Riferimento(kind) => code(kind),
            Base::Intero | Base::Conteggio => "12".into(),
            Base::Numero => "1.5".into(),
            Base::Euro => "34500.00".into(),
            Base::Percento => "50".into(),
            Base::Anno => "{anno}".into(),
            Base::Data => "{anno}-12-31".into(),
            Base::SiNo => "true".into(),
            Base::Misura => "≥ 95 %".into(),
            Base::Url => URL.into(),
            Base::Email => EMAIL.into(),
            Base::Immagine => IMMAGINE.into(),
            Base::Pdf => "allegati/nome.pdf".into(),
            Base::Scelta(list) => {
                // The first organ of the list is of a kind of administration, this one has its own.
                let organi = self.profilo.map(Profilo::organi).unwrap_or_default();
                if let Some(organo) = organi.first().filter(|_| list == Organi::LISTA) {
                    return organo.clone();
                }
                self.law.chiavi(list).first().copied().unwrap_or_default().to_owned()
            }
        }
    }

    /// Whether several fields of the law hold records of a kind.
    fn is_shared(&self, kind: &Record) -> bool {
        let holds = |campo: &Campo| campo.forma.base == Base::Record(kind.chiave.clone());
        self.law.campi().filter(|(_, campo)| holds(campo)).nth(1).is_some()
    }

    /// A text with the years of the plan.
    fn dated(&self, text: &str) -> String {
        [("{anno-1}", -1), ("{anno}", 0), ("{anno+1}", 1), ("{anno+2}", 2)]
            .into_iter()
            .fold(text.to_owned(), |text, (sign, years)| {
                text.replace(sign, &(self.anno + years).to_string())
            })
    }

    /// Whether a duty asks for a key of the records that a field holds.
    fn is_asked(&self, holder: &str, chiave: &str, scelto: Option<&(String, String)>) -> bool {
        let binds = |dovere: &Dovere| self.profilo.is_none_or(|profilo| dovere.binds(profilo));
        self.law.doveri().any(|(_, dovere)| {
            let [.., outer, inner] = dovere.campo.passi.as_slice() else { return false };
            inner.chiave == chiave
                && outer.chiave == holder
                && (outer.filtro.is_none() || outer.filtro.as_ref() == scelto)
                && binds(dovere)
        })
    }
}

/// The code of a record of a kind.
fn code(kind: &str) -> String {
    format!("{}-1", kind.replace('_', "-"))
}

/// The field by which a step chooses among records of a kind, and the value that it wants.
fn filter_of<'a>(step: &'a Passo, kind: &'a Record) -> Option<(&'a Campo, &'a str)> {
    let (key, value) = step.filtro.as_ref()?;
    Some((kind.campo(key)?, value))
}

fn filter_value(campo: &Campo, value: &str) -> String {
    let one = quoted(&campo.forma.base, value);
    if campo.forma.elenco { format!("[{one}]") } else { one }
}

/// A text as TOML writes it in a form.
fn quoted(base: &Base, text: &str) -> String {
    match base {
        Base::Intero
        | Base::Conteggio
        | Base::Numero
        | Base::Euro
        | Base::Percento
        | Base::Anno
        | Base::Data
        | Base::SiNo
        | Base::Immagine
        | Base::Record(_) => text.to_owned(),
        Base::Riga
        | Base::Testo
        | Base::Id
        | Base::Misura
        | Base::Url
        | Base::Email
        | Base::Pdf
        | Base::Scelta(_)
        | Base::Riferimento(_) => {
            format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
        }
    }
}

impl Esempi {
    /// The hosts of the addresses that the examples show: nobody answers there.
    pub fn domini(&self) -> impl Iterator<Item = &str> {
        let own = self.testi.values().chain(self.campi.values()).map(String::as_str);
        own.chain([URL, EMAIL]).filter_map(|text| {
            let (_, after) = text.split_once("://").or_else(|| text.split_once('@'))?;
            let host = after.split(['/', ' ']).next()?;
            Some(host.strip_prefix("www.").unwrap_or(host))
        })
    }

    /// The names of fields that are not there.
    pub(super) fn unknown(&self, law: &Law) -> Option<String> {
        let has = |key: &str| law.campi().any(|(_, campo)| campo.nome() == key);
        let texts = self.testi.keys().find(|key| !has(key));
        let fields = self.campi.keys().find(|key| {
            let field =
                key.split_once('.').and_then(|(kind, key)| law.record.get(kind)?.campo(key));
            field.is_none()
        });
        texts.or(fields).cloned()
    }
}
