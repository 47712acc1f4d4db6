//! Hiring capacity and limits of expenditure: what follows from the figures.

use rust_decimal::Decimal;

use super::{Capacita, Chiave, Limite, campo};

impl Capacita {
    /// What expenditure on staff is measured against: the mean of the current revenues of three
    /// years, less the fund for doubtful credits. Nothing when it cannot be computed or is not
    /// positive.
    #[must_use]
    pub fn base(&self) -> Option<Decimal> {
        if self.entrate.len() != 3 {
            return None;
        }
        let sum = self
            .entrate
            .iter()
            .try_fold(Decimal::ZERO, |sum, entrata| sum.checked_add(entrata.importo?))?;
        let mean = sum.checked_div(Decimal::from(self.entrate.len()))?;
        mean.checked_sub(self.fcde?).filter(|base| *base > Decimal::ZERO)
    }

    /// Expenditure on staff as a percentage of the base.
    #[must_use]
    pub fn rapporto_calcolato(&self) -> Option<Decimal> {
        self.spesa_personale?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.base()?)
    }

    /// The greatest expenditure on staff that a threshold allows.
    #[must_use]
    pub fn spesa_possibile(&self, soglia: Decimal) -> Option<Decimal> {
        let product = self.base()?.checked_mul(soglia)?;
        Some(product.checked_div(Decimal::ONE_HUNDRED)?.round_dp(2))
    }
}

impl Limite {
    /// The planned amounts, each with its field and the year of the triennium that it is about.
    pub fn previsti(&self) -> impl Iterator<Item = (Chiave, i16, Decimal)> {
        [
            (campo::PRIMO_ANNO, 0, self.primo_anno),
            (campo::SECONDO_ANNO, 1, self.secondo_anno),
            (campo::TERZO_ANNO, 2, self.terzo_anno),
        ]
        .into_iter()
        .filter_map(|(campo, year, amount)| Some((campo, year, amount?)))
    }
}
