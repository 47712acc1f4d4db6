//! Measured values: what was written is kept beside what was understood.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

/// A measured value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Misura {
    /// As written.
    pub scritto: String,
    /// The number, if there is one.
    pub numero: Option<Decimal>,
    /// What stands before the number.
    pub qualificatore: Qualificatore,
    /// Unit as written after the number: `%`, `giorni`, `€`; empty if none.
    pub unita: String,
    /// What the value is.
    pub genere: Genere,
}

/// What stands before the number of a measured value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualificatore {
    /// Nothing.
    #[default]
    Esatto,
    /// `~`, `circa`.
    Circa,
    /// `<`, `≤`, `al massimo`, `non oltre`.
    AlMassimo,
    /// `>`, `≥`, `almeno`.
    Almeno,
}

/// What a measured value is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Genere {
    /// A bare number.
    Numero,
    /// A percentage.
    Percento,
    /// An amount.
    Euro,
    /// A number with another unit.
    Quantita,
    /// A date: `entro il 31/12/2027`.
    Data,
    /// Yes or no.
    SiNo,
    /// Words: `alta`, `mantenimento`.
    #[default]
    Testo,
    /// Words that stand where the value is not known: `n.d.`, `–`.
    Ignoto,
}

/// How plans write that a value is not known.
const IGNOTI: &[&str] = &[
    "n.d.",
    "n.d",
    "n. d.",
    "nd",
    "n/d",
    "n.a.",
    "n.r.",
    "n/r",
    "da rilevare",
    "non disponibile",
    "non rilevato",
    "-",
    "–",
    "—",
];

impl Misura {
    /// Whether it says a value.
    #[must_use]
    pub fn is_nota(&self) -> bool {
        self.genere != Genere::Ignoto
    }

    /// Whether it is in the unit of another: a number alone fits any, one hour, `1 ora`, is as two,
    /// `2 ore`, and `giorni` as `giorni lavorativi`. Plurals that change more than their last vowel
    /// are taken for another unit.
    #[must_use]
    pub fn is_same_unit(&self, other: &Self) -> bool {
        let root = |misura: &Self| {
            let unit = misura.unita.to_lowercase();
            let unit = if matches!(unit.as_str(), "gg" | "gg.") { "giorni" } else { &unit };
            unit.trim_end_matches(['a', 'e', 'i', 'o']).to_owned()
        };
        let percent = self.genere == Genere::Percento && other.genere == Genere::Percento;
        let (own, others) = (root(self), root(other));
        let begins = |long: &str, short: &str| {
            long.strip_prefix(short).is_some_and(|rest| {
                rest.is_empty() || rest.trim_start_matches(['a', 'e', 'i', 'o']).starts_with(' ')
            })
        };
        percent
            || own.is_empty()
            || others.is_empty()
            || begins(&own, &others)
            || begins(&others, &own)
    }

    /// Understands a written value; whatever is not understood stays text.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let scritto = written.trim().to_owned();
        let lower = scritto.to_lowercase();
        let text = |genere| Self { scritto: scritto.clone(), genere, ..Self::default() };
        if matches!(lower.as_str(), "sì" | "si" | "no" | "on" | "off") {
            return text(Genere::SiNo);
        }
        if IGNOTI.contains(&lower.as_str()) {
            return text(Genere::Ignoto);
        }
        let (qualificatore, rest) = qualifier(&lower);
        let rest = rest.strip_prefix('€').map_or(rest, str::trim_start);
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '−')))
            .unwrap_or(rest.len());
        let Some(numero) = parse_number(&rest[..end]) else {
            return text(if has_date(&lower) { Genere::Data } else { Genere::Testo });
        };
        let unit = rest[end..].trim();
        if has_date(&lower) {
            return text(Genere::Data);
        }
        let euro = lower.contains('€') || matches!(unit, "euro" | "eur");
        let genere = match unit {
            _ if euro => Genere::Euro,
            "" => Genere::Numero,
            "%" | "per cento" => Genere::Percento,
            _ => Genere::Quantita,
        };
        let unita = if euro { "€" } else { unit };
        Self { scritto, numero: Some(numero), qualificatore, unita: unita.into(), genere }
    }
}

impl<'de> Deserialize<'de> for Misura {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|written| Self::read(&written))
    }
}

/// Splits what stands before a number from the rest; both in lower case.
fn qualifier(text: &str) -> (Qualificatore, &str) {
    const MARKS: &[(&str, Qualificatore)] = &[
        ("~", Qualificatore::Circa),
        ("≈", Qualificatore::Circa),
        ("circa", Qualificatore::Circa),
        ("≥", Qualificatore::Almeno),
        (">=", Qualificatore::Almeno),
        (">", Qualificatore::Almeno),
        ("almeno", Qualificatore::Almeno),
        ("≤", Qualificatore::AlMassimo),
        ("<=", Qualificatore::AlMassimo),
        ("<", Qualificatore::AlMassimo),
        ("al massimo", Qualificatore::AlMassimo),
        ("non oltre", Qualificatore::AlMassimo),
    ];
    for (mark, qualificatore) in MARKS {
        if let Some(rest) = text.strip_prefix(mark) {
            return (*qualificatore, rest.trim_start());
        }
    }
    (Qualificatore::Esatto, text)
}

/// A number written the Italian way, `1.234,5`, or the plain way, `1234.5`.
#[must_use]
pub fn parse_number(written: &str) -> Option<Decimal> {
    let plain = written.trim().replace('−', "-");
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    let thousands = |text: &str| {
        let mut groups = text.trim_start_matches('-').split('.');
        let first = groups.next().unwrap_or("");
        let rest: Vec<_> = groups.collect();
        !rest.is_empty()
            && (1..=3).contains(&first.len())
            && first != "0"
            && rest.iter().all(|group| group.len() == 3)
    };
    let canonical = match plain.split_once(',') {
        Some((whole, fraction)) if !fraction.contains([',', '.']) => {
            format!("{}.{fraction}", whole.replace('.', ""))
        }
        Some(_) => return None,
        None if thousands(plain) => plain.replace('.', ""),
        None => plain.to_owned(),
    };
    if !canonical.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    canonical.parse().ok()
}

/// A number as it is written by hand, `€ 34.500,00` or `15 %`, if a text is one.
#[must_use]
pub fn numero_scritto(text: &str) -> Option<Decimal> {
    let signs = |c: char| matches!(c, '€' | '%') || c.is_whitespace();
    let bare = text.trim_matches(signs);
    let words = ["euro", "Euro", "EUR"];
    let bare = words.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    let bare = words.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    parse_number(bare.trim_matches(signs))
}

/// Whether a text holds a date written in figures.
fn has_date(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let parts: Vec<_> = word.split(['/', '-']).collect();
        parts.len() == 3
            && parts.iter().all(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> (Option<String>, Qualificatore, String, Genere) {
        let misura = Misura::read(written);
        assert_eq!(misura.scritto, written);
        (misura.numero.map(|n| n.to_string()), misura.qualificatore, misura.unita, misura.genere)
    }

    #[test]
    fn real_forms_are_understood() {
        use Genere::{Data, Euro, Numero, Percento, Quantita, SiNo, Testo};
        use Qualificatore::{AlMassimo, Almeno, Circa, Esatto};
        let some = |n: &str| Some(n.to_owned());
        assert_eq!(read("41,4%"), (some("41.4"), Esatto, "%".into(), Percento));
        assert_eq!(read("~202"), (some("202"), Circa, String::new(), Numero));
        assert_eq!(read("<40%"), (some("40"), AlMassimo, "%".into(), Percento));
        assert_eq!(read("≥ 95 %"), (some("95"), Almeno, "%".into(), Percento));
        assert_eq!(read("~21.700 EUR"), (some("21700"), Circa, "€".into(), Euro));
        assert_eq!(read("-0,8"), (some("-0.8"), Esatto, String::new(), Numero));
        assert_eq!(read("12 giorni"), (some("12"), Esatto, "giorni".into(), Quantita));
        assert_eq!(read("entro il 31/12/2027"), (None, Esatto, String::new(), Data));
        assert_eq!(read("alta"), (None, Esatto, String::new(), Testo));
        assert_eq!(read("ON"), (None, Esatto, String::new(), SiNo));
        assert_eq!(read("56,7,9%"), (None, Esatto, String::new(), Testo));
    }

    #[test]
    fn italian_and_plain_numbers_are_one() {
        assert_eq!(parse_number("1.234,50"), "1234.50".parse().ok());
        assert_eq!(parse_number("1.234"), "1234".parse().ok());
        assert_eq!(parse_number("1.23"), "1.23".parse().ok());
        assert_eq!(parse_number("0.125"), "0.125".parse().ok());
        assert_eq!(parse_number("abc"), None);
    }
}
