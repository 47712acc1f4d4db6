//! Terms of adoption.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use serde::Deserialize;

use super::Profilo;

use crate::norma::Fiducia;

/// The calendar of adoption.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendario {
    /// The term of every year.
    pub generale: Generale,
    /// The term when that of the budget is deferred.
    pub dopo_il_bilancio: DopoIlBilancio,
    /// Deferrals of the term of the budget that we know of.
    pub differimento: Vec<Differimento>,
    /// Public holidays of the whole country, Sundays apart.
    pub festivita: Vec<Festivita>,
}

/// A public holiday: the same day of every year, or so many days after Easter.
#[derive(Debug, Clone, Deserialize)]
pub struct Festivita {
    /// What it is called.
    pub nome: String,
    /// When it is.
    #[serde(flatten)]
    pub quando: Quando,
    /// First year in which it is a holiday; from always when there is none.
    #[serde(default)]
    pub dal: i16,
}

/// The day of a holiday.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Quando {
    /// The same day of every year.
    Fisso {
        /// Month.
        mese: i8,
        /// Day.
        giorno: i8,
    },
    /// A day that moves with Easter.
    Mobile {
        /// Days after Easter Sunday.
        dopo_pasqua: i64,
    },
}

/// The term of every year.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Generale {
    /// Month.
    pub mese: i8,
    /// Day.
    pub giorno: i8,
    /// Citations.
    pub norma: Vec<String>,
    /// How sure they are.
    pub fiducia: Fiducia,
}

/// The term when that of the budget is deferred.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DopoIlBilancio {
    /// Days after the deferred term of the budget.
    pub giorni: i64,
    /// Properties of the administrations concerned.
    pub per: Vec<String>,
    /// Citations.
    pub norma: Vec<String>,
    /// How sure they are.
    pub fiducia: Fiducia,
}

/// A deferral of the term of the budget, for some administrations and one year.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differimento {
    /// First year of the triennium.
    pub anno: i16,
    /// New term of the budget.
    #[serde(deserialize_with = "crate::valori::giorno::day")]
    pub termine_bilancio: Date,
    /// The act that defers.
    pub atto: String,
    /// Regions concerned, keys of the list `regioni`; empty means all.
    #[serde(default)]
    pub regioni: Vec<String>,
    /// Properties of the administrations concerned.
    pub per: Vec<String>,
    /// How sure we are of it.
    pub fiducia: Fiducia,
}

impl Differimento {
    /// Whether it is about the plans of a year of administrations like this, whatever the region.
    fn is_about(&self, anno: i16, profilo: &Profilo) -> bool {
        self.anno == anno && self.per.iter().all(|property| profilo.has_named(property))
    }

    /// Whether it reaches the region of an administration.
    fn reaches(&self, profilo: &Profilo) -> bool {
        let own = profilo.regione.as_ref();
        self.regioni.is_empty() || own.is_some_and(|own| self.regioni.contains(own))
    }
}

impl Calendario {
    /// The last day to adopt the plan of a triennium: 31 January of its first year, or thirty
    /// days after the deferred term of the budget for those whose term follows it. The deferred
    /// term is the one that the plan declares, or a later one that we know of.
    #[must_use]
    pub fn termine(&self, inizio: i16, bilancio: Option<Date>, profilo: &Profilo) -> Date {
        let known = self.differimento(inizio, profilo).map(|known| known.termine_bilancio);
        match bilancio.max(known) {
            Some(term) if self.follows_budget(profilo) => self.dopo_il_bilancio(term),
            _ => self.ordinario(inizio),
        }
    }

    /// The term of a year when nothing is deferred.
    #[must_use]
    pub fn ordinario(&self, anno: i16) -> Date {
        date(anno, self.generale.mese, self.generale.giorno)
    }

    /// The last day to adopt a plan after a term of the budget.
    #[must_use]
    pub fn dopo_il_bilancio(&self, termine: Date) -> Date {
        termine.checked_add(self.dopo_il_bilancio.giorni.days()).unwrap_or(termine)
    }

    /// The latest deferral that we know of for an administration and a year.
    #[must_use]
    pub fn differimento(&self, anno: i16, profilo: &Profilo) -> Option<&Differimento> {
        let own = self.differimento.iter().filter(|d| d.is_about(anno, profilo));
        own.filter(|d| d.reaches(profilo)).max_by_key(|d| d.termine_bilancio)
    }

    /// The deferral of some regions that may be that of an administration which does not say its
    /// own.
    #[must_use]
    pub fn differimento_regionale(&self, anno: i16, profilo: &Profilo) -> Option<&Differimento> {
        let own = self.differimento.iter().filter(|d| d.is_about(anno, profilo));
        let regional = own.filter(|d| profilo.regione.is_none() && !d.regioni.is_empty());
        regional.max_by_key(|d| d.termine_bilancio)
    }

    fn follows_budget(&self, profilo: &Profilo) -> bool {
        self.dopo_il_bilancio.per.iter().all(|property| profilo.has_named(property))
    }

    /// Why nobody works on a day: its holiday, or «domenica»; nothing for a working day.
    #[must_use]
    pub fn festa(&self, day: Date) -> Option<&str> {
        let is_holiday =
            |f: &&Festivita| f.dal <= day.year() && f.quando.day(day.year()) == Some(day);
        let holiday = self.festivita.iter().find(is_holiday).map(|f| f.nome.as_str());
        holiday.or_else(|| (day.weekday() == Weekday::Sunday).then_some("domenica"))
    }
}

impl Quando {
    /// The day in a year, when the calendar goes so far.
    fn day(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Fisso { mese, giorno } => Date::new(year, mese, giorno).ok(),
            Self::Mobile { dopo_pasqua } => {
                let easter = computus::gregorian(year.into()).ok()?;
                let (month, day) =
                    (i8::try_from(easter.month).ok()?, i8::try_from(easter.day).ok()?);
                Date::new(year, month, day).ok()?.checked_add(dopo_pasqua.days()).ok()
            }
        }
    }
}
