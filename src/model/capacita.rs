//! Sub-section 3.3, hiring capacity and limits of expenditure.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Luogo;

/// Capacità assunzionale.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Capacita {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Norma applicata.
    pub norma: Option<String>,
    /// Metodo, Markdown.
    pub metodo: Option<String>,
    /// Spesa di personale dell'ultimo rendiconto, euro.
    pub spesa_personale: Option<Decimal>,
    /// Entrate correnti.
    pub entrate: Vec<Entrata>,
    /// Fondo crediti di dubbia esigibilità, euro.
    pub fcde: Option<Decimal>,
    /// Rapporto fra spesa di personale ed entrate, per cent.
    pub rapporto: Option<Decimal>,
    /// Valore soglia, per cent.
    pub soglia: Option<Decimal>,
    /// Spesa massima di personale, euro.
    pub spesa_massima: Option<Decimal>,
    /// Spesa di personale prevista.
    pub prevista: Vec<SpesaPrevista>,
    /// Spesa possibile per nuove assunzioni.
    pub annua: Vec<CapacitaAnnua>,
    /// Asseverazione dei revisori.
    pub asseverazione: Option<String>,
}

/// Entrate correnti.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entrata {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Rendiconto.
    pub anno: i16,
    /// Entrate correnti, euro.
    pub importo: Option<Decimal>,
}

/// Spesa possibile.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CapacitaAnnua {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Spesa possibile, euro.
    pub importo: Option<Decimal>,
}

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

/// Spesa di personale prevista.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SpesaPrevista {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Anno.
    pub anno: i16,
    /// Spesa prevista, euro.
    pub importo: Option<Decimal>,
    /// Risorse per il personale nel DUP, euro.
    pub risorse_dup: Option<Decimal>,
}

/// Limite di spesa.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Limite {
    /// Where the record is written.
    #[serde(skip_serializing)]
    pub luogo: Luogo,
    /// Limite.
    pub limite: String,
    /// Tipo, key of the list `tipi_limite`.
    pub tipo: Option<String>,
    /// Norma.
    pub norma: Option<String>,
    /// Tetto, euro.
    pub tetto: Option<Decimal>,
    /// Primo anno, euro.
    pub primo_anno: Option<Decimal>,
    /// Secondo anno, euro.
    pub secondo_anno: Option<Decimal>,
    /// Terzo anno, euro.
    pub terzo_anno: Option<Decimal>,
}

impl Limite {
    /// The planned amounts, each with its field and the year of the triennium that it is about.
    pub fn previsti(&self) -> impl Iterator<Item = (&'static str, i16, Decimal)> {
        [
            ("primo_anno", 0, self.primo_anno),
            ("secondo_anno", 1, self.secondo_anno),
            ("terzo_anno", 2, self.terzo_anno),
        ]
        .into_iter()
        .filter_map(|(campo, year, amount)| Some((campo, year, amount?)))
    }
}
