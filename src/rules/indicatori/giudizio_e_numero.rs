//! IND-013.

use crate::model::{Genere, Misura, campo};
use crate::rules::{Contesto, Report};

/// Words that judge, and those that may stand beside them.
const GIUDIZI: &[&str] = &[
    "alto",
    "alta",
    "altissimo",
    "altissima",
    "medio",
    "media",
    "basso",
    "bassa",
    "elevato",
    "elevata",
    "buono",
    "buona",
    "ottimo",
    "ottima",
    "discreto",
    "discreta",
    "sufficiente",
    "insufficiente",
    "scarso",
    "scarsa",
    "adeguato",
    "adeguata",
    "inadeguato",
    "inadeguata",
];
const GRADI: &[&str] = &["molto", "abbastanza", "piuttosto", "poco", "più", "meno"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for indicatore in contesto.piano.gruppi_di_indicatori().flat_map(|(_, group)| group) {
        let values = indicatore.valori();
        let word = values.iter().find(|(_, misura)| is_judgement(misura));
        let number = values.iter().find(|(_, misura)| misura.numero.is_some());
        let (Some((luogo, word)), Some((other, number))) = (word, number) else { continue };
        let number_at = report.place(*other, campo::VALORE);
        report
            .at(
                *luogo,
                campo::VALORE,
                format!(
                    "l’indicatore «{}» vale «{}» qui e {} altrove",
                    indicatore.nome, word.scritto, number.scritto
                ),
            )
            .label("un giudizio e un numero non si confrontano")
            .see(number_at, "qui è un numero");
    }
}

/// Whether a value says in words how good it is: «alta», «medio-bassa».
fn is_judgement(misura: &Misura) -> bool {
    let text = misura.scritto.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).peekable();
    misura.genere == Genere::Testo
        && words.peek().is_some()
        && words.all(|word| GIUDIZI.contains(&word) || GRADI.contains(&word))
}
