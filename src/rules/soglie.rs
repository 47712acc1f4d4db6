//! Where expenditure on staff stands, between the thresholds of the law.

use rust_decimal::Decimal;

use super::Contesto;
use crate::law::soglie::{Scaglioni, Turnover};
use crate::model::{Capacita, DatoAl};

/// Where expenditure on staff stands.
pub(super) enum Collocazione<'a> {
    /// Up to the threshold: it may grow as far as this.
    Entro { tabella: &'a Scaglioni, soglia: Decimal, massimo: Decimal },
    /// Between the two thresholds: it may not grow over what it was.
    Fra { rientro: &'a Scaglioni, speso: Decimal },
    /// Above the threshold from which it has to come back.
    Oltre { turnover: Option<&'a Turnover> },
}

/// Where the administration stands; nothing when the data do not say, or no threshold binds it.
pub(super) fn colloca<'a>(
    contesto: &Contesto<'a>,
    capacita: &Capacita,
) -> Option<Collocazione<'a>> {
    let popolazione = contesto.piano.anagrafica.popolazione.as_ref().and_then(DatoAl::quanti)?;
    let soglie = contesto.law.soglie_di(contesto.profilo)?;
    let (tabella, speso) = (&soglie.soglia, capacita.spesa_personale?);
    let soglia = tabella.valore(popolazione)?;
    let massimo = capacita.spesa_possibile(soglia)?;
    if speso <= massimo {
        return Some(Collocazione::Entro { tabella, soglia, massimo });
    }
    if let Some(rientro) = &soglie.rientro
        && speso <= capacita.spesa_possibile(rientro.valore(popolazione)?)?
    {
        return Some(Collocazione::Fra { rientro, speso });
    }
    Some(Collocazione::Oltre { turnover: soglie.turnover.as_ref() })
}
