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
    /// What may be hired above it, or above the only threshold.
    #[serde(default)]
    pub turnover: Option<Turnover>,
    /// Where the thresholds do not hold as they are written.
    #[serde(default)]
    pub esenzione: Option<Esenzione>,
}

/// Which part of those who leave may be replaced.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turnover {
    /// Citations.
    pub norma: Vec<String>,
    /// How sure they are.
    pub fiducia: Fiducia,
    /// Per cent of what they cost.
    pub percento: Decimal,
    /// First year.
    pub dal: i16,
}

/// Regions with rules of their own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Esenzione {
    /// Citations.
    pub norma: Vec<String>,
    /// How sure they are.
    pub fiducia: Fiducia,
    /// Keys of the list `regioni`.
    pub regioni: Vec<String>,
}

impl Soglie {
    /// Every list of citations.
    pub(super) fn norme(&self) -> impl Iterator<Item = &[String]> {
        let scaglioni = std::iter::once(&self.soglia).chain(&self.rientro);
        let scaglioni = scaglioni.map(|scaglioni| scaglioni.norma.as_slice());
        let turnover = self.turnover.iter().map(|turnover| turnover.norma.as_slice());
        let esenzione = self.esenzione.iter().map(|esenzione| esenzione.norma.as_slice());
        scaglioni.chain(turnover).chain(esenzione)
    }
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
