//! Weighted means.

use rust_decimal::Decimal;

/// A mean and the weights that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// The mean.
    pub valore: Decimal,
    /// The sum of the weights.
    pub pesi: Decimal,
}

/// The mean of some values, each after its weight; nothing when one of them is not known, or when
/// they weigh nothing.
pub fn media_pesata(values: impl Iterator<Item = Option<(Decimal, Decimal)>>) -> Option<Media> {
    let (mut sum, mut pesi) = (Decimal::ZERO, Decimal::ZERO);
    for value in values {
        let (peso, value) = value?;
        sum = sum.checked_add(peso.checked_mul(value)?)?;
        pesi = pesi.checked_add(peso)?;
    }
    Some(Media { valore: sum.checked_div(pesi)?, pesi })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_counts_as_much_as_it_weighs() {
        let of = |values: &[Option<(i64, i64)>]| {
            let pair = |(peso, value): (i64, i64)| (Decimal::from(peso), Decimal::from(value));
            media_pesata(values.iter().map(|value| value.map(pair)))
        };
        let media = of(&[Some((40, 100)), Some((60, 50))]).expect("a mean");
        assert_eq!((media.valore, media.pesi), (Decimal::from(70), Decimal::ONE_HUNDRED));
        assert_eq!(of(&[Some((40, 100)), None]), None);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[Some((0, 100))]), None);
    }
}
