//! IND-009.

use rust_decimal::Decimal;

use crate::model::{Genere, Indicatore, Misura, campo};
use crate::rules::{Contesto, Report};

/// Units of measure that mean a part of a hundred, and those that mean a count.
const PERCENTUALI: &[&str] = &["%", "percento", "per cento", "percentuale"];
const CONTEGGI: &[&str] = &["numero", "n.", "n", "n°", "nr", "nr.", "num."];

/// Words of what varies, and may go below zero and above a hundred.
const VARIAZIONI: &[&str] = &[
    "variazion",
    "scostament",
    "increment",
    "riduzion",
    "diminuzion",
    "aument",
    "crescita",
    "differenz",
    "risparmi",
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for indicatore in contesto.piano.gruppi_di_indicatori().flat_map(|(_, group)| group) {
        if indicatore.motivo_fuori_scala.is_some() {
            continue;
        }
        let values = indicatore.valori();
        let wrong = values
            .into_iter()
            .find_map(|(luogo, misura)| Some((luogo, misura, off_scale(indicatore, misura)?)));
        let Some((luogo, misura, scale)) = wrong else { continue };
        report
            .at(
                luogo,
                campo::VALORE,
                format!("l’indicatore «{}» vale {}, ma {scale}", indicatore.nome, misura.scritto),
            )
            .label("fuori dalla scala della sua unità di misura")
            .help(
                "correggi il valore o l’unità di misura, oppure spiega in «motivo_fuori_scala» \
                 perché il valore è possibile",
            );
    }
}

/// What a value should be and is not, by the unit that the indicator declares: the unit is not
/// guessed from the value, and a variation has no scale.
fn off_scale(indicatore: &Indicatore, misura: &Misura) -> Option<&'static str> {
    let numero = misura.numero?;
    let unita = indicatore.unita_misura.as_deref()?.trim().to_lowercase();
    let texts = [Some(&indicatore.nome), indicatore.formula.as_ref(), Some(&unita)];
    let varies = |text: &String| {
        let text = text.to_lowercase();
        VARIAZIONI.iter().any(|word| text.contains(word))
    };
    let own = misura.unita.as_str();
    if PERCENTUALI.contains(&unita.as_str()) {
        let is_share = (own.is_empty() || misura.genere == Genere::Percento)
            && !texts.into_iter().flatten().any(varies);
        let fits = numero >= Decimal::ZERO && numero <= Decimal::ONE_HUNDRED;
        return (is_share && !fits).then_some("una percentuale sta fra 0 e 100");
    }
    let fits = numero.is_integer() && numero >= Decimal::ZERO;
    (CONTEGGI.contains(&unita.as_str()) && own.is_empty() && !fits)
        .then_some("un conteggio è un numero intero, da zero in su")
}
