//! Citations: the key of an act and the place inside it.

mod lettura;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use lettura::{Lettura, Stato, has};

/// How much a finding weighs, and the source that backs it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth reading; never stops a build.
    Consiglio,
    /// Probably wrong; stops a build only when asked.
    Avviso,
    /// Breaks a binding provision: no official document is written.
    Errore,
}

impl Severity {
    /// As printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Consiglio => "consiglio",
            Self::Avviso => "avviso",
            Self::Errore => "errore",
        }
    }
}

/// How sure a citation is, from the legal dossier that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fiducia {
    /// Doubtful: backs at most an advice.
    Dubbia,
    /// Substance sure, place to be read again: backs at most a warning.
    DaRileggere,
    /// Reconstructed with confidence: may back an error.
    Alta,
    /// Seen in a public source.
    Vista,
}

impl Fiducia {
    /// The heaviest finding that a citation so sure may back.
    #[must_use]
    pub fn heaviest(self) -> Severity {
        match self {
            Self::Dubbia => Severity::Consiglio,
            Self::DaRileggere => Severity::Avviso,
            Self::Alta | Self::Vista => Severity::Errore,
        }
    }

    /// Whether a finding has to say that its citation is to be read again.
    #[must_use]
    pub fn is_unsure(self) -> bool {
        self < Self::Alta
    }
}

/// The rank of an act: the weight that a rule standing on it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rango {
    /// Practice.
    Prassi,
    /// Guidelines, directives, indications.
    LineeGuida,
    /// The coherence of the plan with itself.
    Integrita,
    /// The scheme annexed to the decree.
    Allegato,
    /// A ministerial decree.
    Decreto,
    /// A law or an act with its force.
    Legge,
}

impl Rango {
    /// The heaviest finding that an act of this rank may back.
    #[must_use]
    pub fn heaviest(self) -> Severity {
        match self {
            Self::Prassi | Self::LineeGuida => Severity::Avviso,
            Self::Integrita | Self::Allegato | Self::Decreto | Self::Legge => Severity::Errore,
        }
    }

    /// Whether an act of this rank has words that can be read.
    fn has_words(self) -> bool {
        !matches!(self, Self::Prassi | Self::Integrita)
    }
}

/// An act that we cite.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norma {
    /// Key used in citations.
    pub chiave: String,
    /// Short name, as printed.
    pub sigla: String,
    /// Full name.
    pub titolo: String,
    /// URN:NIR, when sure.
    #[serde(default)]
    pub urn: Option<String>,
    /// Day from which it is in force, when sure.
    #[serde(default, deserialize_with = "crate::valori::giorno::maybe")]
    pub in_vigore_dal: Option<Date>,
    /// Rank.
    pub rango: Rango,
    /// How sure we are of the act itself.
    pub fiducia: Fiducia,
    /// What was read of it; the rest is remembered.
    #[serde(default, rename = "lettura")]
    pub letture: Vec<Lettura>,
}

/// A citation with everything that is printed of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Citazione {
    /// Key of the act.
    pub chiave: String,
    /// As printed: `D.M. 132/2022, art. 3, c. 1, lett. a), n. 4`.
    pub testo: String,
    /// Where to read it as in force on a given day, when the act has a sure URN.
    pub indirizzo: Option<String>,
    /// How its words are known; nothing for what has no words, as practice.
    pub lettura: Option<Lettura>,
}

/// Splits a citation into the key of the act and the place inside it.
#[must_use]
pub fn split(citation: &str) -> (&str, &str) {
    citation.split_once(' ').unwrap_or((citation, ""))
}

impl Norma {
    /// The citation of a place of this act, linked to the text in force on a day, or on its own
    /// first day if that comes later: before it there is no text to read.
    #[must_use]
    pub fn cite(&self, place: &str, vigenza: Date) -> Citazione {
        let testo =
            if place.is_empty() { self.sigla.clone() } else { format!("{}, {place}", self.sigla) };
        let indirizzo = self.urn.as_ref().map(|urn| {
            let point = urn_place(place);
            let vigenza = self.in_vigore_dal.map_or(vigenza, |first| vigenza.max(first));
            format!("https://www.normattiva.it/uri-res/N2Ls?{urn}{point}!vig={vigenza}")
        });
        let lettura = self.lettura(place);
        Citazione { chiave: self.chiave.clone(), testo, indirizzo, lettura }
    }

    /// How a place of this act is known: by the most precise of the readings that have it, by
    /// heart when none has; nothing when the act has no words that can be read.
    #[must_use]
    pub fn lettura(&self, place: &str) -> Option<Lettura> {
        let about =
            self.letture.iter().filter_map(|lettura| Some((lettura.covers(place)?, lettura)));
        let found = about.max_by_key(|(steps, _)| *steps).map(|(_, lettura)| lettura);
        match found {
            Some(lettura) => Some(Lettura { luoghi: Vec::new(), ..lettura.clone() }),
            None => self.rango.has_words().then(Lettura::a_memoria),
        }
    }
}

/// `art. 6, c. 2, lett. d)` as the fragment of a URN: `~art6-com2-letd`.
fn urn_place(place: &str) -> String {
    let mut out = String::new();
    for (index, piece) in place.split(", ").enumerate() {
        let Some((name, value)) = piece.split_once(' ') else { break };
        let value: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
        let mark = match (name, index) {
            ("art.", 0) => "~art",
            ("c.", 1) => "-com",
            ("lett.", 2) => "-let",
            _ => break,
        };
        if value.is_empty() {
            break;
        }
        out += mark;
        out += &value;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Fiducia, Lettura, Norma, Rango, Stato, urn_place};

    #[test]
    fn place_becomes_a_urn_fragment() {
        assert_eq!(urn_place("art. 6, c. 2, lett. d)"), "~art6-com2-letd");
        assert_eq!(urn_place("art. 4-bis, c. 2"), "~art4bis-com2");
        assert_eq!(urn_place("sottosezione 2.1"), "");
    }

    fn act() -> Norma {
        Norma {
            chiave: "dpr-81-2022".into(),
            sigla: "D.P.R. 81/2022".into(),
            titolo: String::new(),
            urn: Some("urn".into()),
            in_vigore_dal: Some("2022-07-15".parse().expect("a day")),
            rango: Rango::Legge,
            fiducia: Fiducia::Vista,
            letture: Vec::new(),
        }
    }

    #[test]
    fn the_most_precise_reading_is_of_a_place() {
        let reading = |stato, luoghi: &[&str]| Lettura {
            stato,
            luoghi: luoghi.iter().map(|luogo| (*luogo).to_owned()).collect(),
            ..Lettura::a_memoria()
        };
        let mut norma = act();
        let stato = |norma: &Norma, place: &str| norma.lettura(place).map(|found| found.stato);
        assert_eq!(stato(&norma, "art. 1"), Some(Stato::AMemoria));
        norma.letture = vec![
            reading(Stato::AMemoria, &["art. 4, c. 1, n. 1-5"]),
            reading(Stato::Letto, &["art. 3", "art. 4, c. 1"]),
        ];
        assert_eq!(stato(&norma, "art. 4, c. 1"), Some(Stato::Letto));
        assert_eq!(stato(&norma, "art. 4, c. 1, n. 6"), Some(Stato::Letto));
        assert_eq!(stato(&norma, "art. 4, c. 1, n. 5"), Some(Stato::AMemoria));
        assert_eq!(stato(&norma, "art. 4"), Some(Stato::AMemoria));
        norma.letture.push(reading(Stato::Citato, &[]));
        assert_eq!(stato(&norma, "art. 4"), Some(Stato::Citato));
        assert_eq!(stato(&norma, ""), Some(Stato::Citato));
        assert_eq!(stato(&norma, "art. 3, c. 2"), Some(Stato::Letto));
        let practice = Norma { rango: Rango::Prassi, letture: Vec::new(), ..norma };
        assert_eq!(practice.lettura(""), None);
    }

    #[test]
    fn a_link_leads_to_no_day_before_the_act() {
        let norma = act();
        let link = |day: &str| {
            norma.cite("art. 1", day.parse().expect("a day")).indirizzo.expect("the act has a URN")
        };
        assert!(link("2022-06-30").ends_with("~art1!vig=2022-07-15"));
        assert!(link("2027-01-31").ends_with("~art1!vig=2027-01-31"));
    }
}
