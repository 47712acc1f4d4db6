//! What was read of an act: which places, how, on what day, in the text of what date.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::cifre::{self, MESI};
use crate::valori::giorno::maybe;

/// How a place of an act is known.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "StatoDiLettura")]
pub enum Stato {
    /// Remembered, not read again.
    AMemoria,
    /// Quoted or told by a source that was seen.
    Citato,
    /// Read word by word.
    Letto,
}

/// How some places of an act are known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lettura {
    /// How.
    pub stato: Stato,
    /// The places, each with whatever is inside it; the whole act when there is none.
    #[serde(default, skip_serializing)]
    pub luoghi: Vec<String>,
    /// The day on which they were seen.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub il: Option<Date>,
    /// The date at which the text that was read stood, when it was not the one in force: a year,
    /// a year and a month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub testo_al: Option<String>,
    /// The act that has written them anew since that text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cambiato_da: Option<String>,
    /// Where they were seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fonte: Option<String>,
}

impl Lettura {
    /// Of what nobody has read.
    #[must_use]
    pub fn a_memoria() -> Self {
        Self {
            stato: Stato::AMemoria,
            luoghi: Vec::new(),
            il: None,
            testo_al: None,
            cambiato_da: None,
            fonte: None,
        }
    }

    /// How precisely it is about a place: so many steps of it; nothing when it is about others.
    pub(super) fn covers(&self, place: &str) -> Option<usize> {
        if self.luoghi.is_empty() {
            return Some(0);
        }
        self.luoghi.iter().filter_map(|luogo| covers(luogo, place)).max()
    }

    /// Whether the words were read, and are not known to have changed since.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.stato == Stato::Letto && self.cambiato_da.is_none()
    }

    /// Whether what is in force was read, or is quoted by a source of today.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        self.is_read() || self.stato == Stato::Citato
    }

    /// As printed: `letto sul testo di settembre 2022 il 25 novembre 2026 (note al D.M. 132/2022)`.
    #[must_use]
    pub fn parole(&self) -> String {
        let il = self.il.map(cifre::il_giorno).unwrap_or_default();
        let fonte = self.fonte.as_deref().unwrap_or_default();
        match self.stato {
            Stato::AMemoria => "a memoria: il testo non è stato riletto".into(),
            Stato::Citato => format!("citato da una fonte vista {il} ({fonte})"),
            Stato::Letto => {
                let text = self.testo_al.as_deref().and_then(of_date).unwrap_or_default();
                let changed = self.cambiato_da.as_ref();
                let changed = changed.map(|act| format!("; riscritto da {act}"));
                format!("letto sul testo{text} {il} ({fonte}){}", changed.unwrap_or_default())
            }
        }
    }

    /// What does not hold together in it.
    pub(crate) fn check(&self) -> Result<(), String> {
        let seen = self.stato != Stato::AMemoria;
        if seen != self.il.is_some() || seen != self.fonte.is_some() {
            return Err("una lettura ha un giorno e una fonte, la memoria no".into());
        }
        let is_of_text = self.testo_al.is_some() || self.cambiato_da.is_some();
        if is_of_text && self.stato != Stato::Letto {
            return Err("solo di un testo letto si dice la data".into());
        }
        match &self.testo_al {
            Some(text) if of_date(text).is_none() => {
                Err(format!("«{text}» non è un anno, un mese o un giorno"))
            }
            _ => Ok(()),
        }
    }
}

/// ` del 2013`, ` di settembre 2022`, ` del 7 agosto 2021`; nothing for what is no date.
fn of_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year] if is_year(year) => Some(format!(" del {year}")),
        [year, month] if is_year(year) => {
            let month: usize = month.parse().ok()?;
            Some(format!(" di {} {year}", MESI.get(month.checked_sub(1)?)?))
        }
        _ => Some(format!(" {}", cifre::del_giorno(text.parse().ok()?))),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a place, or a range of them, has another in it, as `art. 6, c. 1-8` has `art. 6, c. 2`.
#[must_use]
pub fn has(place: &str, other: &str) -> bool {
    covers(place, other).is_some()
}

/// How many steps of a place one that was read covers: all of its own, which have to be the same
/// or to have theirs among them, as `c. 1-8` has `c. 2` and `c. 2-3`.
fn covers(read: &str, place: &str) -> Option<usize> {
    let mut steps = place.split(", ");
    let mut count = 0;
    for own in read.split(", ") {
        if !steps.next().is_some_and(|step| is_among(own, step)) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Whether a step, or a range of them, has another in it.
fn is_among(own: &str, other: &str) -> bool {
    if own == other {
        return true;
    }
    let range = |step: &str| {
        let (name, value) = step.split_once(' ')?;
        let (first, last) = value.split_once('-').unwrap_or((value, value));
        let bounds: (u16, u16) = (first.parse().ok()?, last.parse().ok()?);
        Some((name.to_owned(), bounds))
    };
    match (range(own), range(other)) {
        (Some((name, (first, last))), Some((other, (from, to)))) => {
            name == other && first <= from && to <= last
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Lettura, Stato, covers, of_date};

    #[test]
    fn a_place_that_was_read_has_what_is_inside_it() {
        assert_eq!(covers("art. 6, c. 1-8", "art. 6, c. 2, lett. d)"), Some(2));
        assert_eq!(covers("art. 6, c. 1-8", "art. 6, c. 1"), Some(2));
        assert_eq!(covers("art. 6, c. 1-8", "art. 6, c. 8"), Some(2));
        assert_eq!(covers("art. 6, c. 1-8", "art. 6, c. 2-3"), Some(2));
        assert_eq!(covers("art. 5", "art. 5, c. 1"), Some(1));
        for (read, place) in [
            ("art. 6, c. 1-8", "art. 6, c. 9"),
            ("art. 6, c. 2-8", "art. 6, c. 1"),
            ("art. 6, c. 1-8", "art. 6, c. 7-9"),
            ("art. 6, c. 1-8", "art. 6, c. 2-bis"),
            ("art. 6, c. 1-8", "art. 6"),
            ("art. 6, c. 1-8", "art. 7, c. 1"),
            ("art. 1", "c. 1"),
            ("art. 1", ""),
        ] {
            assert_eq!(covers(read, place), None, "{read} has no {place}");
        }
    }

    #[test]
    fn a_text_has_a_year_a_month_or_a_day() {
        assert_eq!(of_date("2013").as_deref(), Some(" del 2013"));
        assert_eq!(of_date("2022-09").as_deref(), Some(" di settembre 2022"));
        assert_eq!(of_date("2021-08-08").as_deref(), Some(" dell’8 agosto 2021"));
        for wrong in ["", "22", "2022-00", "2022-13", "2022-02-30", "settembre", "2022-9-1-1"] {
            assert_eq!(of_date(wrong), None, "{wrong}");
        }
    }

    fn seen(stato: Stato) -> Lettura {
        Lettura {
            stato,
            il: "2026-11-25".parse().ok(),
            fonte: Some("una copia".into()),
            ..Lettura::a_memoria()
        }
    }

    #[test]
    fn how_a_text_was_seen_is_told() {
        let mut lettura = seen(Stato::Letto);
        assert_eq!(lettura.parole(), "letto sul testo il 25 novembre 2026 (una copia)");
        lettura.testo_al = Some("2013".into());
        lettura.cambiato_da = Some("D.Lgs. 97/2016".into());
        let told =
            "letto sul testo del 2013 il 25 novembre 2026 (una copia); riscritto da D.Lgs. 97/2016";
        assert_eq!(lettura.parole(), told);
        let told = "citato da una fonte vista il 25 novembre 2026 (una copia)";
        assert_eq!(seen(Stato::Citato).parole(), told);
    }

    #[test]
    fn words_that_have_changed_were_not_seen() {
        let changed = Lettura { cambiato_da: Some("atto".into()), ..seen(Stato::Letto) };
        assert!(!changed.is_seen() && !Lettura::a_memoria().is_seen());
        assert!(seen(Stato::Citato).is_seen() && !seen(Stato::Citato).is_read());
        assert!(seen(Stato::Letto).is_seen() && seen(Stato::Letto).is_read());
    }
}
