//! The figures that go with a list of records.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Base, Campo, Record};
use crate::nomi::{Chiave, campo};

/// A figure that stands beside the table of a list of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figura {
    /// The records on the months: from a day to another, or by a day.
    Gantt,
    /// Events by likelihood and impact, or by level alone.
    Griglia,
    /// Amounts side by side on one scale.
    Denaro,
    /// Women and men of each area.
    Persone,
    /// Who comes and goes year by year, up to what is foreseen.
    Flusso,
    /// Parts beside the whole that they are of.
    Quote,
    /// Who is trained, by what and year by year.
    Formazione,
}

impl Figura {
    /// Whether a list of this field has what the figure draws; else what it has to have, in words.
    pub(super) fn check(
        self,
        campo: &Campo,
        kinds: &BTreeMap<String, Record>,
    ) -> Result<(), &'static str> {
        let kind = match &campo.forma.base {
            Base::Record(kind) if campo.forma.elenco => kinds.get(kind),
            _ => None,
        };
        let kind = kind.ok_or("vuole un elenco di elementi")?;
        let has = |base: &Base| kind.campi.iter().any(|campo| campo.forma.base == *base);
        let holds = |keys: [Chiave; 3]| keys.iter().all(|key| kind.campo(key.as_str()).is_some());
        match self {
            Self::Gantt if !has(&Base::Data) => Err("vuole elementi con una data"),
            Self::Griglia if kind.campo(campo::EVENTI_RISCHIOSI.as_str()).is_none() => {
                Err("vuole elementi con i loro eventi rischiosi")
            }
            Self::Denaro if !has(&Base::Euro) => Err("vuole elementi con un importo"),
            Self::Persone if !holds([campo::AREA, campo::DONNE, campo::UOMINI]) => {
                Err("vuole elementi con area, donne e uomini")
            }
            Self::Flusso if !holds([campo::AREA, campo::ANNO, campo::NUMERO]) => {
                Err("vuole elementi con area, anno e numero")
            }
            Self::Quote if !kind.campi.iter().any(|campo| campo.quota_di.is_some()) => {
                Err("vuole elementi con una parte di qualcosa")
            }
            Self::Formazione if !holds([campo::AMBITO, campo::ANNO, campo::PARTECIPANTI]) => {
                Err("vuole elementi con ambito, anno e partecipanti")
            }
            _ => Ok(()),
        }
    }
}
