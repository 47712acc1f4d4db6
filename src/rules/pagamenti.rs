//! What the rules on the terms of payment share.

use crate::diag::Severity;
use crate::law::proprieta;
use crate::rules::Contesto;

/// The most that they weigh: whether the provision binds the health service was not read.
pub(super) fn heaviest(contesto: &Contesto<'_>) -> Severity {
    if contesto.profilo.has(proprieta::SANITA) { Severity::Avviso } else { Severity::Errore }
}
