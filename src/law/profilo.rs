//! The kinds of administration, and what a rule may ask about one.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use crate::nomi::scelte::{Regimi, Stati};
use crate::nomi::{Proprieta, proprieta};
use crate::norma::Fiducia;
use crate::valori::Conteggio;

/// Employees at which the texts on the regime do not meet.
const CINQUANTA: i64 = 50;
/// Inhabitants above which a local body checks the quality of its services (TUEL, art. 147, c. 3).
const QUINDICIMILA: i64 = 15_000;
/// Inhabitants below which the executive plan of management is optional (TUEL, art. 169, c. 3).
const CINQUEMILA: i64 = 5_000;

/// A kind of administration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ente {
    /// Its file, below `plan/`.
    #[serde(skip)]
    pub file: String,
    /// Key in a plan.
    pub chiave: String,
    /// Name.
    pub nome: String,
    /// Properties that rules and duties ask for.
    pub proprieta: Vec<String>,
    /// Bargaining sector of its staff, key of the list `comparti`.
    pub comparto: String,
    /// File of `plan/soglie/` with the thresholds of its hiring capacity, if the law sets any.
    #[serde(default)]
    pub soglie: String,
    /// Who adopts the plan, and how.
    pub adozione: AdozioneEnte,
}

/// Who adopts the plan of a kind of administration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdozioneEnte {
    /// Organs, keys of the list `organi`.
    pub organi: Vec<String>,
    /// Acts, keys of the list `atti`.
    pub atti: Vec<String>,
    /// Whether the organ comes from the statute: no text names it, and another may be right.
    #[serde(default)]
    pub statuto: bool,
    /// Citations.
    pub norma: Vec<String>,
    /// How sure they are.
    pub fiducia: Fiducia,
}

/// An administration, as rules and duties see it.
#[derive(Debug, Clone, Default)]
pub struct Profilo {
    /// Its kind, when it is known.
    pub ente: Option<Ente>,
    /// Its region, key of the list `regioni`, when the plan says it.
    pub regione: Option<String>,
    /// The day on which the plan is judged.
    pub data: Option<Date>,
    proprieta: BTreeSet<String>,
}

/// What decides a profile, as read from a plan.
#[derive(Debug, Clone, Default)]
pub struct Dati {
    /// The kind.
    pub ente: Option<Ente>,
    /// The region, key of the list `regioni`.
    pub regione: Option<String>,
    /// The regime that the plan declares.
    pub regime: Option<Regimi>,
    /// The state that the plan declares.
    pub stato: Option<Stati>,
    /// Whether the thresholds of hiring capacity of its kind do not hold in its region.
    pub senza_soglie: bool,
    /// Heads in service on 31 December before adoption.
    pub dipendenti: Option<i64>,
    /// Inhabitants.
    pub popolazione: Option<Conteggio>,
    /// The day of the plan.
    pub data: Option<Date>,
}

/// The employees on which a profile may count: of an approximate number the least that it may be,
/// or none at all when it may be on either side of fifty.
#[must_use]
pub fn certi(dipendenti: &Conteggio) -> Option<i64> {
    let on_one_side = dipendenti.sotto(CINQUANTA) || dipendenti.almeno(CINQUANTA + 1);
    dipendenti.esatto().or_else(|| on_one_side.then(|| dipendenti.minimo()))
}

impl Profilo {
    /// Builds the profile. Below fifty employees the regime is the simplified one, above it the
    /// ordinary one (D.L. 80/2021, art. 6, c. 1 and 6); at fifty, where the texts do not meet,
    /// or when the number is unknown, it is the one declared, otherwise the ordinary one.
    #[must_use]
    pub fn new(dati: Dati) -> Self {
        let mut proprieta: BTreeSet<String> =
            dati.ente.iter().flat_map(|ente| ente.proprieta.iter().cloned()).collect();
        if dati.senza_soglie && proprieta.remove(proprieta::CAPACITA_PER_SOGLIA.as_str()) {
            proprieta.insert(proprieta::CAPACITA_PROPRIA.as_str().into());
        }
        let simplified = match dati.dipendenti {
            Some(count) if count != 50 => count < 50,
            _ => dati.regime == Some(Regimi::Semplificato),
        };
        let mut add = |property: Proprieta| proprieta.insert(property.as_str().into());
        add(if simplified { proprieta::SEMPLIFICATO } else { proprieta::ORDINARIO });
        for (least, property) in [(51, proprieta::OLTRE_50), (201, proprieta::OLTRE_200)] {
            if dati.dipendenti.is_some_and(|count| count >= least) {
                add(property);
            }
        }
        if dati.popolazione.as_ref().is_some_and(|people| people.almeno(QUINDICIMILA + 1)) {
            add(proprieta::OLTRE_15000_ABITANTI);
        }
        if dati.popolazione.as_ref().is_none_or(|people| people.almeno(CINQUEMILA)) {
            add(proprieta::ALMENO_5000_ABITANTI);
        }
        let reached: &[Proprieta] = match dati.stato {
            Some(Stati::Pubblicato) => &[proprieta::ADOTTATO, proprieta::PUBBLICATO],
            // What changes it was adopted, and may be still to be published.
            Some(Stati::Adottato | Stati::Aggiornato) => &[proprieta::ADOTTATO],
            Some(Stati::Bozza | Stati::Proposta) | None => &[proprieta::BOZZA],
        };
        for property in reached {
            add(*property);
        }
        Self { ente: dati.ente, regione: dati.regione, data: dati.data, proprieta }
    }

    /// Whether the administration has a property.
    #[must_use]
    pub fn has(&self, property: Proprieta) -> bool {
        self.has_named(property.as_str())
    }

    /// Whether the administration has a property that `plan/` names.
    #[must_use]
    pub fn has_named(&self, property: &str) -> bool {
        self.proprieta.contains(property)
    }

    /// How sure we are that the administration is concerned by what asks for these properties:
    /// as sure as of its kind, when one of them comes from there.
    #[must_use]
    pub fn fiducia<T: AsRef<str>>(&self, properties: &[T]) -> Fiducia {
        let kind = self.ente.as_ref().filter(|ente| {
            properties.iter().any(|p| ente.proprieta.iter().any(|own| own == p.as_ref()))
        });
        kind.map_or(Fiducia::Vista, |ente| ente.adozione.fiducia)
    }

    /// The organs that may adopt its plan, keys of the list `organi`; none when the kind is
    /// unknown.
    #[must_use]
    pub fn organi(&self) -> &[String] {
        self.ente.as_ref().map(|ente| ente.adozione.organi.as_slice()).unwrap_or_default()
    }

    /// Whether its term of adoption follows that of the budget.
    #[must_use]
    pub fn segue_bilancio(&self) -> bool {
        self.has(proprieta::SEGUE_BILANCIO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_approximate_staff_counts_what_is_certain() {
        let read = |written: &str| certi(&Conteggio::read(written).expect("a count"));
        assert_eq!(certi(&Conteggio::contato(50)), Some(50));
        assert_eq!((read("circa 45"), read("circa 46")), (Some(41), None));
        assert_eq!((read("circa 55"), read("circa 56")), (None, Some(51)));
    }

    #[test]
    fn fifteen_thousand_inhabitants_are_passed_for_sure() {
        let has = |popolazione: Conteggio| {
            let dati = Dati { popolazione: Some(popolazione), ..Dati::default() };
            Profilo::new(dati).has(proprieta::OLTRE_15000_ABITANTI)
        };
        let about = |written: &str| Conteggio::read(written).expect("a count");
        assert!(!has(Conteggio::contato(15_000)) && has(Conteggio::contato(15_001)));
        assert!(!has(about("circa 16.000")) && has(about("circa 17.000")));
    }
}
