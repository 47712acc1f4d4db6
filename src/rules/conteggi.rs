//! Counts said in prose against the lists that they count: «i sei valori pubblici».

use crate::diag::Severity;
use crate::rules::parole::numero;
use crate::rules::prosa::places;
use crate::rules::{Contesto, Report};

/// Numbers in letters, from two.
const LETTERE: &[&str] = &[
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
    "venti",
];
/// Words before a number that say that it counts them all.
const TUTTI: &[&str] = &[
    "i", "gli", "le", "ai", "agli", "alle", "dei", "degli", "delle", "nei", "negli", "nelle",
    "sui", "sugli", "sulle", "dai", "dagli", "dalle",
];

/// Words after a list that take a part of it.
const PARTE: &[&str] = &[
    "su",
    "sul",
    "sullo",
    "sulla",
    "sui",
    "sugli",
    "sulle",
    "per",
    "che",
    "con",
    "relativi",
    "riferiti",
    "assegnati",
];

/// Reports, as a warning, each count of a whole list that is not the list's.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let lists = [
        ("valori pubblici", piano.obiettivi_vp.len()),
        ("obiettivi di valore pubblico", piano.obiettivi_vp.len()),
        ("obiettivi di performance", piano.obiettivi_performance.len()),
        ("unità organizzative", piano.unita.len()),
        ("procedure da semplificare", piano.procedure.len()),
        ("azioni positive", piano.azioni_positive.len()),
        ("interventi formativi", piano.interventi_formativi.len()),
    ];
    for testo in piano.testi.iter().filter(|testo| testo.lungo) {
        let text = testo.piana.as_str();
        for (words, count) in lists.iter().filter(|(_, count)| *count > 0) {
            let said = places(text, words)
                .filter(|at| leaves_whole(&text[at + words.len()..]))
                .filter_map(|at| count_before(&text[..at]));
            for wrong in said.filter(|said| said != count) {
                let listed = numero(i64::try_from(*count).unwrap_or(i64::MAX));
                let wrong = numero(i64::try_from(wrong).unwrap_or(i64::MAX));
                let message =
                    format!("il testo conta {wrong} {words}, il piano ne elenca {listed}");
                report
                    .within(testo, message)
                    .label("il numero detto a parole deve essere quello dell’elenco")
                    .at_most(Severity::Avviso);
            }
        }
    }
}

/// Whether what follows a list leaves it whole: neither a part of it nor the list of another plan.
fn leaves_whole(after: &str) -> bool {
    let next = after.split_whitespace().next().unwrap_or_default();
    let sentence = after.split(['.', ';']).next().unwrap_or_default();
    !PARTE.contains(&next) && !["precedent", "scors", "uscent"].iter().any(|w| sentence.contains(w))
}

/// The number of a whole list that a text ends with.
fn count_before(text: &str) -> Option<usize> {
    let mut words = text.split_whitespace().rev();
    let number = words.next()?;
    let letters = || LETTERE.iter().position(|word| *word == number).map(|index| index + 2);
    let count = number.parse().ok().or_else(letters)?;
    TUTTI.contains(&words.next()?).then_some(count)
}
