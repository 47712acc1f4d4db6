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

impl Calendario {
    /// The last day to adopt the plan of a triennium: 31 January of its first year, or thirty
    /// days after the deferred term of the budget for those whose term follows it.
    #[must_use]
    pub fn termine(&self, inizio: i16, bilancio: Option<Date>, profilo: &Profilo) -> Date {
        let follows = self.dopo_il_bilancio.per.iter().all(|property| profilo.has(property));
        match bilancio {
            Some(term) if follows => {
                term.checked_add(self.dopo_il_bilancio.giorni.days()).unwrap_or(term)
            }
            _ => date(inizio, self.generale.mese, self.generale.giorno),
        }
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
