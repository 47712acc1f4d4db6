//! Terms of adoption.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::Deserialize;
use toml::value::Datetime;

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
    /// Deferrals that we know of.
    pub differimento: Vec<Differimento>,
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

/// A deferral of the term of the budget.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differimento {
    /// First year of the triennium.
    pub anno: i16,
    /// New term of the budget.
    pub termine_bilancio: Datetime,
    /// New term of the plan.
    pub termine_piano: Datetime,
    /// The act that defers.
    pub atto: String,
    /// Regions concerned; empty means all.
    #[serde(default)]
    pub regioni: Vec<String>,
    /// Properties of the administrations concerned.
    pub per: Vec<String>,
    /// How sure we are of it.
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
}
