//! What a field is for the reader of a record: it decides where the field stands in its card and
//! whether the overview of a list has a column for it.

use serde::Deserialize;

use super::{Base, Campo, Record};

/// What a field is for the reader of a record, in the order of the facts of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruolo {
    /// The sentence under the title.
    Frase,
    /// Who answers.
    Chi,
    /// By when.
    Quando,
    /// Where the result starts.
    Partenza,
    /// Where the result is read: a measured value, or the indicators.
    Risultato,
    /// For whom.
    PerChi,
    /// What the record serves, or is a part of.
    Scopo,
    /// Accounting and classification: whoever looks for it knows where to look.
    Contabile,
}

impl Ruolo {
    /// Whether a field of this form may have the role.
    fn fits(self, campo: &Campo) -> bool {
        let records = matches!(campo.forma.base, Base::Record(_));
        match self {
            Self::Frase => matches!(campo.forma.base, Base::Riga | Base::Testo),
            Self::Quando => matches!(campo.forma.base, Base::Data | Base::Anno),
            Self::Partenza => campo.forma.base == Base::Misura && !campo.forma.elenco,
            Self::Risultato => {
                records == campo.forma.elenco
                    && (records || matches!(campo.forma.base, Base::Misura | Base::Riga))
            }
            Self::Chi | Self::PerChi | Self::Scopo => !records && campo.forma.base != Base::Testo,
            // The band of accounting is one line of short values.
            Self::Contabile => {
                let long = campo.forma.elenco && campo.forma.base == Base::Riga;
                !records && !long && campo.forma.base != Base::Testo
            }
        }
    }

    /// Whether the role is of one field of a record at most.
    fn is_single(self) -> bool {
        matches!(self, Self::Frase | Self::Partenza | Self::Risultato)
    }
}

impl Record {
    /// The field with a role, the first of them.
    #[must_use]
    pub fn con_ruolo(&self, ruolo: Ruolo) -> Option<&Campo> {
        self.campi.iter().find(|campo| campo.ruolo == Some(ruolo))
    }

    /// Says what is wrong with the roles of its fields.
    pub(super) fn check_roles(&self) -> Result<(), String> {
        for (index, campo) in self.campi.iter().enumerate() {
            let Some(ruolo) = campo.ruolo else { continue };
            let earlier = self.campi[..index].iter().any(|other| other.ruolo == Some(ruolo));
            let title = campo.chiave == self.titolo || campo.forma.base == Base::Id;
            if title || !ruolo.fits(campo) || (ruolo.is_single() && earlier) {
                let message = "il suo ruolo non è di un campo di questa forma, o è già di un altro";
                return Err(format!("[record.{}]: «{}»: {message}", self.chiave, campo.chiave));
            }
        }
        Ok(())
    }
}
