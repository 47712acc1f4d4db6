//! Counts of people: exact, or as somebody estimates them.

use serde::{Deserialize, Deserializer};

use super::misura::{Genere, Misura, Qualificatore};

/// A count: what was written is kept beside what was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conteggio {
    /// As written.
    pub scritto: String,
    /// The number.
    pub numero: i64,
    /// Whether the number is only about the true one.
    pub circa: bool,
}

/// How plans write that a count is approximate.
const CIRCA: &[&str] = &["quasi ", "oltre ", "più di "];

impl Conteggio {
    /// A count that somebody made.
    #[must_use]
    pub fn contato(numero: i64) -> Self {
        Self { scritto: numero.to_string(), numero, circa: false }
    }

    /// Understands `circa 20.000`; nothing when it is not an approximate whole number.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let scritto = written.trim();
        let lower = scritto.to_lowercase();
        let rest = CIRCA.iter().find_map(|word| lower.strip_prefix(word));
        let misura = Misura::read(rest.unwrap_or(&lower));
        let circa = match misura.qualificatore {
            Qualificatore::Esatto => rest.is_some(),
            Qualificatore::Circa => rest.is_none(),
            Qualificatore::AlMassimo | Qualificatore::Almeno => false,
        };
        let numero = misura.numero.filter(|n| n.is_integer() && !n.is_sign_negative())?;
        let numero = i64::try_from(numero).ok()?;
        (circa && misura.genere == Genere::Numero).then(|| Self {
            scritto: scritto.to_owned(),
            numero,
            circa,
        })
    }

    /// The number, when it is exact.
    #[must_use]
    pub fn esatto(&self) -> Option<i64> {
        (!self.circa).then_some(self.numero)
    }

    /// The least that the count may be: an approximate one may be wrong by a tenth.
    #[must_use]
    pub fn minimo(&self) -> i64 {
        self.numero - self.margine()
    }

    /// Whether the count is below a threshold for sure.
    #[must_use]
    pub fn sotto(&self, soglia: i64) -> bool {
        self.numero.saturating_add(self.margine()) < soglia
    }

    /// Whether the count reaches a threshold for sure.
    #[must_use]
    pub fn almeno(&self, soglia: i64) -> bool {
        self.minimo() >= soglia
    }

    fn margine(&self) -> i64 {
        if self.circa { self.numero / 10 } else { 0 }
    }
}

impl<'de> Deserialize<'de> for Conteggio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        let exact = || written.parse().ok().map(Self::contato);
        Self::read(&written).or_else(exact).ok_or_else(|| serde::de::Error::custom(&written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn approximate_counts_keep_what_is_written() {
        for written in ["circa 20.000", "~20000", "≈ 20.000", "Quasi 20.000", "oltre 20.000"] {
            let read = Conteggio::read(written).expect(written);
            assert_eq!((read.scritto.as_str(), read.numero, read.circa), (written, 20_000, true));
            assert_eq!(read.esatto(), None);
        }
    }

    #[test]
    fn what_is_no_approximate_whole_number_is_refused() {
        for written in
            ["20.000", "circa", "circa 2,5", "circa -3", "< 50", "circa 20 %", "quasi ~3"]
        {
            assert_eq!(Conteggio::read(written), None, "{written}");
        }
    }

    #[test]
    fn thresholds_are_passed_only_for_sure() {
        let about = Conteggio::read("circa 100").expect("a count");
        assert_eq!((about.minimo(), about.almeno(90), about.almeno(91)), (90, true, false));
        assert_eq!((about.sotto(110), about.sotto(111)), (false, true));
        let counted = Conteggio::contato(100);
        assert_eq!((counted.almeno(100), counted.almeno(101)), (true, false));
        assert_eq!((counted.sotto(100), counted.sotto(101)), (false, true));
        assert_eq!(counted.esatto(), Some(100));
    }
}
