//! Thresholds of hiring capacity: how much of its current revenue an administration may spend on
//! staff, by population.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::norma::Fiducia;

/// The thresholds of some kinds of administration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Soglie {
    /// What they are.
    pub titolo: String,
    /// Up to here expenditure may grow.
    pub soglia: Scaglioni,
    /// Above this it has to come back, where the law says so.
    #[serde(default)]
    pub rientro: Option<Scaglioni>,
}

/// Percentages by population.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scaglioni {
    /// Citations.
    pub norma: Vec<String>,
    /// How sure they are.
    pub fiducia: Fiducia,
    /// Bands, from the smallest population; the last has no end.
    pub fasce: Vec<Fascia>,
}

/// A band of population.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fascia {
    /// Last number of inhabitants of the band, none in the last one.
    #[serde(default)]
    pub fino_a: Option<i64>,
    /// Expenditure on staff as a percentage of revenue.
    pub valore: Decimal,
}

impl Scaglioni {
    /// The percentage for a population.
    #[must_use]
    pub fn valore(&self, popolazione: i64) -> Option<Decimal> {
        let fascia = self.fasce.iter().find(|f| f.fino_a.is_none_or(|last| popolazione <= last));
        fascia.map(|fascia| fascia.valore)
    }
}
