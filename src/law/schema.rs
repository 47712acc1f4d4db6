//! The piano-tipo: sub-sections, fields, kinds of record, duties.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::profilo::Profilo;
use super::{Base, Figura, Forma, Frase, Percorso, Riporto, Ruolo};
use crate::nomi::Nome;
use crate::norma::{Fiducia, Severity};
use crate::valori::giorno::{in_force, maybe};

/// A file of the piano-tipo: what the law asks where a plan's file of the same name answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sottosezione {
    /// Name of its file.
    #[serde(skip)]
    pub file: String,
    /// Stem of anchors and modules.
    pub chiave: String,
    /// Number in the decree, empty for the act.
    pub numero: String,
    /// Title in the decree.
    pub titolo: String,
    /// Section, 1 to 4; 0 for the act.
    pub sezione: u8,
    /// Properties for which it is due; empty means everybody.
    #[serde(default)]
    pub per: Vec<String>,
    /// Whether an administration that has nothing of it may leave it out with a reason alone, no
    /// norm: that weighs a warning.
    #[serde(default)]
    pub omissibile: bool,
    /// Citations.
    pub norma: Vec<String>,
    /// What it holds, in a sentence for its reader.
    #[serde(default)]
    pub sommario: String,
    /// Fields at the top level of a plan.
    pub campo: Vec<Campo>,
    /// Kinds of record defined here.
    #[serde(default)]
    pub record: BTreeMap<String, Record>,
    /// Duties.
    #[serde(default)]
    pub dovere: Vec<Dovere>,
}

/// A field.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key that a jurist may write")]
pub struct Campo {
    /// Key in a plan.
    pub chiave: String,
    /// Form of its value.
    pub forma: Forma,
    /// Label, as printed.
    pub etichetta: String,
    /// What it is for the reader of its record.
    #[serde(default)]
    pub ruolo: Option<Ruolo>,
    /// What they are, where the opening of a plan says how many.
    #[serde(default)]
    pub conta: Option<String>,
    /// Advice to whoever writes it.
    #[serde(default)]
    pub guida: String,
    /// Citations.
    #[serde(default)]
    pub norma: Vec<String>,
    /// Items of the legal dossier that the field carries.
    #[serde(default)]
    pub contenuto: Vec<String>,
    /// Rule that a wrong value breaks: one outside the closed list, or a code that is there twice.
    #[serde(default)]
    pub regola: Option<String>,
    /// How it is shown, when not as its record says.
    #[serde(default)]
    pub vista: Option<Vista>,
    /// The figure beside its table.
    #[serde(default)]
    pub figura: Option<Figura>,
    /// Whether the record is not a record without it.
    #[serde(default)]
    pub obbligo: bool,
    /// Whether no two records of a list may say the same.
    #[serde(default)]
    pub unico: bool,
    /// Whether it is shown as a titled part of its own.
    #[serde(default)]
    pub parte: bool,
    /// Whether it opens its sub-section, without a title.
    #[serde(default)]
    pub senza_titolo: bool,
    /// What is computed of a list of records as a whole: `{quanti}`, `{somma x}`, `{diversi x}`.
    #[serde(default)]
    pub sintesi: Option<Frase>,
    /// The field that says the day that the list is about.
    #[serde(default)]
    pub al: Option<Percorso>,
    /// The list of words, the least first, on which its value stands somewhere.
    #[serde(default)]
    pub scala: Option<Percorso>,
    /// The field of the same record of which its value is a part.
    #[serde(default)]
    pub quota_di: Option<String>,
    /// What becomes of it in the plan of the next year.
    #[serde(default)]
    pub riporto: Riporto,
    /// Whether its column is summed at the foot of a table.
    #[serde(default)]
    pub somma: bool,
    /// The field that weighs the mean shown at the foot of its column, when there is one.
    #[serde(default)]
    pub media: Option<String>,
}

/// A kind of record.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Key of the kind; empty for the plan itself.
    #[serde(skip)]
    pub chiave: String,
    /// File that defines the kind, below `plan/`; empty for the plan itself.
    #[serde(skip)]
    pub file: String,
    /// Name, as printed.
    pub nome: String,
    /// Field that titles it.
    #[serde(default)]
    pub titolo: String,
    /// How a list of them is shown.
    #[serde(default)]
    pub vista: Vista,
    /// Whether each has a page of its own, where there are pages.
    #[serde(default)]
    pub pagina: bool,
    /// How one of them is said on a line.
    #[serde(default)]
    pub frase: Option<Frase>,
    /// Fields.
    pub campi: Vec<Campo>,
    /// Duties of every record of the kind, whatever holds it.
    #[serde(default)]
    pub dovere: Vec<DovereDiRecord>,
    /// What holds such records, and how much their duties weigh there.
    #[serde(default)]
    pub sedi: Vec<Sede>,
}

/// A duty of every record of a kind: said once, it is due in each of its seats.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DovereDiRecord {
    /// Code of the rule.
    pub regola: String,
    /// Where, inside the record.
    pub campo: Percorso,
    /// Properties for which it is due; empty means everybody.
    #[serde(default)]
    pub per: Vec<String>,
    /// Whether it is due only where the piano-tipo does not ask its questions: there a rule looks
    /// closer.
    #[serde(default)]
    pub altrove: bool,
    /// What is missing, as a sentence.
    pub manca: String,
    /// What to do.
    #[serde(default)]
    pub aiuto: Option<String>,
}

/// A list that holds records of a kind.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sede {
    /// The list.
    pub campo: Percorso,
    /// Whether the piano-tipo asks its questions there.
    #[serde(default)]
    pub domande: bool,
    /// Weight of what is missing there.
    pub gravita: Severity,
    /// How sure the citations are.
    pub fiducia: Fiducia,
    /// Citations.
    pub norma: Vec<String>,
}

/// How a list of records is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vista {
    /// A card each.
    #[default]
    Schede,
    /// A small card each.
    Compatte,
    /// A row each.
    Tabella,
    /// A row each, its targets year by year.
    Indicatori,
    /// A tree of units, then a row and a small card each.
    Organigramma,
}

/// Something that the law asks to be there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dovere {
    /// Code of the rule.
    pub regola: String,
    /// Where.
    pub campo: Percorso,
    /// A field beside it whose presence dispenses from the duty.
    #[serde(default)]
    pub salvo: Option<Percorso>,
    /// Properties for which it is due; empty means everybody.
    #[serde(default)]
    pub per: Vec<String>,
    /// First day of validity.
    #[serde(default, deserialize_with = "maybe")]
    pub dal: Option<Date>,
    /// Last day of validity.
    #[serde(default, deserialize_with = "maybe")]
    pub al: Option<Date>,
    /// Whether one in the whole plan is enough, instead of one in each record.
    #[serde(default)]
    pub ovunque: bool,
    /// Weight.
    pub gravita: Severity,
    /// How sure the citation is.
    pub fiducia: Fiducia,
    /// Citations.
    pub norma: Vec<String>,
    /// Citations that bind some administrations too.
    #[serde(default)]
    pub anche: Vec<Appoggio>,
    /// What is missing, as a sentence.
    pub manca: String,
    /// What to do.
    #[serde(default)]
    pub aiuto: Option<String>,
}

/// A further source of a duty, for some administrations.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appoggio {
    /// Properties of the administrations that it binds.
    pub per: Vec<String>,
    /// Citations.
    pub norma: Vec<String>,
}

impl Dovere {
    /// The citations that bind an administration.
    pub fn fonti<'a>(&'a self, profilo: &'a Profilo) -> impl Iterator<Item = &'a str> {
        let binds = |own: &&Appoggio| own.per.iter().all(|p| profilo.has_named(p));
        let more = self.anche.iter().filter(binds).flat_map(|own| &own.norma);
        self.norma.iter().chain(more).map(String::as_str)
    }

    /// Whether the duty binds this administration on the date of its plan.
    #[must_use]
    pub fn binds(&self, profilo: &Profilo) -> bool {
        in_force(self.dal, self.al, profilo.data)
            && self.per.iter().all(|property| profilo.has_named(property))
    }

    /// What the duty weighs: no more than a citation so sure may back.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.gravita.min(self.fiducia.heaviest())
    }
}

impl Campo {
    /// Whether what it says is written in a cell: it holds no record.
    #[must_use]
    pub fn sta_in_cella(&self) -> bool {
        !matches!(self.forma.base, Base::Record(_))
    }
}

impl Nome for &Campo {
    fn nome(&self) -> &str {
        &self.chiave
    }
}

impl Nome for &&Campo {
    fn nome(&self) -> &str {
        &self.chiave
    }
}

impl DovereDiRecord {
    /// The duty in a seat of the record; nothing when it is not due there.
    #[must_use]
    pub fn at(&self, sede: &Sede) -> Option<Dovere> {
        let due = !(self.altrove && sede.domande);
        due.then(|| Dovere {
            regola: self.regola.clone(),
            campo: self.campo.under(&sede.campo),
            salvo: None,
            per: self.per.clone(),
            dal: None,
            al: None,
            ovunque: false,
            gravita: sede.gravita,
            fiducia: sede.fiducia,
            norma: sede.norma.clone(),
            anche: Vec::new(),
            manca: self.manca.clone(),
            aiuto: self.aiuto.clone(),
        })
    }
}

impl Record {
    /// The field with this key.
    #[must_use]
    pub fn campo(&self, chiave: &str) -> Option<&Campo> {
        self.campi.iter().find(|campo| campo.chiave == chiave)
    }

    /// Whether records of this kind have a code.
    #[must_use]
    pub fn has_id(&self) -> bool {
        self.campi.iter().any(|campo| campo.forma.base == Base::Id)
    }

    /// The rule that is broken by two records with one code.
    #[must_use]
    pub fn regola_codice(&self) -> Option<&str> {
        self.campi.iter().find(|campo| campo.forma.base == Base::Id)?.regola.as_deref()
    }
}

impl Sottosezione {
    /// Whether the sub-section is due to this administration.
    #[must_use]
    pub fn binds(&self, profilo: &Profilo) -> bool {
        self.per.iter().all(|property| profilo.has_named(property))
    }
}
